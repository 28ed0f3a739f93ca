import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { type Answer, answerAlert, steps } from '../../../../shared/alerts/answers/answer-alert.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

const now = new Date('2026-11-24T10:00:00Z')
const prior = { priorAlertIds: [], openedIds: [], secondPerson: undefined }
const by = (system = 'westmarch', expectedVersion = 1) => ({
  person: { by: system, practitioner: 'sw-1' },
  expectedVersion,
  now,
  prior,
})

const answers = {
  acknowledgement: { step: 'acknowledgement' },
  outcome: { step: 'outcome', code: 'ASSESSMENT_S17', priorItemsRead: [] },
  feedback: { step: 'feedback', lines: told('We will visit.') },
} as const satisfies Record<string, Answer>

describe('an answer', () => {
  it.each([
    ['RAISED', 'acknowledgement', 'ACKNOWLEDGED'],
    ['RAISED', 'outcome', 'out-of-order'],
    ['RAISED', 'feedback', 'out-of-order'],
    ['ACKNOWLEDGED', 'acknowledgement', 'out-of-order'],
    ['ACKNOWLEDGED', 'outcome', 'DECIDED'],
    ['ACKNOWLEDGED', 'feedback', 'out-of-order'],
    ['DECIDED', 'acknowledgement', 'out-of-order'],
    ['DECIDED', 'outcome', 'DECIDED'],
    ['DECIDED', 'feedback', 'FED_BACK'],
    ['FED_BACK', 'acknowledgement', 'out-of-order'],
    ['FED_BACK', 'outcome', 'DECIDED'],
    ['FED_BACK', 'feedback', 'out-of-order'],
  ] as const)('to an alert that is %s by %s makes it %s', (state, step, expected) => {
    const outcome = answerAlert(anAlert({ state }), answers[step], by())
    const became = outcome.kind === 'answered' ? outcome.alert.state : outcome.kind
    expect(became).toBe(expected)
    if (outcome.kind === 'out-of-order') expect(outcome.state).toBe(state)
  })

  it.each([
    ['acknowledgement', 'ALERT_ACKNOWLEDGED'],
    ['outcome', 'OUTCOME_RECORDED'],
    ['feedback', 'FEEDBACK_GIVEN'],
  ] as const)('by %s stands in the log as %s', (step, action) => {
    expect(steps[step].action).toBe(action)
  })

  it('counts one version for each', () => {
    const outcome = answerAlert(anAlert({ version: 7 }), answers.acknowledgement, by('a', 7))
    expect(outcome).toMatchObject({ kind: 'answered', alert: { version: 8 } })
  })

  it.each([0, 2, 9])('to version %i of an alert that is at 1 is refused', (version) => {
    for (const answer of Object.values(answers))
      expect(answerAlert(anAlert(), answer, by('a', version))).toEqual({
        kind: 'changed-since-read',
      })
  })

  it('says who gave it and when', () => {
    const given = { by: 'westmarch', practitioner: 'sw-1', at: now.toISOString() }
    expect(answerAlert(anAlert(), answers.acknowledgement, by())).toMatchObject({
      alert: { acknowledgement: given },
    })
    const acknowledged = anAlert({ state: 'ACKNOWLEDGED' })
    expect(
      answerAlert(acknowledged, { ...answers.outcome, reason: 'Because.' }, by()),
    ).toMatchObject({
      alert: { outcome: { ...given, code: 'ASSESSMENT_S17', reason: 'Because.' } },
    })
    const decided = anAlert({ state: 'DECIDED' })
    expect(answerAlert(decided, { ...answers.feedback, nextStep: 'Ring us.' }, by())).toMatchObject(
      {
        alert: { feedback: { ...given, lines: told('We will visit.'), nextStep: 'Ring us.' } },
      },
    )
  })

  it.each([
    ['an acknowledgement', anAlert(), answers.acknowledgement, '2026-11-24T23:59:59.999Z'],
    ['an outcome', anAlert({ state: 'ACKNOWLEDGED' }), answers.outcome, '2026-11-24T23:59:59.999Z'],
  ] as const)('starts the next clock with %s', (...[, alert, answer, dueAt]) => {
    expect(answerAlert(alert, answer, by())).toMatchObject({ alert: { dueAt } })
  })

  it('leaves out what was not said', () => {
    const outcome = answerAlert(
      anAlert({ state: 'ACKNOWLEDGED' }),
      { ...answers.outcome, reason: undefined },
      by(),
    )
    expect(outcome.kind === 'answered' && Object.keys(outcome.alert.outcome ?? {})).toEqual([
      'by',
      'practitioner',
      'at',
      'code',
    ])
  })
})

describe('an acknowledgement sent again', () => {
  const acknowledged = (state: Alert['state']): Alert =>
    anAlert({
      state,
      version: 4,
      acknowledgement: { by: 'westmarch', practitioner: 'sw-1', at: now.toISOString() },
    })

  it.each(['ACKNOWLEDGED', 'DECIDED', 'FED_BACK'] as const)(
    'by the same client to an alert that is %s changes nothing',
    (state) => {
      const alert = acknowledged(state)
      expect(answerAlert(alert, answers.acknowledgement, by('westmarch', 1))).toEqual({
        kind: 'already-answered',
        alert,
      })
    },
  )

  it('is not what another step of that client is', () => {
    const { kind } = answerAlert(acknowledged('ACKNOWLEDGED'), answers.outcome, by('westmarch', 4))
    expect(kind).toBe('answered')
  })

  it('is out of order on a closing that waits for a second person', () => {
    const closed = anAlert({
      state: 'DECIDED',
      outcome: { by: 'westmarch', at: now.toISOString(), code: 'NO_FURTHER_ACTION' },
    })
    const awaited = { ...by(), prior: { ...prior, secondPerson: 'another-unread' as const } }
    expect(answerAlert(closed, answers.acknowledgement, awaited)).toEqual({
      kind: 'out-of-order',
      state: 'DECIDED',
    })
    expect(answerAlert(closed, answers.feedback, awaited)).toEqual({ kind: 'needs-second-person' })
  })

  it.each([
    { by: 'other', practitioner: 'sw-1' },
    { by: 'westmarch', practitioner: 'sw-2' },
  ])('by a colleague, %j, says that the alert has moved', (person) => {
    const again = (version: number) =>
      answerAlert(acknowledged('ACKNOWLEDGED'), answers.acknowledgement, {
        ...by('westmarch', version),
        person,
      }).kind
    expect(again(1)).toBe('changed-since-read')
    expect(again(4)).toBe('out-of-order')
  })
})
