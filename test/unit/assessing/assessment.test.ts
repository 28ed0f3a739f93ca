import { describe, expect, it } from 'vitest'
import { type Assessment, assessmentSchema } from '../../../shared/assessing/assessment.ts'
import { laterPlan } from '../../../shared/assessing/later-plan.ts'
import { previewOf, previewSchema } from '../../../shared/assessing/preview.ts'
import { alertIdSchema, reviewIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { now } from '../../builders/ports.ts'

const alertId = alertIdSchema.parse(anId(2))
const whole: Assessment = anAssessment(
  {},
  {
    answered: reviewIdSchema.parse(anId(4)),
    contributing: [
      {
        concernId: aConcernId(6),
        eventOn: '2026-10-01',
        agencyName: 'Harbour',
        domains: ['mental-health'],
      },
    ],
    corrects: aConcernId(5),
    agreements: [{ authority: 'E06000991', standing: 'in-force' }],
    alertIds: [alertId],
    mergedInto: [alertId],
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
    ['a field that there is not', { note: 'a word' }],
    ['a field of a child that there is not', { matched: [{ ...whole.matched[0], name: 'Odo' }] }],
    ['half an agreement', { agreements: [{ authority: 'E06000991' }] }],
  ])('is not read with %s', (_, change) => {
    expect(assessmentSchema.safeParse({ ...whole, ...change }).success).toBe(false)
  })
})

describe('a preview that is answered', () => {
  const previewed = (consent: 'GIVEN' | 'REFUSED') => {
    const previous = anAssessment({ consent })
    const { decision } = previous
    const step = { number: 1, cause: 'received' as const, now, newId: () => anId(7) }
    const plan = laterPlan(aStoredConcern(), { previous, earlier: [], decision }, step)
    return previewOf(plan, 'E06000991')
  }

  it.each(['GIVEN', 'REFUSED'] as const)('is as its schema has it: consent %s', (consent) => {
    const preview = previewed(consent)
    expect(previewSchema.parse(preview)).toEqual(preview)
  })

  it.each([
    ['the id of a concern among the facts', { id: anId(1) }, {}],
    ['a review that asks nothing', {}, { review: { kind: 'refused-consent' } }],
    ['half an alert', {}, { alerts: [{ authority: 'E06000991' }] }],
  ])('has no room for %s', (_, fact, change) => {
    const preview = previewed('GIVEN')
    const facts = { ...preview.facts, ...fact }
    expect(previewSchema.safeParse({ ...preview, facts, ...change }).success).toBe(false)
  })
})
