import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChildFacts } from '../../../shared/matching/child-facts.ts'
import { childIndexKeys, childLookupKeys } from '../../../shared/matching/child-keys.ts'
import { comparePeople } from '../../../shared/matching/comparisons/compare-people.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { matchChild } from '../../../shared/matching/match.ts'
import { featuresOfChild } from '../../../shared/matching/normalise/features-of-child.ts'
import { shareCandidates } from '../../../shared/matching/share-candidates.ts'
import { sureIdsOf } from '../../../shared/matching/sure-ids.ts'
import { usableHits } from '../../../shared/matching/usable-hits.ts'
import { person } from './arbitraries.ts'

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined })

const date = fc.constantFrom(
  '2019-03-04',
  '2019-04-03',
  '2019-03',
  '2019',
  '2019-01-01',
  '2021-07-09',
)
const due = fc.constantFrom('2019-03-20', '2019-06-01', '2027-01-01', 'never')
const relationship = fc.constantFrom('MOTHER', 'FATHER', 'STEP_PARENT', 'UNKNOWN', 'another')

const adult = fc
  .record({ person, relationship: maybe(relationship) })
  .map(({ person: { names, dateOfBirth }, relationship: role }) => ({
    names,
    dateOfBirth,
    relationship: role,
  }))

/** Children of few names, dates and homes, so that they meet by chance. */
const child: fc.Arbitrary<ChildFacts> = fc
  .record({
    person,
    date: maybe(date),
    due: maybe(due),
    years: maybe(fc.integer({ min: 0, max: 18 })),
    adults: fc.array(adult, { maxLength: 3 }),
  })
  .map(({ person: { names, sex, addresses, nhsNumbers }, ...known }) => ({
    names,
    sex,
    addresses,
    nhsNumbers,
    dateOfBirth: known.date,
    expectedDateOfDelivery: known.due,
    age: known.years === undefined ? undefined : { years: known.years, on: '2026-11-26' },
    adults: known.adults,
  }))
const children = fc
  .array(child, { maxLength: 6 })
  .map((each) => each.map((one, at) => ({ id: `c${at}`, child: one })))

const request = fc.record({
  query: child,
  candidates: children,
  model: fc.constant(defaultModel),
  incomplete: fc.boolean(),
})

describe('matchChild', () => {
  it('explains each weight to the last bit', () => {
    fc.assert(
      fc.property(request, (each) => {
        for (const { weight, explanation } of matchChild(each).candidates)
          expect(explanation.reduce((sum, { bits }) => sum + bits, 0)).toBe(weight)
      }),
    )
  })

  it('does not depend on the order of candidates', () => {
    fc.assert(
      fc.property(request, (each) => {
        const reversed = { ...each, candidates: [...each.candidates].reverse() }
        expect(matchChild(reversed)).toEqual(matchChild(each))
      }),
    )
  })

  it('never answers nobody after an incomplete look-up, and confirms nobody', () => {
    fc.assert(
      fc.property(request, (each) => {
        const { band, confirmed } = matchChild({ ...each, incomplete: true })
        expect(['POSSIBLE', 'MANY']).toContain(band)
        expect(confirmed).toEqual([])
      }),
    )
  })

  it('confirms nobody by name alone', () => {
    fc.assert(
      fc.property(request, (each) => {
        const { names } = each.query
        const query = { names, nhsNumbers: [], addresses: [], adults: [] }
        expect(matchChild({ ...each, query }).confirmed).toEqual([])
      }),
    )
  })

  it('confirms nobody without a name, number and expected date', () => {
    fc.assert(
      fc.property(request, (each) => {
        const told = { ...each.query, names: [], nhsNumbers: [], expectedDateOfDelivery: undefined }
        const candidates = each.candidates.map(({ id, child: own }) => ({
          id,
          child: { ...own, expectedDateOfDelivery: undefined },
        }))
        expect(matchChild({ ...each, query: told, candidates }).confirmed).toEqual([])
      }),
    )
  })

  it('compares alike from either side', () => {
    fc.assert(
      fc.property(child, child, (a, b) => {
        const [one, other] = [featuresOfChild(a), featuresOfChild(b)]
        expect(comparePeople(one, other).findings).toEqual(comparePeople(other, one).findings)
      }),
    )
  })
})

describe('keys of a child', () => {
  it('are distinct, nine at most when sought, and of children alone', () => {
    fc.assert(
      fc.property(child, (each) => {
        const keys = childLookupKeys(each)
        const all = [...keys, ...childIndexKeys(each)]
        expect(keys.length).toBeLessThanOrEqual(9)
        expect(new Set(keys.map(({ type, value }) => `${type}|${value}`)).size).toBe(keys.length)
        expect(all.every(({ type }) => type.startsWith('child-'))).toBe(true)
      }),
    )
  })

  it('lead from a child to itself', () => {
    fc.assert(
      fc.property(child, (each) => {
        const stored = new Set(childIndexKeys(each).map(({ type, value }) => `${type}|${value}`))
        // This one leads from a birth to whoever was expected, and a child is never both.
        const sought = childLookupKeys(each).filter((key) => key.type !== 'child-born-mother')
        fc.pre(sought.length > 0)
        expect(sought.some(({ type, value }) => stored.has(`${type}|${value}`))).toBe(true)
      }),
    )
  })
})

describe('shareCandidates', () => {
  const type = fc.constantFrom(
    'child-house',
    'child-identifier',
    'name-pair',
    'birth-date-token',
    'phone',
  )
  const block = fc
    .record({
      type,
      ids: fc.uniqueArray(
        fc.integer({ min: 0, max: 400 }).map((at) => `p${at}`),
        { maxLength: 60 },
      ),
      value: fc.nat(9),
      isCut: fc.boolean(),
    })
    .map(({ type: kind, value, ids, isCut }) => ({
      key: { type: kind, value: String(value) },
      ids,
      isCut,
    }))
  const blocks = fc.uniqueArray(block, {
    maxLength: 5,
    selector: ({ key }) => `${key.type}|${key.value}`,
  })
  const kind = fc.constantFrom('adult', 'child')
  const people = fc.array(fc.record({ kind, blocks }), {
    maxLength: 6,
  })

  it('fetches 150 at most beside those who are sure, and says who went short', () => {
    fc.assert(
      fc.property(people, (each) => {
        const shares = shareCandidates(each)
        const sure = new Set(each.flatMap(({ blocks }) => [...sureIdsOf(usableHits(blocks).hits)]))
        const fetched = new Set(shares.flatMap(({ ids }) => ids))
        expect([...sure].filter((id) => !fetched.has(id))).toEqual([])
        expect(fetched.size).toBeLessThanOrEqual(Math.max(150, sure.size))
        for (const [at, { ids, incomplete }] of shares.entries()) {
          const alone = shareCandidates(each.slice(at, at + 1))[0]
          if (!incomplete) expect(ids).toEqual(alone?.ids)
        }
      }),
    )
  })
})
