import { describe, expect, it } from 'vitest'
import { type LocalCode, northmoor, westmarch } from '../../../../infra/stages/local.ts'
import {
  accumulatedOf,
  accumulatedSchema,
  earlierOf,
  earlierSchema,
} from '../../../../shared/alerts/content/past-of-concern.ts'
import type { StandingEntry } from '../../../../shared/chronology/entry.ts'
import type { StoredConcern } from '../../../../shared/concerns/stored-concern.ts'
import { alertIdSchema, childIdSchema, concernIdSchema } from '../../../../shared/kernel/ids.ts'
import { uuidV7 } from '../../../../shared/kernel/uuid-v7.ts'
import { anEntry } from '../../../builders/a-chronology-entry.ts'
import { aConcernId, anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'

const child = childIdSchema.parse(`${westmarch}.C1`)
const other = childIdSchema.parse(`${northmoor}.C9`)
const at = (day: number): string =>
  uuidV7(new Date(`2026-11-${String(day).padStart(2, '0')}T10:00:00Z`), Buffer.alloc(16, day))
const entry = (day: number, change: Partial<StandingEntry> = {}): StandingEntry => ({
  childId: child,
  entry: anEntry({ entryId: at(day) }),
  ...change,
})
const earlier = (...entries: StandingEntry[]) => earlierOf(aConcernId(9), [child], entries)

describe('what an alert tells of earlier entries', () => {
  it('is dates, source and codes, and no text', () => {
    const statements = [{ kind: 'FACT' as const, text: 'Assessed.' }]
    const told = earlier(
      entry(1, { entry: anEntry({ entryId: at(1), statements, isLeadsOnly: true }) }),
    )
    expect(told).toEqual([
      {
        entryId: at(1),
        childId: child,
        kind: 'CONCERN',
        eventOn: '2026-11-01',
        isOngoing: false,
        recordedAt: '2026-11-23T10:00:00.000Z',
        source: { kind: 'agency', name: 'Turning Tide' },
        harm: 'H2',
        factors: ['2B'],
        isSuperseded: false,
      },
    ])
    expect(earlierSchema.parse(told[0])).toEqual(told[0])
  })

  it('is of an outcome what was decided', () => {
    expect(
      earlier(entry(1, { entry: anEntry({ kind: 'OUTCOME', outcome: 'ASSESSMENT_S17' }) })),
    ).toMatchObject([{ kind: 'OUTCOME', outcome: 'ASSESSMENT_S17' }])
  })

  it('is newest first, forty at most', () => {
    const many = Array.from({ length: 28 }, (_, index) => index + 1)
    const second = childIdSchema.parse(`${westmarch}.C2`)
    const both = [
      ...many.map((day) => entry(day)),
      ...many.map((day) => entry(day, { childId: second })),
    ]
    const told = earlierOf(concernIdSchema.parse(at(30)), [child, second], both)
    expect(told).toHaveLength(40)
    expect([told[0]?.entryId, told.at(-1)?.entryId]).toEqual([at(28), at(9)])
  })

  it('is of the children that the alert names only, and not the concern itself', () => {
    expect(earlier(entry(1), entry(2, { childId: other })).map(({ childId }) => childId)).toEqual([
      child,
    ])
    const itself = entry(1, { entry: anEntry({ entryId: aConcernId(1) }) })
    expect(earlierOf(aConcernId(1), [child], [itself])).toEqual([])
  })

  it('says that one was superseded by a correction', () => {
    expect(earlier(entry(1, { supersededBy: anId(5) }))).toMatchObject([{ isSuperseded: true }])
  })

  it('names no sensitive service of the child (X5)', () => {
    const sensitive = anEntry({ entryId: at(1), isOfChildsService: true })
    const [told] = earlier(entry(1, { entry: sensitive }))
    expect(told?.source).toEqual({ kind: 'agency', name: '[protected]' })
    expect(told).not.toHaveProperty('isOfChildsService')
  })
})

describe('accumulation, as one authority reads it', () => {
  const none = { combination: false, threeInThree: false }
  const both = { combination: true, threeInThree: true }
  const reader = { authority: westmarch, isLead: false } as const
  const toldTo = (
    authority: LocalCode,
    change: Partial<StoredConcern> = {},
    sent: object = {},
  ): StoredConcern => ({
    ...aStoredConcern({ concernId: aConcernId(3) }, { incidentOn: '2026-10-01', ...sent }),
    told: [{ authority, alertId: alertIdSchema.parse(anId(9)) }],
    ...change,
  })
  const told = (stored: StoredConcern, isLead = false) =>
    accumulatedOf(both, [stored], { ...reader, isLead })

  it.each([
    [none, []],
    [{ ...none, combination: true }, ['combination-in-12-months']],
    [{ ...none, threeInThree: true }, ['three-notifications-in-3-months']],
    [both, ['combination-in-12-months', 'three-notifications-in-3-months']],
  ])('names the rules that hold: %j', (facts, rules) => {
    expect(accumulatedOf(facts, [], reader)).toEqual({ rules, contributing: [], others: 0 })
  })

  it('names agency and domain of what this authority was told', () => {
    const accumulated = told(toldTo(westmarch))
    expect(accumulated).toMatchObject({
      contributing: [
        { eventOn: '2026-10-01', agencyName: 'Turning Tide', domains: ['substance-misuse'] },
      ],
      others: 0,
    })
    expect(accumulatedSchema.parse(accumulated)).toEqual(accumulated)
  })

  it.each([
    ['held, or in review', toldTo(westmarch, { told: [] })],
    ['told to another authority only', toldTo(northmoor)],
    [
      'told here of an adopted child alone',
      toldTo(westmarch, {
        told: [{ authority: westmarch, alertId: alertIdSchema.parse(anId(9)), isOfAdopted: true }],
      }),
    ],
    ['told here to the lead alone', toldTo(westmarch, {}, { flags: ['STAFF_CONFLICT'] })],
  ])('counts what was %s, and says nothing else of it', (_, stored) => {
    expect(told(stored)).toMatchObject({ contributing: [], others: 1 })
  })

  it('shows the lead what is the lead’s', () => {
    expect(told(toldTo(westmarch, {}, { flags: ['STAFF_CONFLICT'] }), true).others).toBe(0)
  })

  it('names no sensitive service of a child below suspected significant harm (X5)', () => {
    const flags = ['SENSITIVE_CHILD_SERVICE']
    const name = (harm: string) =>
      told(toldTo(westmarch, {}, { flags, harm })).contributing[0]?.agencyName
    expect([name('H2'), name('H3')]).toEqual(['[protected]', 'Turning Tide'])
  })
})
