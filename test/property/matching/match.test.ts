import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { indexKeys, lookupKeys } from '../../../shared/matching/index-keys.ts'
import { matchPerson } from '../../../shared/matching/match.ts'
import { thresholdsOf } from '../../../shared/matching/model.ts'
import { candidates, children, person } from './arbitraries.ts'

const model = defaultModel
const request = fc.record({
  query: person,
  children,
  candidates,
  model: fc.constant(model),
  incomplete: fc.boolean(),
})

describe('matchPerson', () => {
  it('explains each weight to the last bit, in any order', () => {
    fc.assert(
      fc.property(request, (each) => {
        for (const { weight, explanation } of matchPerson(each).candidates) {
          const bits = explanation.map((line) => line.bits)
          expect(bits.reduce((sum, bit) => sum + bit, 0)).toBe(weight)
          expect(bits.reduceRight((sum, bit) => sum + bit, 0)).toBe(weight)
          expect(explanation[0]?.comparison).toBe('prior')
          expect(explanation.slice(-2).map(({ comparison }) => comparison)).toEqual([
            'household',
            'other-candidates',
          ])
        }
      }),
    )
  })

  it('does not depend on the order of candidates', () => {
    const shuffled = request.chain((each) =>
      fc.tuple(
        fc.constant(each),
        fc.shuffledSubarray([...each.candidates], { minLength: each.candidates.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([each, others]) => {
        expect(matchPerson({ ...each, candidates: others })).toEqual(matchPerson(each))
      }),
    )
  })

  it('takes a placeholder for a half of a name as that half left out', () => {
    const placeholder = fc.constantFrom(
      ...[
        'Unknown',
        'UNKNOWN',
        'not known',
        'Not stated',
        'FNU',
        'LNU',
        'XXXX',
        'n/a',
        'TBC',
        'Mrs',
        '?',
        '-',
        '.',
      ],
      ...[
        'No surname',
        'surname unknown',
        'Unnamed',
        'Withheld',
        '\u200b',
        ' ',
        'Not yet known',
        'nk',
        'Refused',
      ],
    )
    const half = fc.constantFrom('given', 'family')
    fc.assert(
      fc.property(request, placeholder, half, (each, text, left) => {
        const names = each.query.names.map((name) => ({ ...name, [left]: undefined }))
        const said = each.query.names.map((name) => ({ ...name, [left]: text }))
        const [without, written] = [names, said].map((of) =>
          matchPerson({ ...each, query: { ...each.query, names: of } }),
        )
        expect(JSON.stringify(written)).toBe(JSON.stringify(without))
      }),
    )
  })

  it('never answers nobody after an incomplete look-up, and confirms nobody', () => {
    fc.assert(
      fc.property(request, (each) => {
        const result = matchPerson({ ...each, incomplete: true })
        expect(['POSSIBLE', 'MANY']).toContain(result.band)
        expect(result.confirmed).toEqual([])
      }),
    )
  })

  it('keeps its promises for each band', () => {
    fc.assert(
      fc.property(request, (each) => {
        const { band, confirmed, candidates: kept } = matchPerson(each)
        expect(confirmed.length > 0).toBe(band === 'CONFIRMED')
        expect(kept.length > 0 || band === 'NONE' || each.incomplete).toBe(true)
        if (band !== 'CONFIRMED') return
        const [best] = kept
        expect(best?.guards).toEqual([])
        expect(best?.posterior).toBeGreaterThanOrEqual(thresholdsOf(model).confirm)
        expect(confirmed).toContain(best?.id)
      }),
    )
  })

  it('never confirms somebody of whom a first name only is known', () => {
    fc.assert(
      fc.property(request, (each) => {
        const names = each.query.names.flatMap(({ given }) =>
          given === undefined ? [] : [{ given: given.split(/[^\p{L}]/u)[0] ?? '' }],
        )
        const result = matchPerson({ ...each, query: { ...each.query, names } })
        expect(result.band).not.toBe('CONFIRMED')
      }),
    )
  })

  it('gives chances between 0 and 1', () => {
    fc.assert(
      fc.property(request, (each) => {
        for (const { posterior, weight } of matchPerson(each).candidates) {
          expect(posterior).toBeGreaterThan(0)
          expect(posterior).toBeLessThanOrEqual(1)
          expect(posterior).toBe(1 / (1 + 2 ** -weight))
        }
      }),
    )
  })
})

describe('keys', () => {
  it('are bounded, distinct, not empty, and the same for the same person', () => {
    fc.assert(
      fc.property(person, children, (each, own) => {
        const keys = lookupKeys(each, own)
        const stored = indexKeys(each, own)
        expect(keys.length).toBeLessThanOrEqual(20)
        expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(keys.length)
        for (const key of keys) expect(stored).toContainEqual(key)
        expect(stored.filter(({ value }) => value === '')).toEqual([])
      }),
    )
  })
})
