import { describe, expect, it } from 'vitest'
import type { AssessmentCommit } from '../../../shared/assessing/commit-plan.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { applyHousehold } from '../../../shared/casework/apply-household.ts'
import { type ReassessHeldDeps, reassessHeld } from '../../../shared/casework/reassess-held.ts'
import type { Notification } from '../../../shared/chronology/notification.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import type { HouseholdChange } from '../../../shared/register/household-change.ts'
import { aFamily, nobodyKnown } from '../../builders/a-family.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { noPast } from '../../builders/no-past.ts'
import { aTrace, inTurn, now } from '../../builders/ports.ts'

const held = aStoredConcern({ state: 'HELD' }, { harm: 'H1', consent: undefined })
/** Of before the family was on the register: the subject was confirmed, and had no child. */
const childless = anAssessment({ harm: 'H1', consent: null, childAgeMonths: null }, { matched: [] })

const aHousehold = (
  known: Gathered,
  {
    stored = held,
    previous = childless,
    answers = ['committed'],
  }: {
    stored?: StoredConcern | null
    previous?: typeof childless | null
    answers?: readonly ('committed' | 'changed')[]
  } = {},
) => {
  const { acting, port, done, said, keep } = aTrace()
  const commits: AssessmentCommit[] = []
  const asked: unknown[] = []
  const answer = inTurn(answers[0] ?? 'changed', ...answers.slice(1))
  const deps: ReassessHeldDeps = {
    ...acting,
    read: port('read', () => stored ?? undefined),
    latestAssessment: port('latestAssessment', () => previous ?? undefined),
    gatherAdults: port('gatherAdults', (...question: unknown[]) => {
      asked.push(question)
      return known
    }),
    recall: port('recall', () => noPast),
    commit: port<[AssessmentCommit], 'committed' | 'changed'>('commit', (commit) => {
      commits.push(commit)
      keep(commit.entries)
      return answer()
    }),
  }
  return { deps, port, commits, done, said, asked }
}
const input = { concernId: aConcernId() }

describe('a held concern, after a change of its household', () => {
  it('is decided again on the children who are there now', async () => {
    const { deps, commits, said, asked } = aHousehold(await aFamily())
    expect(await reassessHeld(input, deps)).toEqual({ kind: 'reassessed' })
    expect(asked).toEqual([
      [['E06000991.A1001'], { agency: 'turning-tide', authority: 'E06000991' }],
    ])
    expect(commits).toMatchObject([
      {
        concern: { version: 2 },
        assessment: {
          number: 2,
          cause: 'household-changed',
          matched: [{ childId: 'E06000991.C1' }],
        },
      },
    ])
    expect(said()[0]).toMatchObject({ action: 'CONCERN_REASSESSED', at: now.toISOString() })
  })

  it('is left where the household says no more than before', async () => {
    const { deps, commits } = aHousehold(nobodyKnown)
    expect(await reassessHeld(input, deps)).toEqual({ kind: 'left' })
    expect(commits).toEqual([])
  })

  it.each(['RECEIVED', 'IN_REVIEW', 'ALERTED', 'FED_BACK'] as const)(
    'is left when it is no longer held but %s',
    async (state) => {
      const { deps, done } = aHousehold(await aFamily(), { stored: { ...held, state } })
      expect(await reassessHeld(input, deps)).toEqual({ kind: 'left' })
      expect(done).toEqual(['read', 'latestAssessment'])
    },
  )

  it('is left when it is not there', async () => {
    const { deps } = aHousehold(await aFamily(), { stored: null })
    expect(await reassessHeld(input, deps)).toEqual({ kind: 'left' })
  })

  it('is left when it was never assessed', async () => {
    const { deps } = aHousehold(await aFamily(), { previous: null })
    expect(await reassessHeld(input, deps)).toEqual({ kind: 'left' })
  })

  it('is decided again on what has moved, five times, and then left for later', async () => {
    const moved = aHousehold(await aFamily(), { answers: ['changed', 'committed'] })
    expect(await reassessHeld(input, moved.deps)).toEqual({ kind: 'reassessed' })
    expect(moved.commits).toHaveLength(2)
    const moving = aHousehold(await aFamily(), { answers: ['changed'] })
    await expect(reassessHeld(input, moving.deps)).rejects.toMatchObject({ code: 'store-busy' })
    expect(moving.commits).toHaveLength(5)
  })
})

describe('a change of household', () => {
  const childId = childIdSchema.parse('E06000991.C1')
  const pending: HouseholdChange = {
    of: 'child',
    id: childId,
    version: 2,
    kinds: ['joined'],
    recordedAt: '2026-11-23T09:00:00.000Z',
    status: 'PENDING',
  }
  const told = (number: number, recordedAt: string): Notification => ({
    concernId: aConcernId(number),
    eventOn: '2026-11-01',
    recordedAt,
    agency: 'turning-tide',
    agencyName: 'Turning Tide',
    adultIds: [],
    factors: ['2B'],
    harm: 'H1',
  })

  const applying = async (
    notifications: readonly Notification[],
    change: HouseholdChange | undefined = pending,
    states: readonly StoredConcern['state'][] = ['ALERTED'],
  ) => {
    const { deps, port, commits, done } = aHousehold(await aFamily())
    const state = inTurn(states[0] ?? 'ALERTED', ...states.slice(1))
    const reads: string[] = []
    const applied: HouseholdChange[] = []
    const result = applyHousehold(pending, {
      ...deps,
      read: port('read', (concernId) => {
        reads.push(concernId)
        return { ...held, concernId, state: state() }
      }),
      readChange: port('readChange', () => change),
      readHeads: port('readHeads', () => [
        { childId, version: 1, notifications: [...notifications] },
      ]),
      markApplied: port('markApplied', (marked: HouseholdChange) => void applied.push(marked)),
    })
    return { result, reads, applied, commits, done }
  }

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

  it('looks into the hundred newest, to the millisecond of twelve months', async () => {
    const many = Array.from({ length: 101 }, (_, at) =>
      told(at + 1, new Date(Date.parse('2026-11-01T10:00:00Z') - at).toISOString()),
    )
    const { result, reads } = await applying(many.toReversed())
    await result
    expect(reads).toEqual(many.slice(0, 100).map(({ concernId }) => concernId))
    const edges = [told(1, '2025-11-23T10:00:00.000Z'), told(2, '2025-11-23T09:59:59.999Z')]
    const atEdge = await applying(edges)
    await atEdge.result
    expect(atEdge.reads).toEqual([aConcernId(1)])
  })

  it('looks again after a round that has changed something', async () => {
    const one = [told(1, '2026-11-01T10:00:00.000Z')]
    const { result, reads, commits } = await applying(one, pending, ['HELD', 'ALERTED'])
    expect(await result).toEqual({ kind: 'applied' })
    expect([reads.length, commits.length]).toEqual([2, 1])
  })

  it('is left for the next sweep when every round changes something', async () => {
    const { result, applied } = await applying([told(1, '2026-11-01T10:00:00.000Z')], pending, [
      'HELD',
    ])
    await expect(result).rejects.toMatchObject({ code: 'store-busy' })
    expect(applied).toEqual([])
  })

  it('is not applied twice', async () => {
    const { result, done } = await applying([], { ...pending, status: 'APPLIED' })
    expect([await result, done]).toEqual([{ kind: 'already-applied' }, ['readChange']])
  })
})
