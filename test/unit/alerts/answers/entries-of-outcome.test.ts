import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { entriesOfOutcome } from '../../../../shared/alerts/answers/entries-of-outcome.ts'
import { childIdSchema } from '../../../../shared/kernel/ids.ts'
import { anId } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const children = ['C1', 'C2'].map((id) => childIdSchema.parse(`${westmarch}.${id}`))
const decided = (
  outcome: Partial<NonNullable<Alert['outcome']>> = {},
  change: Partial<Alert> = {},
): Alert =>
  anAlert({
    harm: 'H3',
    children,
    factors: ['4B'],
    outcome: {
      by: 'westmarch',
      at: '2026-07-01T23:30:00.000Z',
      code: 'ASSESSMENT_S17',
      ...outcome,
    },
    ...change,
  })

const by = { entryId: anId(9), authorityName: 'Westmarch' }

describe('what children’s social care decided, in the chronology', () => {
  const entry = {
    entryId: anId(9),
    kind: 'OUTCOME',
    // Half past midnight in London.
    eventOn: '2026-07-02',
    isOngoing: false,
    recordedAt: '2026-07-01T23:30:00.000Z',
    source: { kind: 'authority', name: 'Westmarch' },
    harm: 'H3',
    factors: ['4B'],
    outcome: 'ASSESSMENT_S17',
    hasPreviousRemoval: false,
  }

  it('is an entry for each child of the alert', () => {
    expect(entriesOfOutcome(decided(), by)).toEqual(children.map((childId) => ({ childId, entry })))
  })

  it('holds the reason as an opinion', () => {
    const [first] = entriesOfOutcome(decided({ reason: 'Seen at home.' }), by)
    expect(first?.entry).toEqual({
      ...entry,
      statements: [{ kind: 'OPINION', text: 'Seen at home.' }],
    })
  })

  it('is for the lead alone where the alert was', () => {
    const [first] = entriesOfOutcome(decided({}, { isLeadsOnly: true }), by)
    expect(first?.entry).toEqual({ ...entry, isLeadsOnly: true })
  })

  it('is nothing where the authority knows no child of it', () => {
    expect(entriesOfOutcome(decided({}, { children: [] }), by)).toEqual([])
  })

  it('is nothing while nothing is decided', () => {
    const { outcome: _, ...undecided } = decided()
    expect(entriesOfOutcome(undecided, by)).toEqual([])
  })
})
