import { describe, expect, it } from 'vitest'
import { wordsAsWritten } from '../../../../shared/people/striking/place-pieces.ts'
import { striker } from '../../../../shared/people/striking/striker.ts'
import {
  flatOverThePark,
  refuge,
  writingsOfNumbered,
  writingsOfRefuge,
} from '../../../builders/address-writings.ts'
import {
  email,
  phone,
  writingsOfEmail,
  writingsOfPhone,
} from '../../../builders/contact-writings.ts'
import { hiddenName, writingsOfName } from '../../../builders/name-writings.ts'

const frames: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['She is safe with her mother at ', '.'],
  ['The worker wrote: ', ' and nothing else was said that day.'],
  ['He asked again.\n', '\nThen he left the room'],
]

/** Words that tell what stood there and not which it was. */
const kinds = new Set(
  'number no at the in on house flat refuge s area street lane uprn tel mob mailto near plus'.split(
    ' ',
  ),
)

/** What is left of a writing after everything that may be struck is struck. */
const leftOf = (strike: (text: string) => string, writing: string): readonly string[] =>
  frames.flatMap(([before, after]) => {
    const struck = strike(before + writing + after)
    const frame = new Set(wordsAsWritten(`${before} ${after}`))
    return wordsAsWritten(struck.replaceAll('[protected]', ' '))
      .filter((word) => !frame.has(word) && !kinds.has(word))
      .map((word) => `${word} in ${JSON.stringify(struck)}`)
  })

const corpora = [
  ['a house with a name', writingsOfRefuge, { whereabouts: [{ addresses: [refuge] }] }, 60],
  [
    'a house with a number',
    writingsOfNumbered,
    { whereabouts: [{ addresses: [flatOverThePark] }] },
    60,
  ],
  [
    'a refuge told in words',
    writingsOfRefuge,
    {
      whereabouts: [{ places: ['with her mother at Rose House, Secret Row, Cragthorpe NM3 1ZZ'] }],
    },
    60,
  ],
  ['a telephone number', writingsOfPhone, { whereabouts: [{ phones: [phone] }] }, 30],
  ['an e-mail address', writingsOfEmail, { whereabouts: [{ emails: [email] }] }, 20],
  ['a name', writingsOfName, { whereabouts: [], names: [hiddenName] }, 20],
] as const

describe('what is protected', () => {
  it.each(corpora)('is struck in every writing of %s', (_what, ...[writings, what, least]) => {
    const strike = striker(what)
    const left = writings.flatMap((writing) =>
      leftOf(strike, writing).map((word) => `${writing}: ${word}`),
    )
    expect(left).toEqual([])
    expect(new Set(writings).size).toBeGreaterThanOrEqual(least)
  })

  it.each(corpora)('is struck once and for all: %s', (_what, writings, what) => {
    const strike = striker(what)
    for (const writing of writings)
      for (const [before, after] of frames) {
        const struck = strike(before + writing + after)
        expect(struck).toContain('[protected]')
        expect(strike(struck)).toBe(struck)
      }
  })
})
