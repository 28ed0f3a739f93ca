import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type Assessment, assessmentSchema } from '../../../shared/assessing/assessment.ts'
import { isPlanned } from '../../../shared/assessing/planned.ts'
import { openStatuses, openStatusNames } from '../../../shared/codes/open-statuses.ts'
import { alertIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const alertId = alertIdSchema.parse(anId(2))
const whole: Assessment = anAssessment(
  {},
  {
    answered: reviewIdSchema.parse(anId(4)),
    concluded: 'SHARE_MINIMAL',
    contributing: [aConcernId(6)],
    corrects: aConcernId(5),
    agreements: [{ authority: westmarch, standing: 'in-force' }],
    recipients: [
      { authority: westmarch, why: ['WHERE_THE_CHILD_IS'], alertId },
      { authority: 'HOLDING', why: ['HOLDS_THE_CHILD'], isOfAdopted: true, alertId },
    ],
  },
)

describe('an assessment that was stored', () => {
  it.each([
    ['with everything that it may hold', whole],
    ['with what it must hold', anAssessment({ match: 'NONE' })],
    ['as a later one of its concern', anAssessment({}, { number: 2, cause: 'lapsed' })],
  ])('is read as it was written: %s', (_, stored) => {
    expect(assessmentSchema.parse(stored)).toEqual(stored)
  })

  it.each([
    ['a number below one', { number: 0 }],
    ['half a number', { number: 1.5 }],
    ['a cause that there is not', { cause: 'guessed' }],
    ['a conclusion that asks again', { concluded: 'HUMAN_REVIEW' }],
    ['a field that there is not', { note: 'a word' }],
    ['a field of a child that there is not', { joined: [{ ...whole.joined[0], name: 'Odo' }] }],
    ['half an agreement', { agreements: [{ authority: westmarch }] }],
    ['a recipient without an alert', { recipients: [{ authority: westmarch, why: [] }] }],
  ])('is not read with %s', (_, change) => {
    expect(assessmentSchema.safeParse({ ...whole, ...change }).success).toBe(false)
  })
})

describe('a planned child', () => {
  it.each(openStatusNames)(
    'is one who is under a plan, looked after or in proceedings: %s',
    (status) => {
      expect(isPlanned(anAssessment({ openStatus: status }))).toBe(openStatuses[status].isPlanned)
    },
  )

  it('is none where there is no open status', () => {
    expect(isPlanned(anAssessment({ openStatus: null }))).toBe(false)
  })
})
