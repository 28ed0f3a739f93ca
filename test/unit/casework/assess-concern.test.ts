import { describe, expect, it } from 'vitest'
import type { AssessmentCommit } from '../../../shared/assessing/commit-plan.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import {
  type AssessConcernDeps,
  assessConcern,
  lookupKeysOfConcern,
} from '../../../shared/casework/assess-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { aFamily, nobodyKnown } from '../../builders/a-family.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { noPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

const newId = (): string => anId(7)
const context = { model: defaultModel, trial: { needed: 0 }, newId }

const aRun = (
  stored: StoredConcern | undefined,
  answers: readonly ('committed' | 'changed')[],
  known: Gathered = nobodyKnown,
) => {
  const made: string[] = []
  const commits: AssessmentCommit[] = []
  const asked: unknown[] = []
  const left = [...answers]
  const deps: AssessConcernDeps = {
    ...context,
    read: () => {
      made.push('read')
      return Promise.resolve(stored)
    },
    gather: (...question) => {
      made.push('gather')
      asked.push(question)
      return Promise.resolve(known)
    },
    recall: (...question) => {
      made.push('recall')
      asked.push(question)
      return Promise.resolve(noPast)
    },
    readEarlierConcerns: () => Promise.resolve([]),
    commit: (commit) => {
      made.push('commit')
      commits.push(commit)
      return Promise.resolve(left.shift() ?? 'changed')
    },
    recorder: (now) => recorderFor({ actor: 'assess-concern' }, now, newId),
    now: () => now,
  }
  return { deps, made, commits, asked }
}

describe('assessing', () => {
  const { concernId } = aStoredConcern()

  it('reads, gathers and commits, once', async () => {
    const { deps, made } = aRun(aStoredConcern(), ['committed'])
    expect((await assessConcern({ concernId }, deps)).kind).toBe('assessed')
    expect(made).toEqual(['read', 'gather', 'recall', 'commit'])
  })

  it('saves the read where the stream has brought the concern', async () => {
    const { deps, made } = aRun(aStoredConcern(), ['committed'])
    await assessConcern({ concernId, fresh: aStoredConcern() }, deps)
    expect(made).toEqual(['gather', 'recall', 'commit'])
  })

  it('reads again when the concern had moved, and sees that it is done', async () => {
    const { deps, made } = aRun(aStoredConcern({ state: 'ALERTED', version: 2 }), ['changed'])
    expect(await assessConcern({ concernId, fresh: aStoredConcern() }, deps)).toEqual({
      kind: 'already-assessed',
    })
    expect(made).toEqual(['gather', 'recall', 'commit', 'read'])
  })

  it('decides again on the new state when a chronology had moved', async () => {
    const { deps, made } = aRun(aStoredConcern(), ['changed', 'committed'])
    expect((await assessConcern({ concernId, fresh: aStoredConcern() }, deps)).kind).toBe(
      'assessed',
    )
    expect(made).toEqual(['gather', 'recall', 'commit', 'read', 'gather', 'recall', 'commit'])
  })

  it.each(['IN_REVIEW', 'HELD', 'ALERTED', 'FED_BACK'] as const)(
    'leaves a concern that is %s alone',
    async (state) => {
      const { deps, made } = aRun(aStoredConcern({ state }), [])
      expect((await assessConcern({ concernId }, deps)).kind).toBe('already-assessed')
      expect(made).toEqual(['read'])
    },
  )

  it('leaves one that is not there alone', async () => {
    const { deps } = aRun(undefined, [])
    expect((await assessConcern({ concernId }, deps)).kind).toBe('already-assessed')
  })

  it('gives up after five times, so that the stream or the sweep tries later', async () => {
    const { deps, made } = aRun(aStoredConcern(), [])
    await expect(assessConcern({ concernId }, deps)).rejects.toThrow('changed 5 times')
    expect(made.filter((call) => call === 'commit')).toHaveLength(5)
  })

  it('is of number one, and commits concern, alert, message and entries together', async () => {
    const { deps, commits } = aRun(aStoredConcern(), ['committed'], await aFamily())
    const result = await assessConcern({ concernId }, deps)
    const [commit] = commits
    expect(result).toEqual({ kind: 'assessed', commit, isSilent: false })
    expect(commit).toMatchObject({
      concern: { concernId, version: 2, state: 'ALERTED' },
      assessment: { number: 1, cause: 'received', assessedAt: now.toISOString() },
      alerts: [{ authority: 'E06000991', kind: 'matched' }],
      messages: [{ authority: 'E06000991', type: 'alert.raised', createdAt: now.toISOString() }],
      entries: [
        { action: 'CONCERN_ASSESSED', actor: 'assess-concern', at: now.toISOString() },
        { action: 'ALERT_RAISED' },
      ],
    })
  })

  it('asks for the people named, for its own parties and the model in use', async () => {
    const stored = aStoredConcern()
    const { deps, asked } = aRun(stored, ['committed'], await aFamily())
    await assessConcern({ concernId }, deps)
    const [gathered, recalled] = asked
    expect(gathered).toEqual([
      lookupKeysOfConcern(stored.concern),
      { agency: 'turning-tide', authority: 'E06000991', modelVersion: defaultModel.version },
    ])
    expect(recalled).toMatchObject([
      stored,
      { subjects: ['E06000991.A1001'], children: [{ childId: 'E06000991.C1' }] },
    ])
  })

  it('asks by the children named, too', () => {
    const keys = lookupKeysOfConcern(aStoredConcern().concern)
    expect(keys).toContainEqual({ type: 'child', value: '20190203|AT' })
  })

  it('puts what only repeats an open alert into that alert', async () => {
    const sent = { incidentOn: '2026-11-20' }
    const first = aStoredConcern({ concernId: aConcernId(1) }, sent)
    const { deps, commits } = aRun(first, ['committed'], await aFamily())
    await assessConcern({ concernId: first.concernId }, deps)
    const [before] = commits
    if (before === undefined) throw new Error('nothing was committed')
    const known = { ...(await aFamily()), chronologies: before.chronologies }
    const second = aStoredConcern({ concernId: aConcernId(4) }, sent)
    const again = aRun(second, ['committed'], known)
    const { confirmed } = before.assessment.match
    const earlier = { stored: first, confirmed, alerts: before.alerts }
    const readEarlierConcerns = () => Promise.resolve([earlier])
    await assessConcern({ concernId: second.concernId }, { ...again.deps, readEarlierConcerns })
    expect(again.commits).toMatchObject([
      {
        alerts: [],
        merged: [{ version: 2, furtherNotices: [{ at: now.toISOString() }] }],
        assessment: { mergedInto: before.assessment.alertIds },
      },
    ])
  })

  it('is sure of nobody while the model is on trial', async () => {
    const { deps, commits } = aRun(aStoredConcern(), ['committed'], await aFamily())
    await assessConcern({ concernId }, { ...deps, trial: { needed: 1 } })
    expect(commits[0]?.assessment.match.band).toBe('POSSIBLE')
  })
})
