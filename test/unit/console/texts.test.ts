import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../functions/serve-console/concern/field.ts'
import { options } from '../../../functions/serve-console/concern/options.ts'
import {
  childFields,
  otherAdultFields,
  parts,
  sections,
} from '../../../functions/serve-console/concern/parts.ts'
import { cy } from '../../../functions/serve-console/texts/cy.ts'
import { en } from '../../../functions/serve-console/texts/en.ts'
import { isTextKey, sayIn, type TextKey } from '../../../functions/serve-console/texts/texts.ts'
import { factors } from '../../../shared/codes/factors.ts'
import { followedStatuses } from '../../../shared/concerns/followed-concern.ts'

const marks = {
  name: '§name',
  time: '§time',
  count: '§count',
  id: '§id',
  number: '§number',
  label: '§label',
  reference: '§reference',
}
const marksIn = (text = ''): readonly string[] => (text.match(/§\w+/g) ?? []).toSorted()

const folder = 'functions/serve-console'
const sources = globSync(`${folder}/**/*.{njk,ts}`)
  .filter((file) => !/texts\/(en|cy)/.test(file))
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

  const wordsFor = ({ name, nth }: Field): string => `field.${nth?.of ?? name}`
  const fields: readonly Field[] = [
    ...Object.values(parts).flat(),
    ...otherAdultFields,
    ...childFields,
  ]
  const asked = [
    ...Object.keys(parts).map((part) => `part.${part}`),
    ...sections.map(({ name }) => `section.${name}`),
    ...fields.map(wordsFor),
    ...fields.filter((one) => 'hasHint' in one).map((one) => `${wordsFor(one)}.hint`),
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

  /** Of the other readers that have a file of their own. */
  const inRooms = new Set(
    globSync(`${folder}/texts/en/*.ts`)
      .filter((file) => !file.endsWith('/referrer.ts'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^ {2}'?([\w.-]+)'?:/gm)].map(
          ([, key = '']) => key,
        ),
      ),
  )
  /** Of front pages that a referrer never sees. */
  const ofOthers =
    /^home\.(title\.(?!referrer|service-lead)|tile\.(?!asked|answered|waiting)|unbuilt|alerts)/
  it.each(Object.keys(en).filter((key) => !inRooms.has(key) && !ofOthers.test(key)))(
    'of a referrer’s pages stand in Welsh, with the same to be filled in: %s',
    (key) => {
      const [english, welsh] = [sayIn('en'), sayIn('cy')].map((say) => say(key as TextKey, marks))
      expect(Object.keys(cy)).toContain(key)
      expect(marksIn(welsh)).toEqual(marksIn(english))
    },
  )

  it('stand in English where there is no other, filled in with what they are given', () => {
    expect(sayIn('cy')('check.child', { number: 2 })).toBe('Plentyn 2')
    expect(sayIn('cy')('home.title.auditor')).toBe('Who did what')
  })
})

it('offers every factor that the hub knows, but for what only a children’s team can tell apart', () => {
  expect(
    Object.keys(factors).filter((code) => !options.factors.some((one) => one === code)),
  ).toEqual(['8B', '8C', '8D', '8E'])
  expect(options.factors.filter((code) => !Object.hasOwn(factors, code))).toEqual([])
})
