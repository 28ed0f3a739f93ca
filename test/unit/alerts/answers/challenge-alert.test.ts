import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { answerAlert } from '../../../../shared/alerts/answers/answer-alert.ts'
import { challengeAlert } from '../../../../shared/alerts/answers/challenge-alert.ts'
import { type Chase, chaseAlert } from '../../../../shared/alerts/answers/chase-alert.ts'
import { aConcernId } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

const now = new Date('2026-11-26T10:00:00Z')
const reason = 'The children were seen alone again at night this week.'
const given = { by: 'westmarch', at: '2026-11-25T10:00:00.000Z' }
const answered = {
  state: 'FED_BACK',
  version: 4,
  outcome: { ...given, code: 'NO_FURTHER_ACTION', reason: 'Seen.' },
  feedback: { ...given, lines: told('No further action.') },
} as const satisfies Partial<Alert>

const prior = { priorAlertIds: [], openedIds: [], secondPerson: undefined }

const challenged = (alert: Alert): Alert => {
  const outcome = challengeAlert(alert, { concernId: aConcernId(), reason }, now)
  if (outcome.kind !== 'challenged') throw new Error(outcome.kind)
  return outcome.alert
}

/** The authority decides again and feeds back: the whole of it, at the alert's own version. */
const answeredAgain = (alert: Alert): Alert => {
  const by = { person: { by: 'westmarch' }, now, prior }
  const decided = answerAlert(
    alert,
    { step: 'outcome', code: 'ADVICE_GIVEN', reason, priorItemsRead: [] },
    { ...by, expectedVersion: alert.version },
  )
  if (decided.kind !== 'answered') throw new Error(decided.kind)
  const fedBack = answerAlert(
    decided.alert,
    { step: 'feedback', lines: told('Still no.') },
    { ...by, expectedVersion: decided.alert.version },
  )
  if (fedBack.kind !== 'answered') throw new Error(fedBack.kind)
  return fedBack.alert
}

const levelsOf = (alert: Alert) => alert.challenges?.map(({ level }) => level)

describe('a challenge', () => {
  it('reopens the alert for a working day, with the contested answer beside the reason', () => {
    const alert = challenged(anAlert(answered))
    expect(alert).toMatchObject({
      state: 'CHALLENGED',
      version: 5,
      chases: 0,
      dueAt: '2026-11-27T23:59:59.999Z',
    })
    const { outcome, feedback } = answered
    expect(alert.challenges).toEqual([
      {
        concernId: aConcernId(),
        level: 'manager',
        reason,
        at: now.toISOString(),
        contested: { outcome, feedback },
      },
    ])
    expect(alert).not.toHaveProperty('outcome')
    expect(alert).not.toHaveProperty('feedback')
  })

  it('goes to the manager, the head and the partnership, each once, and then no further', () => {
    const first = answeredAgain(challenged(anAlert(answered)))
    const second = answeredAgain(challenged(first))
    const third = answeredAgain(challenged(second))
    expect(levelsOf(third)).toEqual(['manager', 'head', 'partnership'])
    expect(challengeAlert(third, { concernId: aConcernId(), reason }, now)).toEqual({
      kind: 'levels-used-up',
    })
  })

  it('is one of the concern that it comes from: another that the alert tells of has its own', () => {
    const first = answeredAgain(challenged(anAlert(answered)))
    const other = challengeAlert(first, { concernId: aConcernId(6), reason }, now)
    expect(other).toMatchObject({ kind: 'challenged', level: 'manager' })
    expect(challengeAlert(first, { concernId: aConcernId(), reason }, now)).toMatchObject({
      level: 'head',
    })
  })

  it.each(['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'CHALLENGED'] as const)(
    'is refused while the alert is %s',
    (state) => {
      expect(
        challengeAlert(anAlert({ ...answered, state }), { concernId: aConcernId(), reason }, now),
      ).toEqual({
        kind: 'being-answered',
      })
    },
  )

  it('keeps every earlier answer as it was given', () => {
    const twice = challenged(answeredAgain(challenged(anAlert(answered))))
    expect(twice.challenges?.map(({ contested }) => contested.feedback.lines)).toEqual([
      told('No further action.'),
      told('Still no.'),
    ])
  })
})

const toldBy = (chase: Chase | undefined): readonly string[] => {
  if (chase?.kind === 'passed-on') return [chase.level]
  return chase?.kind === 'chased' ? chase.tells : []
}

describe('a challenge that nobody answers in its day', () => {
  const late = new Date('2026-11-28T00:00:30Z')

  it('passes to the level above, for a working day more', () => {
    const chase = chaseAlert(challenged(anAlert(answered)), late)
    expect(chase).toMatchObject({
      kind: 'passed-on',
      level: 'head',
      alert: { state: 'CHALLENGED', version: 6, chases: 0, dueAt: '2026-11-30T23:59:59.999Z' },
    })
    expect(levelsOf(chase?.alert ?? anAlert())).toEqual(['head'])
  })

  it('is chased as any other once the partnership has it', () => {
    let alert = challenged(anAlert(answered))
    const told = Array.from({ length: 20 }, (_, day) => {
      const chase = chaseAlert(alert, new Date(Date.parse('2026-11-27T00:01:00Z') + day * 86400000))
      alert = chase?.alert ?? alert
      return toldBy(chase)
    }).flat()
    expect(told.slice(0, 7)).toEqual([
      'head',
      'partnership',
      'inbox',
      'manager',
      'authority-lead',
      'sender-lead',
      'partnership-lead',
    ])
    expect(new Set(told.slice(7))).toEqual(new Set(['partnership-lead']))
  })

  it('leaves only the levels above to the referrer', () => {
    const passed = chaseAlert(challenged(anAlert(answered)), late)?.alert ?? anAlert()
    expect(levelsOf(challenged(answeredAgain(passed)))).toEqual(['head', 'partnership'])
  })

  it('is not passed on once the authority has decided again', () => {
    const by = { person: { by: 'westmarch' }, expectedVersion: 5, now, prior }
    const decided = answerAlert(
      challenged(anAlert(answered)),
      { step: 'outcome', code: 'ASSESSMENT_S17', priorItemsRead: [] },
      by,
    )
    if (decided.kind !== 'answered') throw new Error(decided.kind)
    const chase = chaseAlert(decided.alert, new Date('2026-11-29T10:00:00Z'))
    expect(chase).toMatchObject({ kind: 'chased', tells: ['inbox'] })
  })
})
