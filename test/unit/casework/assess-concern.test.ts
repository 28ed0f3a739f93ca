import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type AssessConcernDeps, assessConcern } from '../../../shared/casework/assess-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { assessingWith, knownFamily, unknownFamily } from '../../builders/assessing.ts'
import { aTrace, now } from '../../builders/ports.ts'

const { concernId } = aStoredConcern()

const assessing = async (
  stored: StoredConcern | undefined,
  {
    fresh,
    change = {},
    ...read
  }: Omit<Parameters<typeof assessingWith>[1], 'stored'> & {
    readonly fresh?: StoredConcern
    readonly change?: Partial<AssessConcernDeps>
  } = {},
) => {
  const trace = aTrace()
  const { deps, commits } = assessingWith(trace, { stored, ...read })
  const input = { concernId, ...(fresh !== undefined && { fresh }) }
  const result = assessConcern(input, { ...deps, ...change })
  return { result, commits, ...trace }
}

describe('assessing', () => {
  it('reads, gathers, looks around and commits, once', async () => {
    const { result, done } = await assessing(aStoredConcern())
    expect((await result).kind).toBe('assessed')
    expect(done).toEqual(['read', 'gather', 'gatherAround', 'commit'])
  })

  it('saves the read where the stream has brought the concern', async () => {
    const { result, done } = await assessing(aStoredConcern(), { fresh: aStoredConcern() })
    await result
    expect(done).toEqual(['gather', 'gatherAround', 'commit'])
  })

  it('reads again when the concern had moved, and sees that it is done', async () => {
    const { result, done } = await assessing(aStoredConcern({ state: 'ALERTED', version: 2 }), {
      fresh: aStoredConcern(),
      answers: ['changed'],
    })
    expect(await result).toEqual({ kind: 'already-assessed' })
    expect(done).toEqual(['gather', 'gatherAround', 'commit', 'read'])
  })

  it('decides again on the new state when a chronology had moved', async () => {
    const { result, commits } = await assessing(aStoredConcern(), {
      answers: ['changed', 'committed'],
    })
    expect([(await result).kind, commits.length]).toEqual(['assessed', 2])
  })

  it.each(['IN_REVIEW', 'HELD', 'ALERTED', 'FED_BACK', 'WITHDRAWN'] as const)(
    'leaves a concern that is %s alone',
    async (state) => {
      const { result, done } = await assessing(aStoredConcern({ state }))
      expect([await result, done]).toEqual([{ kind: 'already-assessed' }, ['read']])
    },
  )

  it('leaves one that is not there alone', async () => {
    const { result } = await assessing(undefined)
    expect((await result).kind).toBe('already-assessed')
  })

  it('gives up after five times, so that the stream or the sweep tries later', async () => {
    const { result, commits } = await assessing(aStoredConcern(), { answers: ['changed'] })
    await expect(result).rejects.toThrow('changed 5 times')
    expect(commits).toHaveLength(5)
  })

  it('commits concern, assessment, alert, message and entries together', async () => {
    const { result, commits } = await assessing(aStoredConcern(), { family: await knownFamily() })
    expect(await result).toMatchObject({ kind: 'assessed', isSilent: false })
    const [commit] = commits
    expect(commit).toMatchObject({
      concern: { concernId, version: 2, state: 'ALERTED', assessments: 1 },
      assessment: {
        number: 1,
        cause: 'received',
        assessedAt: now.toISOString(),
        joined: [{ childId: `${westmarch}.C1` }],
      },
      alerts: [{ authority: westmarch, kind: 'matched', children: [`${westmarch}.C1`] }],
      messages: [{ authority: westmarch, type: 'alert.raised', createdAt: now.toISOString() }],
      entries: [
        { action: 'CONCERN_ASSESSED', actor: 'the-hub', at: now.toISOString() },
        { action: 'ALERT_RAISED' },
      ],
    })
  })

  it('tells the stated council of a child by name where nobody of the concern is known', async () => {
    const { result, commits } = await assessing(aStoredConcern())
    await result
    expect(commits[0]?.alerts).toMatchObject([{ authority: westmarch, children: [] }])
  })

  it('tells the holding queue where no council of the hub answers for the place', async () => {
    const { result, commits } = await assessing(aStoredConcern({}, { authority: 'ABROAD' }))
    await result
    expect(commits[0]).toMatchObject({
      alerts: [{ authority: 'HOLDING' }],
      messages: [{ to: 'holding' }],
    })
  })

  it('seeks everybody who is named by themselves', async () => {
    const asked: unknown[] = []
    const { result } = await assessing(
      aStoredConcern({}, { otherAdults: [{ names: [{ given: 'Percy', family: 'Underhay' }] }] }),
      {
        change: {
          gather: (seeks) => {
            asked.push(...seeks.map(({ person, kind }) => [person, kind]))
            return Promise.resolve(unknownFamily.gathered)
          },
        },
      },
    )
    await result
    expect(asked).toEqual([
      ['subject', 'adult'],
      ['otherAdults/0', 'adult'],
      ['children/0', 'child'],
    ])
  })

  it('is sure of nobody while the model is on trial, and tells all the same', async () => {
    const { result, commits } = await assessing(aStoredConcern(), {
      family: await knownFamily(),
      change: { trial: { needed: 1, authorities: [westmarch] } },
    })
    await result
    expect(commits[0]?.assessment.facts.match).toBe('POSSIBLE')
    expect(commits[0]?.alerts).toHaveLength(1)
    expect(commits[0]?.raised.map(({ kind }) => kind)).toContain('identity')
  })

  it('takes a correction of its own agency’s concern only', async () => {
    const corrects = aConcernId(9)
    const stored = aStoredConcern({}, { corrects })
    const earlier = aStoredConcern({ concernId: corrects })
    const foreign = { ...earlier, submittedBy: { ...earlier.submittedBy, agency: 'other' } }
    for (const [one, expected] of [
      [earlier, corrects],
      [foreign, undefined],
    ] as const) {
      const change = { readConcerns: () => Promise.resolve([one]) }
      const { result, commits } = await assessing(stored, { change })
      await result
      expect(commits[0]?.assessment.corrects).toBe(expected)
    }
  })

  it('joins what only repeats an open alert of its own agency to that alert', async () => {
    const sent = { incidentOn: '2026-11-20' }
    const first = aStoredConcern({ concernId: aConcernId(1) }, sent)
    const before = await assessing(first, { family: await knownFamily() })
    await before.result
    const [told] = before.commits
    if (told === undefined) throw new Error('nothing was committed')
    const { result, commits } = await assessing(
      aStoredConcern({ concernId: aConcernId(4) }, sent),
      {
        family: await knownFamily(),
        change: {
          readTellings: () =>
            Promise.resolve([{ concernId: first.concernId, recordedAt: first.receivedAt }]),
          readConcerns: () => Promise.resolve([told.concern]),
          readAlerts: (ids) =>
            Promise.resolve(told.alerts.filter(({ alertId }) => ids.includes(alertId))),
        },
      },
    )
    await result
    expect(commits[0]).toMatchObject({
      alerts: [],
      changed: [{ version: 2, furtherNotices: [{ at: now.toISOString() }] }],
      concern: { state: 'ALERTED' },
    })
  })
})
