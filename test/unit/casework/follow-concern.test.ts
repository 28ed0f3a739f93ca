import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { followConcern } from '../../../shared/casework/follow-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { knownFamily } from '../../builders/assessing.ts'
import { drugService, otherService } from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'

const hidden = [{ houseNumber: '9', street: 'Mill Lane', town: 'Eastvale', postcode: 'EV2 5CD' }]

const following = async (stored: StoredConcern | undefined, caller = drugService) => {
  const { recording, port, done, said } = aTrace()
  const { around } = await knownFamily({ restricted: { address: true }, addresses: hidden })
  const result = await followConcern(
    { by: byOf(caller), concernId: aConcernId() },
    {
      ...recording,
      read: port('read', () => stored),
      latestAssessment: port('latestAssessment', () => anAssessment()),
      readProtectors: () => Promise.resolve([]),
      gatherAround: port('gatherAround', () => around),
      readConcerns: port('readConcerns', () => []),
    },
  )
  return { result, done, said }
}

const answered = aStoredConcern({
  state: 'FED_BACK',
  feedback: [
    {
      feedbackNumber: 1,
      alertId: alertIdSchema.parse(anId(2)),
      authority: westmarch,
      at: now.toISOString(),
      outcome: 'ASSESSMENT_S17',
      lines: [{ kind: 'FACT', text: 'We saw them at 9 Mill Lane, EV2 5CD.' }],
      nextStep: 'Visit 9 mill ln again.',
    },
  ],
})

describe('following a concern', () => {
  it('is recorded, then answered; nothing more is read until somebody has answered', async () => {
    const { result, done, said } = await following(aStoredConcern())
    expect(result).toEqual({
      kind: 'found',
      concern: {
        concernId: aConcernId(),
        status: 'received',
        silenceFrom: '2026-11-24T23:59:59.999Z',
        feedback: [],
      },
    })
    expect(done).toEqual(['read', 'record'])
    expect(said()).toEqual([saidOf(drugService, 'CONCERN_FOLLOWED', { subjects: [aConcernId()] })])
  })

  it('strikes what is protected by now from what was answered, in any writing', async () => {
    const { result } = await following(answered)
    const text = JSON.stringify(result)
    expect(text).toContain('We saw them')
    expect(text).not.toMatch(/mill|EV2/i)
  })

  it('names no authority', async () => {
    const { result } = await following(answered)
    expect(JSON.stringify(result)).not.toMatch(new RegExp(`${westmarch}|Westmarch`))
  })

  it('is refused to another agency', async () => {
    const { result, done } = await following(aStoredConcern(), otherService)
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['read']])
  })

  it('finds nothing where there is nothing, and records nothing', async () => {
    const { result, done } = await following(undefined)
    expect([result, done]).toEqual([{ kind: 'not-found' }, ['read']])
  })
})
