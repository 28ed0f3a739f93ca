import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutContacts, withoutPostcodes } from '../../../shared/people/protect-text.ts'
import { wordsAsWritten } from '../../../shared/people/striking/place-pieces.ts'
import { writingsOf } from '../../../shared/people/striking/same-words.ts'
import { striker } from '../../../shared/people/striking/striker.ts'
import {
  anyAddress,
  anyWriting,
  anyWritingOfAddress,
  type WholeAddress,
} from '../../builders/any-writing.ts'
import { ordinarySentences } from '../../builders/ordinary-sentences.ts'
import { runs } from '../../builders/runs.ts'

const sentence = fc.constantFrom(...ordinarySentences)
/** An article may be left, and a word before the place may go with it. */
const articles = /^(?:the|t|h|e|тhе)$/

const hidden = anyAddress.chain((address) =>
  fc.record({
    address: fc.constant(address),
    writing: anyWritingOfAddress(address),
    before: sentence,
    after: sentence,
  }),
)

/** "… in Wexcombe. St John …" is as well the address "Wexcombe. St": no text that goes on so can tell. */
const mayGoOn = (address: WholeAddress, after: string): boolean =>
  Object.values(address)
    .flatMap(wordsAsWritten)
    .flatMap(writingsOf)
    .includes(wordsAsWritten(after)[0] ?? '')

const leftOf = (struck: string, before: string, after: string): readonly string[] =>
  wordsAsWritten(
    struck.replace(before, '').replace(after, '').replaceAll('[protected]', ' '),
  ).filter((word) => !articles.test(word) && !['she', 'is', 'at', 'now'].includes(word))

describe('an address in any writing', () => {
  it('is struck, and what stands around it is not', () => {
    fc.assert(
      fc.property(hidden, ({ address, writing, before, after }) => {
        fc.pre(!mayGoOn(address, after))
        const strike = striker({ whereabouts: [{ addresses: [address] }] })
        const struck = strike(`${before} Now she is at ${writing}. ${after}`)
        expect(struck).toContain(`${before} Now she is`)
        expect(struck).toContain(after)
        expect({ struck, left: leftOf(struck, before, after) }).toEqual({ struck, left: [] })
        expect(strike(struck)).toBe(struck)
      }),
      runs(3000),
    )
  })

  it('is not struck where it is the home that the subject is said to live in', () => {
    const both = fc.tuple(anyAddress, anyAddress).chain(([home, other]) =>
      fc.record({
        home: fc.constant(home),
        other: fc.constant({ ...other, town: home.town, street: home.street }),
        order: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(both, ({ home, other, order }) => {
        const addresses = order ? [home, other] : [other, home]
        const strike = striker({ whereabouts: [{ addresses }], except: [home] })
        const told = `He lives at ${home.houseNumber} ${home.street}, ${home.town} ${home.postcode}.`
        expect(strike(told)).toBe(told)
        if (other.houseNumber === home.houseNumber) return
        const elsewhere = `She is at ${other.houseNumber} ${other.street}`
        expect(strike(elsewhere)).not.toContain(other.houseNumber)
      }),
      runs(1000),
    )
  })
})

describe('a name in any writing', () => {
  const name = { given: 'Marisol', family: 'Otherhome' }
  it('is struck', () => {
    const writing = fc
      .constantFrom('Marisol', 'Otherhome', 'Marisol Otherhome', 'Otherhome Marisol')
      .chain(anyWriting)
    fc.assert(
      fc.property(writing, sentence, sentence, (...[written, before, after]) => {
        const strike = striker({ whereabouts: [], names: [name] })
        const struck = strike(`${before} Now she is at ${written}. ${after}`)
        expect({ struck, left: leftOf(struck, before, after) }).toEqual({ struck, left: [] })
      }),
      runs(1000),
    )
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      'Rose',
      'House',
      'rosehouse',
      '90',
      'ninety',
      'Tollgate',
      'Rd',
      'NM3',
      '1ZZ',
      'NM31ZZ',
      '07700',
      '900123',
      'oh',
    ],
    ...[
      'Iris',
      'I',
      '.',
      '. ',
      ', ',
      ' ',
      '\n',
      '\u200b',
      '[protected]',
      '[',
      '@',
      ' at ',
      'the',
      'lina',
      'm84',
      'example',
      'org',
      ' dot ',
    ],
    ...[
      'number',
      'in',
      'é',
      'ß',
      '𝐑',
      '王',
      '\ud800',
      '+44',
      '(',
      ')',
      'flat',
      '2',
      's',
      "'s",
      'filled.count.soap',
    ],
  )
  const text = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''))
  const strike = striker({
    whereabouts: [
      {
        addresses: [
          { houseNumber: 'Rose House', street: 'Secret Row', town: 'Reading', postcode: 'NM3 1ZZ' },
          { houseNumber: '90', street: 'Tollgate Road', town: 'Cragthorpe' },
        ],
        phones: ['07700 900123'],
        emails: ['lina.m84@example.org'],
      },
    ],
    names: [{ given: 'Iris', family: 'Otherhome' }],
    except: [{ houseNumber: '2', street: 'Tollgate Road', town: 'Cragthorpe' }],
  })

  it.each([
    ['of protected parts', strike],
    ['of contacts', withoutContacts],
    ['of postcodes', withoutPostcodes],
  ] as const)('changes no more when it is cleaned %s again', (_what, clean) => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
        const once = clean(written)
        expect(clean(once)).toBe(once)
      }),
      runs(2000),
    )
  })

  it('loses only whole stretches: what is left stands as it was, in its order', () => {
    fc.assert(
      fc.property(text, (written) => {
        let at = 0
        for (const kept of strike(written).split('[protected]')) {
          const found = written.indexOf(kept, at)
          expect(found).toBeGreaterThanOrEqual(at)
          at = found + kept.length
        }
      }),
      runs(1000),
    )
  })

  it('is cleaned in time proportional to its length, however it is made to be slow', () => {
    const unit = fc.oneof(pieces, fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 3 }), (units) => {
        const written = units.join('').repeat(20_000).slice(0, 20_000)
        const started = performance.now()
        strike(written)
        withoutContacts(written)
        expect(performance.now() - started).toBeLessThan(3000)
      }),
      runs(40),
    )
  })
})
