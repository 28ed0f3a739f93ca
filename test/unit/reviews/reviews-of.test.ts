import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { openStatusNames } from '../../../shared/codes/open-statuses.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { Review } from '../../../shared/reviews/review.ts'
import { type Asking, reviewsOf } from '../../../shared/reviews/reviews-of.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import { type Facts, nothingKnown } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { aReview } from '../../builders/a-review.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { someFacts } from '../sharing/facts.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
const asked = (facts: Partial<Facts>, change: Partial<Asking> = {}) => {
  const all = someFacts(facts)
  const decision = decideUnder(latestPolicy, all)
  const asking = { stored: aStoredConcern(), decision, facts: all, identities: [], open: [] }
  return reviewsOf({ ...asking, ...change }, { now, newId: () => anId(3) })
}
const raised = (facts: Partial<Facts>, change: Partial<Asking> = {}): Review[] =>
  asked(facts, change).raised
const refused = { consent: 'REFUSED' } as const
const whom = { person: 'subject', authority: westmarch } as const

describe('a review about disclosure', () => {
  it('is, whole, the question of the row that decided, asked of the sender’s lead', () => {
    expect(raised(refused)).toStrictEqual([aReview()])
  })

  it.each<[string, Partial<Facts>, [string, string, string]]>([
    ['R12, a refusal', refused, ['refused-consent', 'R12', '2026-11-24']],
    [
      'R13, without the duty',
      { ...refused, body: 'OTHER' },
      ['refused-consent', 'R13', '2026-11-24'],
    ],
    ['R14b, no reason', { consent: null, body: 'OTHER' }, ['no-reason', 'R14b', '2026-11-24']],
    ['R7, a detriment', { flags: ['DETRIMENT_CLAIMED'] }, ['detriment', 'R7', '2026-11-24']],
    ['R6, at H3', { flags: ['DETRIMENT_CLAIMED'], harm: 'H3' }, ['detriment', 'R6', '2026-11-23']],
    ['another purpose at H3', { purpose: 'other', harm: 'H3' }, ['purpose', 'R9', '2026-11-24']],
  ])('is of %s', (_, facts, [kind, rule, day]) => {
    const [review] = raised(facts)
    expect(review).toMatchObject({ kind, rule, asked: 'sender-lead', agency: 'turning-tide' })
    expect(review?.dueAt).toBe(`${day}T23:59:59.999Z`)
  })

  it('is asked of the partnership lead where the question depends on what is known (R16)', () => {
    const watched = { harm: 'H1', ...refused, combination: true } as const
    const [review] = raised(watched)
    expect(review).toMatchObject({ kind: 'watched', asked: 'partnership-lead', rule: 'R16' })
    expect(review?.dueAt).toBe('2026-11-25T23:59:59.999Z')
    expect(review).not.toHaveProperty('agency')
    expect(raised({ harm: 'H1', ...refused })).toEqual([])
  })

  it.each(['SHARE', 'HOLD'] as const)('is none where the table itself says %s', (decision) => {
    const facts = decision === 'SHARE' ? {} : { harm: 'H0' as const }
    expect(raised(facts)).toEqual([])
  })

  it.each(concernFlagNames)('of a concern with %s needs two people as the table says', (flag) => {
    const needsTwo = ['STAFF_CONFLICT', 'RESTRICTED_ADDRESS', 'ADOPTED'].includes(flag)
    for (const review of raised({ ...refused, flags: [flag] }))
      expect(review.needsTwo).toBe(needsTwo)
    expect(raised({ ...refused, flags: ['DA', flag] }).length).toBeLessThanOrEqual(1)
  })
})

describe('what the sender’s lead is asked', () => {
  const known: readonly Partial<Facts>[] = [
    ...openStatusNames.map((openStatus) => ({ openStatus })),
    { match: 'MANY' },
    { youngestMonths: -1 },
    { combination: true, threeInThree: true },
    { knownRemoval: true, underWatch: true },
    { highRisk: true },
    { protectedHousehold: true },
    { anyAdolescent: true },
  ]

  it.each(known)('is the same for any family: %j', (facts) => {
    for (const sent of [
      refused,
      { ...refused, body: 'OTHER' as const },
      { consent: null, body: 'OTHER' as const },
      { purpose: 'other' as const, harm: 'H3' as const },
      { flags: ['DETRIMENT_CLAIMED' as const], harm: 'H1' as const },
    ]) {
      const ofThisFamily = raised({ ...sent, ...facts })
      expect(ofThisFamily.filter((one) => one.asked === 'sender-lead')).toEqual(
        raised({ ...sent, ...nothingKnown }),
      )
    }
  })
})

describe('a question to the sender’s lead, once a concern about unknown people would be gone', () => {
  const long = aStoredConcern({ receivedAt: '2025-11-20T10:00:00.000Z' })
  it('is not asked any more, for it would show that this one is not', () => {
    expect(raised(refused, { stored: long })).toEqual([])
  })

  it('leaves what was asked before as it is', () => {
    const open = [aReview()]
    expect(asked(refused, { stored: long, open })).toEqual({ raised: [], overtaken: [] })
  })
})

describe('a review of identity', () => {
  it.each([
    ['H4', '2026-11-23', 'immediate'],
    ['H3', '2026-11-23', 'today'],
    ['H2', '2026-11-24', 'routine'],
  ] as const)('opens beside what is shared, and at %s is due on %s', (harm, day, urgency) => {
    expect(raised({ harm, match: 'POSSIBLE' }, { identities: [whom] })).toMatchObject([
      {
        kind: 'identity',
        asked: 'authority',
        authority: westmarch,
        person: 'subject',
        dueAt: `${day}T23:59:59.999Z`,
        urgency,
      },
    ])
  })

  it('opens for each person and each authority', () => {
    const identities = [
      whom,
      { person: 'subject', authority: northmoor },
      { person: 'children/0', authority: westmarch },
    ] as const
    expect(
      raised({}, { identities }).map(({ person, authority }) => ({ person, authority })),
    ).toEqual(identities)
  })

  it('opens beside a question that the clock would end by sharing, and beside no other', () => {
    const kinds = (facts: Partial<Facts>) =>
      raised(facts, { identities: [whom] }).map(({ kind }) => kind)
    expect(kinds(refused)).toEqual(['refused-consent', 'identity'])
    expect(kinds({ ...refused, body: 'OTHER' })).toEqual(['refused-consent'])
    expect(kinds({ harm: 'H0' })).toEqual([])
  })
})

describe('a review that is open', () => {
  const identity = aReview({
    kind: 'identity',
    asked: 'authority',
    ...whom,
    agency: undefined,
  })

  it('is not raised again while the same is asked', () => {
    expect(asked(refused, { open: [aReview()] })).toEqual({ raised: [], overtaken: [] })
    expect(asked({}, { open: [identity], identities: [whom] })).toEqual({
      raised: [],
      overtaken: [],
    })
  })

  it('is overtaken where nobody asks it any more', () => {
    expect(asked({}, { open: [aReview()] })).toEqual({ raised: [], overtaken: [aReview()] })
    const { overtaken, raised: others } = asked(
      {},
      { open: [identity], identities: [{ ...whom, person: 'otherAdults/0' }] },
    )
    expect(overtaken).toEqual([identity])
    expect(others).toMatchObject([{ person: 'otherAdults/0' }])
  })

  it('hands its due day on to the question that takes its place, so that changing to and fro wins no time', () => {
    const open = [aReview({ dueAt: '2026-11-23T23:59:59.999Z' })]
    const next = asked({ consent: null, body: 'OTHER' }, { open })
    expect(next.overtaken).toEqual(open)
    expect(next.raised).toMatchObject([{ kind: 'no-reason', dueAt: open[0]?.dueAt }])
    const soon = asked(
      { flags: ['DETRIMENT_CLAIMED'], harm: 'H3' },
      { open: [aReview({ dueAt: '2026-11-27T23:59:59.999Z' })] },
    )
    expect(soon.raised).toMatchObject([{ kind: 'detriment', dueAt: '2026-11-23T23:59:59.999Z' }])
  })

  it('is not asked again once it was answered, or its clock has run out', () => {
    const at = '2026-11-24T10:00:00.000Z'
    const answered = (change: Partial<StoredConcern>) => ({ stored: aStoredConcern(change) })
    const concluded = { kind: 'refused-consent', at } as const
    expect(raised(refused, answered({ concluded }))).toEqual([])
    expect(raised(refused, answered({ concluded: { kind: 'detriment', at } }))).toHaveLength(1)
    const wrongTick = { purpose: 'other', harm: 'H3' } as const
    expect(raised(wrongTick, answered({ purposeAnsweredAt: at }))).toEqual([])
  })
})
