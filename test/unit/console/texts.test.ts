import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  childFields,
  options,
  otherAdultFields,
  parts,
  sections,
} from '../../../functions/serve-console/concern/parts.ts'
import { en } from '../../../functions/serve-console/texts/en.ts'
import { isTextKey, sayIn } from '../../../functions/serve-console/texts/texts.ts'
import { factors } from '../../../shared/codes/factors.ts'
import { followedStatuses } from '../../../shared/concerns/followed-concern.ts'

const folder = 'functions/serve-console'
const sources = globSync(`${folder}/**/*.{njk,ts}`)
  .filter((file) => !/texts\/en/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

const named = [...sources.matchAll(/\bt\('([\w.-]+)'[,)]/g)].map(([, key = '']) => key)
/** Texts that are put together, and words for the codes of a list: their beginnings. */
const begun = new Set([
  ...[...sources.matchAll(/(?:\bt\('|`)((?:[\w-]+\.)+)(?:'|\$\{)/g)].map(
    ([, beginning = '']) => beginning,
  ),
  ...[...sources.matchAll(/\bword(?:Of\(say\))?\('([\w.-]+)'/g)].map(([, list = '']) => `${list}.`),
])

describe('the texts', () => {
  it.each([...new Set(named)])('have what a page asks for: %s', (key) => {
    expect(isTextKey(key)).toBe(true)
  })

  it('have none that nothing asks for', () => {
    expect(named.length).toBeGreaterThan(80)
    const unused = Object.keys(en).filter(
      (key) =>
        !sources.includes(`'${key}'`) && ![...begun].some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })

  const fields = [...Object.values(parts).flat(), ...otherAdultFields, ...childFields]
  const asked = [
    ...Object.keys(parts).map((part) => `part.${part}`),
    ...sections.map(({ name }) => `section.${name}`),
    ...fields.map(({ name }) => `field.${name}`),
    ...fields.filter((one) => 'hasHint' in one).map(({ name }) => `field.${name}.hint`),
    ...Object.entries(options).flatMap(([list, codes]) =>
      codes.map((code) => `option.${list}.${code}`),
    ),
    ...followedStatuses.flatMap((status) => [`status.${status}`, `status.${status}.text`]),
  ]
  it.each([...new Set(asked)])('have %s', (key) => {
    expect(isTextKey(key)).toBe(true)
  })

  it('are short enough to be read at once, and blame nobody', () => {
    const words = Object.entries(en).filter(([key]) => !key.startsWith('option.'))
    const long = words.filter(([, text]) =>
      text.split(/[.?:] /).some((sentence) => sentence.split(' ').length > 30),
    )
    expect(long.map(([key]) => key)).toEqual([])
    const blaming = words.filter(([, text]) =>
      /invalid|illegal|forbidden|failed to|you must/i.test(text),
    )
    expect(blaming.map(([key]) => key)).toEqual([])
  })

  it('stand in English where there is no other, filled in with what they are given', () => {
    expect(sayIn('cy')('check.child', { number: 2 })).toBe('Child 2')
  })
})

it('offers only factors that the hub knows', () => {
  expect(options.factors.filter((code) => !Object.hasOwn(factors, code))).toEqual([])
})
