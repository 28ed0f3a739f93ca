import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import {
  type ChallengeAnswerInput,
  type ChallengeCommit,
  challengeAnswer,
} from '../../../shared/casework/challenge-answer.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { KeyUse } from '../../../shared/kernel/idempotency.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { aTrace, byOf, inTurn, now, saidOf } from '../../builders/ports.ts'
import { told } from '../../builders/told.ts'

const given = { by: 'westmarch', at: '2026-11-23T09:00:00.000Z' }
const outcome = { ...given, code: 'ADVICE_GIVEN' as const }
const answered = anAlert({
  state: 'FED_BACK',
  version: 4,
  outcome,
  feedback: { ...given, lines: told('No.') },
})
const feedback: StoredConcern['feedback'][number] = {
  feedbackNumber: 1,
  alertId: answered.alertId,
  authority: westmarch,
  outcome: 'ADVICE_GIVEN',
  lines: told('No.'),
  at: given.at,
}
const fedBack = aStoredConcern({ state: 'FED_BACK', feedback: [feedback] })
const reason = 'She is alone with him at night.'

type World = {
  readonly stored?: StoredConcern | null
  readonly alert?: Alert | null
  /** Those that the alert has moved into. */
  readonly later?: readonly Alert[]
  readonly uses?: readonly [KeyUse | undefined, ...(KeyUse | undefined)[]]
  readonly answers?: readonly ['committed' | 'changed', ...('committed' | 'changed')[]]
}
const challenging = (
  {
    stored = fedBack,
    alert = answered,
    later = [],
    uses = [undefined],
    answers = ['committed'],
  }: World = {},
  change: Partial<ChallengeAnswerInput> = {},
) => {
  const { recording, port, done, keep, said } = aTrace()
  const commits: ChallengeCommit[] = []
  const asked: unknown[] = []
  const use = inTurn(...uses)
  const answer = inTurn(...answers)
  const result = challengeAnswer(
    {
      by: byOf(drugService),
      concernId: aConcernId(),
      reason,
      feedbackNumber: 1,
      key: 'key-1',
      bodyHash: 'hash-1',
      ...change,
    },
    {
      ...recording,
      readConcern: port('readConcern', () => stored ?? undefined),
      readAlert: port('readAlert', (alertId) => {
        asked.push(alertId)
        return later.find((one) => one.alertId === alertId) ?? alert ?? undefined
      }),
      recall: port('recall', (key) => {
        asked.push(key)
        return use()
      }),
      commit: port<[ChallengeCommit], 'committed' | 'changed'>('commit', (commit) => {
        commits.push(commit)
        keep(commit.entries)
        return answer()
      }),
    },
  )
  return { result, commits, done, said, asked }
}

describe('a challenge', () => {
  it('reopens the alert, marks the feedback and tells the authority, in one commit', async () => {
    const { result, commits, asked } = challenging()
    expect(await result).toEqual({ kind: 'accepted' })
    expect(commits).toMatchObject([
      {
        idempotency: { clientId: 'drug-service', key: 'key-1', bodyHash: 'hash-1' },
        concern: {
          version: 2,
          state: 'ALERTED',
          feedback: [{ challenge: { level: 'manager', reason, at: now.toISOString() } }],
        },
        alert: { state: 'CHALLENGED', version: 5, challenges: [{ level: 'manager', reason }] },
        messages: [`alerts-${westmarch}`, `escalations-${westmarch}`].map((to) => ({
          type: 'alert.challenged',
          recordVersion: 5,
          level: 'manager',
          to,
        })),
      },
    ])
    expect(asked).toEqual([
      { clientId: 'drug-service', key: 'key-1', bodyHash: 'hash-1' },
      answered.alertId,
    ])
  })

  it('is recorded under concern and alert, for the authority that answers', async () => {
    const { result, said } = challenging()
    await result
    expect(said()).toEqual([
      {
        ...saidOf(drugService, 'ANSWER_CHALLENGED', { subjects: [aConcernId(), answered.alertId] }),
        authority: westmarch,
        codes: { level: 'manager', version: '5' },
      },
    ])
  })

  it('is refused for another agency’s concern, whatever the key', async () => {
    const uses = [{ bodyHash: 'hash-1', concernId: aConcernId() }] as const
    const { result, done, commits } = challenging({ uses }, { by: byOf(otherService) })
    expect([await result, commits]).toEqual([{ kind: 'not-theirs' }, []])
    expect(done).toEqual(['readConcern', 'recall'])
  })

  const second = alertIdSchema.parse(anId(3))
  const both = {
    ...fedBack,
    feedback: [feedback, { ...feedback, feedbackNumber: 2, alertId: second, authority: northmoor }],
  }
  const contested = { level: 'manager', reason, at: given.at } as const

  it.each<[string, string, World, number]>([
    ['not-found', 'there is no such concern', { stored: null }, 1],
    ['not-now', 'there is no answer', { stored: aStoredConcern() }, 1],
    ['not-now', 'there is no answer of that number', {}, 7],
    [
      'not-now',
      'that answer is contested already',
      { stored: { ...fedBack, feedback: [{ ...feedback, challenge: contested }] } },
      1,
    ],
  ])('is %s where %s, after the same reads', async (...[kind, , world, feedbackNumber]) => {
    const { result, done } = challenging(world, { feedbackNumber })
    const again = kind === 'not-now' ? ['recall'] : []
    expect([await result, done]).toEqual([{ kind }, ['readConcern', 'recall', ...again]])
  })

  it('is of the answer named, whoever gave it', async () => {
    const { result, asked } = challenging({ stored: both }, { feedbackNumber: 2 })
    expect(await result).toEqual({ kind: 'accepted' })
    expect(asked).toContain(second)
  })

  describe('of an answer of an authority that has ended since', () => {
    const [at, to] = [now.toISOString(), northmoor]
    const [next, last] = [4, 5].map((number) => alertIdSchema.parse(anId(number)))
    const moved = (alertId = answered.alertId) => ({ moved: { to, alertId, at } })
    const taken = { ...answered, authority: northmoor, version: 2 }

    it('reaches whoever has it now, however often it has moved', async () => {
      const later = [
        { ...taken, alertId: next, ...moved(last) },
        { ...taken, alertId: last },
      ] as Alert[]
      const { result, commits, said } = challenging({
        alert: { ...answered, ...moved(next) },
        later,
      })
      expect(await result).toEqual({ kind: 'accepted' })
      expect(commits).toMatchObject([
        {
          concern: { feedback: [{ challenge: { level: 'manager' } }] },
          alert: { alertId: last, state: 'CHALLENGED', version: 3 },
          messages: [{ to: `alerts-${northmoor}` }, { to: `escalations-${northmoor}` }],
        },
      ])
      expect(said()).toMatchObject([{ authority: northmoor, subjects: [aConcernId(), last] }])
    })

    it('waits while that one is deciding, and is not lost', async () => {
      const later = [{ ...taken, alertId: next, state: 'RAISED' }] as Alert[]
      const { result, commits } = challenging({ alert: { ...answered, ...moved(next) }, later })
      expect([await result, commits]).toEqual([{ kind: 'not-now' }, []])
    })
  })

  it('waits while the authority is deciding', async () => {
    const alert = { ...answered, state: 'CHALLENGED' as const }
    expect(await challenging({ alert }).result).toEqual({ kind: 'not-now' })
  })

  it('is a defect without its alert', async () => {
    await expect(challenging({ alert: null }).result).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('a challenge of silence', () => {
  const late = { receivedAt: '2026-11-16T10:00:00.000Z' }
  const silent = [
    aStoredConcern({ ...late, state: 'HELD' }),
    aStoredConcern({ ...late, state: 'IN_REVIEW', version: 4 }),
    aStoredConcern({ ...late, state: 'ALERTED', version: 2 }),
    { ...fedBack, ...late },
  ]

  it('is accepted whatever became of the concern, by the same calls, and reads no alert', async () => {
    for (const stored of silent) {
      const { result, done, commits, said } = challenging({ stored }, { feedbackNumber: undefined })
      expect([await result, done]).toEqual([
        { kind: 'accepted' },
        ['readConcern', 'recall', 'commit'],
      ])
      const silence = { level: 'manager', reason, at: now.toISOString() }
      expect(commits).toMatchObject([{ concern: { silences: [silence] }, silence }])
      expect(commits[0]).not.toHaveProperty('alert')
      expect(said()).toEqual([
        saidOf(drugService, 'ANSWER_CHALLENGED', {
          subjects: [aConcernId()],
          codes: { level: 'manager', contested: 'silence' },
        }),
      ])
    }
  })

  it('is not taken before an answer was due', async () => {
    const stored = aStoredConcern({ receivedAt: now.toISOString() })
    const { result, commits } = challenging({ stored }, { feedbackNumber: undefined })
    expect([await result, commits]).toEqual([{ kind: 'not-now' }, []])
  })
})

describe('a challenge sent again', () => {
  const use = (bodyHash = 'hash-1', number = 1): KeyUse => ({
    bodyHash,
    concernId: aConcernId(number),
  })

  it.each([
    ['replayed', use()],
    ['key-reused', use('hash-2')],
    ['key-reused', use('hash-1', 2)],
  ])('is %s, and costs no level', async (kind, before) => {
    const { result, commits } = challenging({ uses: [before] })
    expect([await result, commits]).toEqual([{ kind }, []])
  })

  it('is replayed when it was accepted between the two reads', async () => {
    const alert = { ...answered, state: 'CHALLENGED' as const }
    const { result } = challenging({ alert, uses: [undefined, use()] })
    expect(await result).toEqual({ kind: 'replayed' })
  })

  it('is decided again on what has moved, five times, and then left for later', async () => {
    const moved = challenging({ answers: ['changed', 'committed'] })
    expect([await moved.result, moved.commits.length]).toEqual([{ kind: 'accepted' }, 2])
    const moving = challenging({ answers: ['changed'] })
    await expect(moving.result).rejects.toMatchObject({
      code: 'store-busy',
      message: 'the concern would not hold still',
    })
    expect(moving.commits).toHaveLength(5)
  })
})
