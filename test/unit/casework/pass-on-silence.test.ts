import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { type PassOnSilenceDeps, passOnSilence } from '../../../shared/casework/pass-on-silence.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aTrace, now } from '../../builders/ports.ts'

type Change = Parameters<PassOnSilenceDeps['commit']>[1]
const silence = { level: 'head', reason: 'She is alone at night.', at: now.toISOString() } as const
const contested = aStoredConcern({ silences: [silence] })

const passing = async (
  stored: StoredConcern | undefined,
  alerts: readonly Alert[],
  answer: 'committed' | 'changed' = 'committed',
) => {
  const { acting, port, keep, said } = aTrace()
  const changes: Change[] = []
  const result = await passOnSilence(
    { concernId: aConcernId(), level: 'head' },
    {
      ...acting,
      readConcern: port('readConcern', () => stored),
      readAlerts: port('readAlerts', (alertIds) =>
        alerts.filter(({ alertId }) => alertIds.includes(alertId)),
      ),
      commit: port('commit', (_ref, change: Change) => {
        changes.push(change)
        keep(change.entries)
        return answer
      }),
    },
  )
  return { result, changes, said }
}

describe('a challenge of silence', () => {
  it('reaches every authority that owes an answer, and none that has given one', async () => {
    const elsewhere = alertIdSchema.parse(anId(7))
    const alerts = [
      anAlert(),
      anAlert({ alertId: elsewhere, authority: northmoor, state: 'ACKNOWLEDGED' }),
      anAlert({ alertId: alertIdSchema.parse(anId(8)), state: 'FED_BACK' }),
    ]
    const told = alerts.map(({ authority, alertId }) => ({ authority, alertId }))
    const { result, changes, said } = await passing({ ...contested, told }, alerts)
    expect(result).toEqual({ kind: 'passed-on' })
    expect(changes).toMatchObject([
      {
        alerts: [
          { version: 2, state: 'RAISED', silences: [silence] },
          { alertId: elsewhere, version: 2, silences: [silence] },
        ],
      },
    ])
    expect(changes[0]?.messages.map(({ to, type, level }) => [to, type, level])).toEqual([
      [`alerts-${westmarch}`, 'alert.challenged', 'head'],
      [`escalations-${westmarch}`, 'alert.challenged', 'head'],
      [`alerts-${northmoor}`, 'alert.challenged', 'head'],
      [`escalations-${northmoor}`, 'alert.challenged', 'head'],
    ])
    expect(said()).toMatchObject([
      {
        action: 'CHALLENGE_PASSED_ON',
        subjects: [aConcernId(), anAlert().alertId, elsewhere],
        codes: { level: 'head', contested: 'silence' },
      },
    ])
  })

  it('is done where nobody was told', async () => {
    const { result, changes } = await passing(contested, [])
    expect(result).toEqual({ kind: 'passed-on' })
    expect(changes).toMatchObject([{ alerts: [], messages: [] }])
  })

  it.each<[string, StoredConcern | undefined]>([
    ['of a concern that is not there', undefined],
    ['at a level that was not contested', aStoredConcern()],
  ])('is nothing %s', async (_, stored) => {
    const { result, changes } = await passing(stored, [])
    expect([result, changes]).toEqual([{ kind: 'not-waiting' }, []])
  })

  it('is nothing when somebody else passed it on', async () => {
    expect((await passing(contested, [], 'changed')).result).toEqual({ kind: 'not-waiting' })
  })
})
