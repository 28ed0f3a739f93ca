import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { type Answer, answerAlert } from '../../../../shared/alerts/answers/answer-alert.ts'
import { challengeAlert } from '../../../../shared/alerts/answers/challenge-alert.ts'
import { chaseAlert } from '../../../../shared/alerts/answers/chase-alert.ts'
import { faultsOf } from '../../../../shared/alerts/answers/outcome-faults.ts'
import type { PriorAlerts } from '../../../../shared/alerts/answers/prior-alerts.ts'
import { awaitsSecondPerson } from '../../../../shared/alerts/answers/record-outcome.ts'
import { alertIdSchema } from '../../../../shared/kernel/ids.ts'
import { aConcernId, anId } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

const now = new Date('2026-11-24T10:00:00Z')
const given = { by: 'westmarch', practitioner: 'sw1', at: '2026-11-24T10:00:00.000Z' }
const reason = 'Seen in October, and nothing of concern was found then.'
const nothingPrior: PriorAlerts = { priorAlertIds: [], openedIds: [], secondPerson: undefined }
const twoNeeded: PriorAlerts = { ...nothingPrior, secondPerson: 'grave-and-recent' }

const answer = (
  alert: Alert,
  step: Answer,
  { prior = nothingPrior, person = { by: 'westmarch', practitioner: 'sw1' } } = {},
) => {
  const result = answerAlert(alert, step, { person, expectedVersion: alert.version, now, prior })
  // By what it is known again is told of what is sent again.
  return result.kind === 'answered'
    ? { ...result, alert: { ...result.alert, lastAnswer: undefined } }
    : result
}
const outcome = {
  step: 'outcome',
  code: 'NO_FURTHER_ACTION',
  reason,
  noFurtherActionReason: 'ALREADY_ADDRESSED',
  priorItemsRead: [],
} as const satisfies Answer

describe('an answered alert is, whole,', () => {
  it('acknowledged: the rest of its working day for the outcome, and its chases are forgotten', () => {
    const alert = anAlert({ chases: 2 })
    expect(answer(alert, { step: 'acknowledgement' })).toEqual({
      kind: 'answered',
      alert: {
        ...alert,
        state: 'ACKNOWLEDGED',
        version: 2,
        answeredIn: 2,
        chases: 0,
        dueAt: '2026-11-24T23:59:59.999Z',
        acknowledgement: given,
        wasDue: { acknowledged: alert.dueAt },
      },
    })
  })

  it('decided: the rest of its working day for the feedback', () => {
    const alert = anAlert({ state: 'ACKNOWLEDGED', version: 5, chases: 2 })
    expect(answer(alert, outcome)).toEqual({
      kind: 'answered',
      alert: {
        ...alert,
        state: 'DECIDED',
        version: 6,
        answeredIn: 6,
        chases: 0,
        dueAt: '2026-11-24T23:59:59.999Z',
        outcome: {
          ...given,
          code: 'NO_FURTHER_ACTION',
          reason,
          noFurtherActionReason: 'ALREADY_ADDRESSED',
        },
      },
      decided: {
        ...given,
        code: 'NO_FURTHER_ACTION',
        reason,
        noFurtherActionReason: 'ALREADY_ADDRESSED',
      },
    })
  })

  it('fed back, and owes nothing more', () => {
    const alert = anAlert({ state: 'DECIDED', chases: 1 })
    expect(answer(alert, { step: 'feedback', lines: told('We will visit.') })).toEqual({
      kind: 'answered',
      alert: {
        ...alert,
        state: 'FED_BACK',
        version: 2,
        answeredIn: 2,
        chases: 0,
        feedback: { ...given, lines: told('We will visit.') },
        wasDue: { told: alert.dueAt },
      },
    })
  })

  it('proposed by the first of two, then decided by both', () => {
    const alert = anAlert({ state: 'ACKNOWLEDGED' })
    const advice = { step: 'outcome', code: 'ADVICE_GIVEN', reason, priorItemsRead: [] } as const
    const proposal = { ...given, code: 'ADVICE_GIVEN', reason } as const
    const first = answer(alert, advice, { prior: twoNeeded })
    expect(first).toEqual({
      kind: 'answered',
      alert: { ...alert, version: 2, answeredIn: 2, outcomeProposed: proposal },
    })
    const proposed = first.kind === 'answered' ? first.alert : alert
    const person = { by: 'westmarch-lead', practitioner: 'sw2' }
    const confirmation = { ...person, at: given.at, reason }
    expect(answer(proposed, advice, { prior: twoNeeded, person })).toEqual({
      kind: 'answered',
      alert: {
        ...alert,
        state: 'DECIDED',
        version: 3,
        answeredIn: 3,
        chases: 0,
        dueAt: '2026-11-24T23:59:59.999Z',
        outcome: { ...proposal, confirmation },
      },
      decided: { ...proposal, confirmation },
    })
  })
})

describe('the faults of an outcome', () => {
  const [one, other] = [5, 6].map((number) => alertIdSchema.parse(anId(number)))
  const ids = one ? [one] : []
  const prior: PriorAlerts = { priorAlertIds: ids, openedIds: ids, secondPerson: undefined }
  const { step: _step, ...nothing } = outcome
  const faults = (given: object, read = prior) =>
    faultsOf(anAlert({ state: 'ACKNOWLEDGED' }), { ...nothing, ...given }, { prior: read, now })

  it('tell by field what is missing, in words', () => {
    const given = { reason: 'Seen.', noFurtherActionReason: undefined, conference: 'REVIEW' }
    expect(faults({ ...given, priorItemsRead: other ? [other] : [] })).toEqual([
      { pointer: '/reason', detail: 'a reason of at least 40 characters' },
      { pointer: '/conference', detail: 'not with NO_FURTHER_ACTION' },
      { pointer: '/noFurtherActionReason', detail: 'NO_FURTHER_ACTION needs it' },
      { pointer: '/priorItemsRead', detail: 'only ids of priorAlertIds' },
      {
        pointer: '/priorItemsRead',
        detail: 'every id of priorAlertIds: NO_FURTHER_ACTION needs them read',
      },
    ])
  })

  it('are none where everything is said and read', () => {
    expect(faults({ priorItemsRead: ids })).toEqual([])
  })

  it('tell that what is ticked was never opened', () => {
    expect(faults({ priorItemsRead: ids }, { ...prior, openedIds: [] })).toEqual([
      {
        pointer: '/priorItemsRead',
        detail: 'only alerts that somebody of your authority has opened',
      },
    ])
  })
})

describe('a second person is awaited', () => {
  const closed = { ...given, code: 'NO_FURTHER_ACTION' } as const

  it.each([
    ['for a closing that nobody confirmed', { state: 'DECIDED', outcome: closed }, true],
    ['not before it is decided', { state: 'ACKNOWLEDGED', outcome: closed }, false],
    ['not without an outcome', { state: 'DECIDED' }, false],
    [
      'not to take a family on',
      { state: 'DECIDED', outcome: { ...closed, code: 'ASSESSMENT_S17' } },
      false,
    ],
    [
      'not once it is confirmed',
      { state: 'DECIDED', outcome: { ...closed, confirmation: given } },
      false,
    ],
  ] as const)('%s', (...[, change, expected]) => {
    const alert = anAlert(change as Partial<Alert>)
    expect(awaitsSecondPerson(alert, twoNeeded)).toBe(expected)
    expect(awaitsSecondPerson(alert, nothingPrior)).toBe(false)
  })
})

describe('a chase is, whole,', () => {
  const late = new Date('2026-11-25T00:00:30Z')
  const challenge = (level: 'manager' | 'head') => ({
    concernId: aConcernId(),
    level,
    reason: 'Seen alone again.',
    at: given.at,
    contested: {
      outcome: { ...given, code: 'ADVICE_GIVEN' as const },
      feedback: { ...given, lines: told('Advice.') },
    },
  })

  it('a version on, a working day later, and one more', () => {
    const alert = anAlert({ version: 4, chases: 1 })
    expect(chaseAlert(alert, late)).toEqual({
      kind: 'chased',
      tells: ['manager'],
      alert: { ...alert, version: 5, chases: 2, chaseAt: '2026-11-25T23:59:59.999Z' },
    })
  })

  it('of a challenge the newest one passed up a level, the others untouched', () => {
    const challenges = [challenge('manager'), challenge('manager')]
    const alert = anAlert({ state: 'CHALLENGED', challenges })
    expect(chaseAlert(alert, late)).toEqual({
      kind: 'passed-on',
      level: 'head',
      alert: {
        ...alert,
        version: 2,
        dueAt: '2026-11-25T23:59:59.999Z',
        challenges: [challenge('manager'), challenge('head')],
      },
    })
  })

  it('happens in the moment it is due', () => {
    expect(chaseAlert(anAlert(), new Date('2026-11-24T23:59:59.999Z'))?.kind).toBe('chased')
  })
})

describe('a challenged alert is, whole,', () => {
  it('open again, with the answer in the challenge', () => {
    const contested = {
      outcome: { ...given, code: 'ADVICE_GIVEN' as const },
      feedback: { ...given, lines: told('Advice.') },
    }
    const alert = anAlert({ state: 'FED_BACK', version: 4, chases: 2, ...contested })
    const { outcome: _o, feedback: _f, ...rest } = alert
    expect(challengeAlert(alert, { concernId: aConcernId(), reason: 'Why.' }, now)).toEqual({
      kind: 'challenged',
      level: 'manager',
      alert: {
        ...rest,
        state: 'CHALLENGED',
        version: 5,
        chases: 0,
        dueAt: '2026-11-25T23:59:59.999Z',
        challenges: [
          {
            concernId: aConcernId(),
            level: 'manager',
            reason: 'Why.',
            at: now.toISOString(),
            contested,
          },
        ],
      },
    })
  })

  it.each(['outcome', 'feedback'] as const)('not without its %s', (missing) => {
    const answered = {
      outcome: { ...given, code: 'ADVICE_GIVEN' as const },
      feedback: { ...given, lines: told('Advice.') },
    }
    const { [missing]: _, ...rest } = anAlert({ state: 'FED_BACK', ...answered })
    expect(challengeAlert(rest, { concernId: aConcernId(), reason: 'Why.' }, now)).toEqual({
      kind: 'being-answered',
    })
  })
})
