import { describe, expect, it } from 'vitest'
import {
  accumulatedOf,
  accumulatedSchema,
  earlierOf,
  earlierSchema,
} from '../../../../shared/alerts/content/past-of-concern.ts'
import type { StandingEntry } from '../../../../shared/chronology/entry.ts'
import { childIdSchema } from '../../../../shared/kernel/ids.ts'
import { uuidV7 } from '../../../../shared/kernel/uuid-v7.ts'
import { anEntry } from '../../../builders/a-chronology-entry.ts'
import { aConcernId, anId } from '../../../builders/a-stored-concern.ts'
import { noPastOfConcern } from '../../../builders/no-past.ts'
import { someFacts } from '../../sharing/facts.ts'

const child = childIdSchema.parse('E06000991.C1')
const other = childIdSchema.parse('E08000992.C9')
const at = (day: number): string =>
  uuidV7(new Date(`2026-11-${String(day).padStart(2, '0')}T10:00:00Z`), Buffer.alloc(16, day))
const entry = (day: number, change: Partial<StandingEntry> = {}): StandingEntry => ({
  childId: child,
  entry: anEntry({ entryId: at(day) }),
  ...change,
})
const earlier = (...entries: StandingEntry[]) =>
  earlierOf(aConcernId(9), [child], { ...noPastOfConcern, earlier: entries })

describe('what an alert tells of earlier entries', () => {
  it('is dates, source, nature and codes, and no text', () => {
    expect(earlier(entry(1))).toEqual([
      {
        entryId: at(1),
        childId: child,
        kind: 'CONCERN',
        eventOn: '2026-11-01',
        isOngoing: false,
        recordedAt: '2026-11-23T10:00:00.000Z',
        source: { kind: 'agency', name: 'Turning Tide' },
        nature: ['FACT', 'REPORTED'],
        harm: 'H2',
        factors: ['2B'],
        isSuperseded: false,
      },
    ])
  })

  it('is of an outcome what was decided', () => {
    const [told] = earlier(
      entry(1, { entry: anEntry({ kind: 'OUTCOME', outcome: 'ASSESSMENT_S17' }) }),
    )
    expect(earlierSchema.parse(told)).toMatchObject({ kind: 'OUTCOME', outcome: 'ASSESSMENT_S17' })
  })

  it('is read as it was written, with and without its source', () => {
    const [told] = earlier(entry(1))
    const { source: _, ...unnamed } = told ?? {}
    expect([told, unnamed].map((each) => earlierSchema.parse(each))).toEqual([told, unnamed])
    expect(earlierSchema.safeParse({ ...told, reason: 'A reason.' }).success).toBe(false)
  })

  it('is newest first, forty at most', () => {
    const many = Array.from({ length: 28 }, (_, index) => index + 1)
    const second = childIdSchema.parse('E06000991.C2')
    const both = [
      ...many.map((day) => entry(day)),
      ...many.map((day) => entry(day, { childId: second })),
    ]
    const told = earlierOf(aConcernId(9), [child, second], { ...noPastOfConcern, earlier: both })
    expect(told).toHaveLength(40)
    expect(told[0]?.entryId).toBe(at(28))
    expect(told.at(-1)?.entryId).toBe(at(9))
  })

  it('is of the children that the alert names only', () => {
    expect(earlier(entry(1), entry(2, { childId: other })).map(({ childId }) => childId)).toEqual([
      child,
    ])
  })

  it('leaves out the concern itself, shared a second time', () => {
    expect(
      earlierOf(aConcernId(1), [child], {
        ...noPastOfConcern,
        earlier: [entry(1, { entry: anEntry({ entryId: aConcernId(1) }) })],
      }),
    ).toEqual([])
  })

  it.each([
    ['by an earlier correction', { supersededBy: anId(5) }, undefined],
    ['by this very concern', {}, at(1)],
  ] as const)('says that one was superseded %s', (...[, change, corrects]) => {
    const past = { ...noPastOfConcern, earlier: [entry(1, change)], corrects: corrects as never }
    expect(earlierOf(aConcernId(9), [child], past)).toMatchObject([{ isSuperseded: true }])
  })
})

describe('the rules of accumulation', () => {
  it.each([
    [false, false, []],
    [true, false, ['two-domains-in-12-months']],
    [false, true, ['three-notifications-in-3-months']],
    [true, true, ['two-domains-in-12-months', 'three-notifications-in-3-months']],
  ])('are named as they hold: %s, %s', (accumulationFires, threeInThree, rules) => {
    expect(
      accumulatedOf(someFacts({ accumulationFires, threeInThree }), noPastOfConcern).rules,
    ).toEqual(rules)
  })

  it('stand beside the concerns that made them hold', () => {
    const contributing = [
      {
        concernId: aConcernId(3),
        eventOn: '2026-10-01',
        agencyName: 'Harbour Clinic',
        domains: ['mental-health' as const],
      },
    ]
    const accumulated = accumulatedOf(someFacts({ accumulationFires: true }), {
      ...noPastOfConcern,
      contributing,
    })
    expect(accumulated).toEqual({ rules: ['two-domains-in-12-months'], contributing })
    expect(accumulatedSchema.parse(accumulated)).toEqual(accumulated)
  })
})
