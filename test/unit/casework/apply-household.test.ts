import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { applyHousehold } from '../../../shared/casework/apply-household.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { type ConcernId, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { HouseholdChange } from '../../../shared/register/household-change.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { assessingWith, knownFamily } from '../../builders/assessing.ts'
import { aTrace, inTurn } from '../../builders/ports.ts'

const childId = childIdSchema.parse(`${westmarch}.C1`)
const pending: HouseholdChange = {
  of: 'child',
  id: childId,
  revision: 2,
  kinds: ['joined'],
  recordedAt: '2026-11-23T09:00:00.000Z',
  status: 'PENDING',
}
const held = aStoredConcern({ state: 'HELD', assessments: 1 }, { harm: 'H1', consent: undefined })
const told = (number: number, recordedAt: string): Notification =>
  aNotification({ concernId: aConcernId(number), recordedAt })

type Standing = {
  readonly states?: readonly StoredConcern['state'][]
  /** Concerns to which the keys of the changed people lead. */
  readonly sought?: readonly ConcernId[]
}

const applying = async (
  notifications: readonly Notification[],
  change: HouseholdChange | undefined = pending,
  { states = ['FED_BACK'], sought = [] }: Standing = {},
) => {
  const trace = aTrace()
  const family = await knownFamily()
  const { deps, commits } = assessingWith(trace, { family })
  const state = inTurn(states[0] ?? 'FED_BACK', ...states.slice(1))
  const reads: string[] = []
  const applied: HouseholdChange[] = []
  const result = applyHousehold(pending, {
    ...deps,
    latestAssessment: trace.port('latestAssessment', () =>
      anAssessment({ harm: 'H1', consent: null, match: 'NONE', openStatus: null }),
    ),
    read: trace.port('read', (concernId) => {
      reads.push(concernId)
      return { ...held, concernId, state: state() }
    }),
    readChange: trace.port('readChange', () => change),
    gatherAround: trace.port('gatherAround', () => ({
      ...family.around,
      chronologies: [{ childId, version: 1, notifications: [...notifications] }],
    })),
    concernsSought: trace.port('concernsSought', () => sought),
    readConcerns: trace.port('readConcerns', (ids: readonly ConcernId[]) =>
      ids.map((concernId) => ({ ...held, concernId, state: states[0] ?? 'FED_BACK' })),
    ),
    markApplied: trace.port('markApplied', (marked: HouseholdChange) => void applied.push(marked)),
  })
  return { result, reads, applied, commits, done: trace.done }
}

describe('a change of household', () => {
  it('looks into what was told within twelve months, newest first, each once', async () => {
    const { result, reads, applied } = await applying([
      told(1, '2026-01-01T10:00:00.000Z'),
      told(2, '2026-11-01T10:00:00.000Z'),
      told(2, '2026-11-01T10:00:00.000Z'),
      told(3, '2025-11-22T10:00:00.000Z'),
    ])
    expect(await result).toEqual({ kind: 'applied' })
    expect(reads).toEqual([aConcernId(2), aConcernId(1)])
    expect(applied).toEqual([{ ...pending, status: 'APPLIED' }])
  })

  it('looks into all of them, however many, to the millisecond of twelve months', async () => {
    const many = Array.from({ length: 250 }, (_, at) =>
      told(at + 1, new Date(Date.parse('2026-11-01T10:00:00Z') - at).toISOString()),
    )
    const { result, reads } = await applying(many.toReversed())
    await result
    expect(reads).toEqual(many.map(({ concernId }) => concernId))
    const edges = [told(1, '2025-11-23T10:00:00.000Z'), told(2, '2025-11-23T09:59:59.999Z')]
    const atEdge = await applying(edges)
    await atEdge.result
    expect(atEdge.reads).toEqual([aConcernId(1)])
  })

  it('looks again after a round that has changed something', async () => {
    const one = [told(1, '2026-11-01T10:00:00.000Z')]
    const { result, reads, commits } = await applying(one, pending, {
      states: ['HELD', 'FED_BACK'],
    })
    expect(await result).toEqual({ kind: 'applied' })
    expect([reads.length, commits.length]).toEqual([2, 1])
  })

  it('is left for the next sweep when every round changes something', async () => {
    const one = [told(1, '2026-11-01T10:00:00.000Z')]
    const { result, applied } = await applying(one, pending, { states: ['HELD'] })
    await expect(result).rejects.toMatchObject({ code: 'store-busy' })
    expect(applied).toEqual([])
  })

  it('looks into what named one of its people before anybody knew them, though it was answered', async () => {
    const { result, reads, commits } = await applying([], pending, { sought: [aConcernId(7)] })
    await expect(result).rejects.toMatchObject({ code: 'store-busy' })
    expect(new Set(reads)).toEqual(new Set([aConcernId(7)]))
    expect(commits[0]?.assessment.cause).toBe('late-match')
  })

  it('looks into nothing that was answered and that no one of its people is named in', async () => {
    const { result, commits } = await applying([told(1, '2026-11-01T10:00:00.000Z')])
    expect([await result, commits]).toEqual([{ kind: 'applied' }, []])
  })

  it('is not applied twice', async () => {
    const { result, done } = await applying([], { ...pending, status: 'APPLIED' })
    expect([await result, done]).toEqual([{ kind: 'already-applied' }, ['readChange']])
  })
})
