import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { type Answer, answerAlert } from '../../../../shared/alerts/answers/answer-alert.ts'
import type { PriorAlerts } from '../../../../shared/alerts/answers/prior-alerts.ts'
import { outcomeCodes } from '../../../../shared/codes/outcomes.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { anId } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const now = new Date('2026-11-24T10:00:00Z')
const [one, two, other] = [5, 6, 7].map((number) => alertIdSchema.parse(anId(number))) as [
  Alert['alertId'],
  Alert['alertId'],
  Alert['alertId'],
]
const acknowledged = anAlert({ state: 'ACKNOWLEDGED', chases: 1 })
const reason = 'Seen in October, and nothing of concern was found then.'
const twoNeeded = { priorAlertIds: [], secondPerson: 'grave-and-recent' } as const

type Given = Partial<Extract<Answer, { step: 'outcome' }>>
const give = (alert: Alert, given: Given, prior: PriorAlerts) =>
  answerAlert(
    alert,
    { step: 'outcome', code: 'NO_FURTHER_ACTION', reason, priorItemsRead: [], ...given },
    { clientId: 'westmarch', expectedVersion: alert.version, now, prior },
  )
const given = (...args: Parameters<typeof give>): Alert => {
  const outcome = give(...args)
  if (outcome.kind !== 'answered') throw new Error(outcome.kind)
  return outcome.alert
}
const feedback = (alert: Alert, prior: PriorAlerts) =>
  answerAlert(
    alert,
    { step: 'feedback', message: 'No further action.' },
    { clientId: 'westmarch', expectedVersion: alert.version, now, prior },
  )

describe('no further action on children told of before', () => {
  const prior = { priorAlertIds: [two, one], secondPerson: undefined }

  it.each([
    ['nothing', [], 1],
    ['some of it', [one], 1],
    ['what is not among it', [one, two, other], 1],
    ['neither', [other], 2],
  ] as const)('is refused having read %s', (_, priorItemsRead, faults) => {
    const outcome = give(acknowledged, { priorItemsRead: [...priorItemsRead] }, prior)
    expect(outcome.kind).toBe('incomplete')
    const pointers = outcome.kind === 'incomplete' ? outcome.faults : []
    expect(pointers.map(({ pointer }) => pointer)).toEqual(Array(faults).fill('/priorItemsRead'))
  })

  it('is taken having read all of it, in any order', () => {
    expect(given(acknowledged, { priorItemsRead: [one, two] }, prior).state).toBe('DECIDED')
  })

  it.each(outcomeCodes.filter((code) => code !== 'NO_FURTHER_ACTION'))(
    'is not what %s is: that needs none read',
    (code) => {
      expect(given(acknowledged, { code }, prior).state).toBe('DECIDED')
    },
  )
})

describe('closing that needs two people', () => {
  it.each(['NO_FURTHER_ACTION', 'ADVICE_GIVEN'] as const)('%s asks who it is', (code) => {
    expect(give(acknowledged, { code }, twoNeeded)).toMatchObject({
      kind: 'incomplete',
      faults: [{ pointer: '/practitioner' }],
    })
  })

  it.each(['EARLY_HELP', 'ASSESSMENT', 'SECTION_47', 'ALREADY_OPEN'] as const)(
    '%s is not closing',
    (code) => {
      expect(given(acknowledged, { code }, twoNeeded).state).toBe('DECIDED')
    },
  )

  it('is proposed by the first, which stops no clock', () => {
    const alert = given(acknowledged, { practitioner: 'SW1' }, twoNeeded)
    expect(alert).toMatchObject({
      state: 'ACKNOWLEDGED',
      version: 2,
      chases: 1,
      dueAt: acknowledged.dueAt,
      outcomeProposed: { code: 'NO_FURTHER_ACTION', practitioner: 'SW1', reason },
    })
    expect(alert).not.toHaveProperty('outcome')
  })

  it('is decided by the second, and names both', () => {
    const proposed = given(acknowledged, { practitioner: 'SW1' }, twoNeeded)
    const alert = given(proposed, { practitioner: 'SW2' }, twoNeeded)
    expect(alert).toMatchObject({
      state: 'DECIDED',
      chases: 0,
      outcome: { practitioner: 'SW1', confirmation: { practitioner: 'SW2', reason } },
    })
    expect(alert).not.toHaveProperty('outcomeProposed')
    expect(feedback(alert, twoNeeded).kind).toBe('answered')
  })

  it.each(['SW1', 'sw1'])('is not decided by the same person again as %s', (practitioner) => {
    const proposed = given(acknowledged, { practitioner: 'SW1' }, twoNeeded)
    expect(given(proposed, { practitioner }, twoNeeded).state).toBe('ACKNOWLEDGED')
  })

  it('is proposed anew when the second decides otherwise, and is over when that is not closing', () => {
    const proposed = given(acknowledged, { practitioner: 'SW1' }, twoNeeded)
    const advice = given(proposed, { code: 'ADVICE_GIVEN', practitioner: 'SW2' }, twoNeeded)
    expect(advice).toMatchObject({
      state: 'ACKNOWLEDGED',
      outcomeProposed: { code: 'ADVICE_GIVEN', practitioner: 'SW2' },
    })
    const assessed = given(proposed, { code: 'ASSESSMENT', practitioner: 'SW2' }, twoNeeded)
    expect(assessed).toMatchObject({ state: 'DECIDED', outcome: { code: 'ASSESSMENT' } })
    expect(assessed).not.toHaveProperty('outcomeProposed')
  })
})

describe('closing that has come to need a second person since it was decided', () => {
  const none = { priorAlertIds: [], secondPerson: undefined }
  const since = { priorAlertIds: [], secondPerson: 'another-unread' } as const

  it('cannot be told to the referrer before somebody else has given the same outcome', () => {
    const decided = given(acknowledged, { practitioner: 'SW1' }, none)
    expect(feedback(decided, since).kind).toBe('needs-second-person')
    const confirmed = given(decided, { practitioner: 'SW2' }, since)
    expect(feedback(confirmed, since).kind).toBe('answered')
  })

  it('takes two people who say who they are, where the first did not', () => {
    const decided = given(acknowledged, {}, none)
    const named = given(decided, { practitioner: 'SW1' }, since)
    expect(feedback(named, since).kind).toBe('needs-second-person')
    const confirmed = given(named, { practitioner: 'SW2' }, since)
    expect(confirmed.outcome).toMatchObject({
      practitioner: 'SW1',
      confirmation: { practitioner: 'SW2' },
    })
    expect(feedback(confirmed, since).kind).toBe('answered')
  })

  it('can be told as it is once the reason has gone', () => {
    const named = given(given(acknowledged, {}, none), { practitioner: 'SW1' }, since)
    const told = feedback(named, none)
    expect(told).toMatchObject({ kind: 'answered', alert: { state: 'FED_BACK' } })
    expect(told.kind === 'answered' && told.alert).not.toHaveProperty('outcomeProposed')
  })

  it('is not decided anew where nothing asks for it', () => {
    const decided = given(acknowledged, { practitioner: 'SW1' }, none)
    expect(give(decided, { practitioner: 'SW2' }, none)).toEqual({
      kind: 'out-of-order',
      state: 'DECIDED',
    })
  })
})
