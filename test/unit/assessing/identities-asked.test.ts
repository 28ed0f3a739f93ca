import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { identitiesAsked } from '../../../shared/assessing/identities-asked.ts'
import type { PersonMatch } from '../../../shared/assessing/person-match.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, aJoinedChild, aMatch } from '../../builders/an-assessment.ts'

const unsure = (
  person: PersonMatch['person'],
  kind: PersonMatch['kind'],
  ...ids: string[]
): PersonMatch => ({
  person,
  kind,
  match: aMatch(ids.length > 1 ? 'MANY' : 'POSSIBLE', {
    candidates: ids.map((id) => aCandidate(id)),
  }),
})
const asked = (
  matches: PersonMatch[],
  {
    joined = [],
    stored = aStoredConcern(),
  }: { joined?: ReturnType<typeof aJoinedChild>[]; stored?: StoredConcern } = {},
) => identitiesAsked(stored, { matches, joined })

describe('whom a council is asked about', () => {
  it('is each person who may be somebody of its register, adult or child, by themselves', () => {
    expect(
      asked([
        unsure('subject', 'adult', `${westmarch}.A1`),
        unsure('otherAdults/0', 'adult', `${northmoor}.A2`),
        unsure('children/0', 'child', `${westmarch}.C1`),
      ]),
    ).toEqual([
      { person: 'subject', authority: westmarch },
      { person: 'otherAdults/0', authority: northmoor },
      { person: 'children/0', authority: westmarch },
    ])
  })

  it('is its lead alone, where an adopted child is among those who it may be', () => {
    const matches = [unsure('children/0', 'child', `${westmarch}.C1`, `${northmoor}.C2`)]
    const adopted = new Set([`${northmoor}.C2`])
    expect(identitiesAsked(aStoredConcern(), { matches, joined: [], adopted })).toEqual([
      { person: 'children/0', authority: westmarch },
      { person: 'children/0', authority: northmoor, isOfAdopted: true },
    ])
  })

  it('is asked of every authority with candidates, once for many of its own', () => {
    const many = unsure('subject', 'adult', `${northmoor}.A2`, `${westmarch}.A1`, `${westmarch}.A3`)
    expect(asked([many])).toEqual([
      { person: 'subject', authority: westmarch },
      { person: 'subject', authority: northmoor },
    ])
  })

  it('is nobody who is confirmed, or known to nobody', () => {
    const matches: PersonMatch[] = [
      { person: 'subject', kind: 'adult', match: aMatch('CONFIRMED') },
      { person: 'otherAdults/0', kind: 'adult', match: aMatch('NONE') },
    ]
    expect(asked(matches)).toEqual([])
  })

  it('is not asked again of a register that has answered', () => {
    const { match } = unsure('subject', 'adult', `${northmoor}.A2`)
    const answered = { ...aCandidate(`${westmarch}.A1`), settled: 'other' as const }
    const candidates = [...match.candidates, answered]
    expect(asked([{ person: 'subject', kind: 'adult', match: { ...match, candidates } }])).toEqual([
      { person: 'subject', authority: northmoor },
    ])
  })
})

describe('an adult who stands on several registers (§9.4)', () => {
  const both = aMatch('CONFIRMED', { confirmed: [`${westmarch}.A1`, `${northmoor}.A2`] })
  const matches: PersonMatch[] = [{ person: 'subject', kind: 'adult', match: both }]
  const northmoors = (change: Parameters<typeof aJoinedChild>[0] = {}) =>
    aJoinedChild({
      childId: childIdSchema.parse(`${northmoor}.C2`),
      authority: northmoor,
      ...change,
    })

  it('is asked about where the further authority works with no child of theirs now', () => {
    expect(asked(matches, { joined: [aJoinedChild(), northmoors()] })).toEqual([
      { person: 'subject', authority: northmoor },
    ])
  })

  it.each([
    ['works with a child', { openStatus: 'IN_NEED' }],
    ['has a child that is named', { why: 'NAMED' }],
  ] as const)('is not asked about where that one %s', (...[, change]) => {
    expect(asked(matches, { joined: [aJoinedChild(), northmoors(change)] })).toEqual([])
  })

  it('is not asked about of the stated authority, or once it has said that it knows them', () => {
    const stated = aStoredConcern({}, { authority: northmoor })
    expect(asked(matches, { joined: [northmoors()], stored: stated })).toEqual([])
    const settled = [
      {
        person: 'subject',
        authority: northmoor,
        ids: [`${northmoor}.A2`],
        asked: [`${northmoor}.A2`],
        at: '2026-11-24T10:00:00Z',
      },
    ] as const
    const known = aStoredConcern({
      settled: settled.map((one) => ({ ...one, ids: [...one.ids], asked: [...one.asked] })),
    })
    expect(asked(matches, { joined: [northmoors()], stored: known })).toEqual([])
  })
})
