import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { alertSchema } from '../../../shared/alerts/alert.ts'
import { challengeLevels } from '../../../shared/codes/challenge-levels.ts'
import { outcomeCodes } from '../../../shared/codes/outcomes.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { told } from '../../builders/told.ts'

const given = { by: 'westmarch', at: '2026-11-24T10:00:00.000Z' }
const feedback = { ...given, lines: told('Advice.'), nextStep: 'Ring us.' }
const named = { ...given, reason: 'Seen in October.', practitioner: 'sw1' }
const outcome = { ...named, code: 'ADVICE_GIVEN', confirmation: named } as const
const challenge = (level: (typeof challengeLevels)[number]) => ({
  concernId: aConcernId(),
  level,
  reason: 'Seen alone again.',
  at: given.at,
  contested: { outcome, feedback },
})

/** An alert with something in every field that answers fill. */
const answered = anAlert({
  version: 9,
  chases: 2,
  acknowledgement: given,
  outcome,
  outcomeProposed: outcome,
  feedback,
  furtherNotices: [{ concernId: aConcernId(6), assessment: 1, at: given.at }],
  challenges: challengeLevels.map(challenge),
})
const isKept = (change: object): boolean =>
  alertSchema.safeParse({ ...answered, ...change }).success

describe('an alert as it is kept', () => {
  it('is read as it was written, with every answer', () => {
    expect(alertSchema.parse(answered)).toEqual(answered)
  })

  it.each([
    ['state', ['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'FED_BACK', 'CHALLENGED']],
    ['kind', ['matched', 'unmatched', 'early-help']],
    ['authority', [westmarch, 'HOLDING']],
    ['why', [['WHERE_THE_CHILD_IS'], ['WHERE_THE_CHILD_IS', 'HOLDS_THE_CHILD']]],
    ['priority', ['red', 'amber', 'green']],
    ['outcome', outcomeCodes.map((code) => ({ ...given, code }))],
    ['version', [1, 2]],
    ['chases', [0, 1, 4, 400]],
    ['challenges', [[], challengeLevels.map(challenge)]],
  ])('may have any %s that there is', (field, values) => {
    expect(values.filter((value) => !isKept({ [field]: value }))).toEqual([])
  })

  it.each([
    ['in a state that is none', { state: '' }],
    ['of a kind that is none', { kind: '' }],
    ['to what is no authority', { authority: 'E0600000' }],
    ['before its first version', { version: 0 }],
    ['chased fewer times than never', { chases: -1 }],
    ['contested by nobody', { challenges: [{ ...challenge('head'), concernId: undefined }] }],
    ['acknowledged at no moment', { acknowledgement: { by: 'westmarch', at: '2026-11-24' } }],
    ['with a field that is not an alert’s', { note: 'Anything.' }],
    ['with words of its concern', { content: { reason: 'Seen.' } }],
    ['answered by name', { outcome: { ...outcome, practitioner: 'Ines Marlowe' } }],
  ])('is never %s', (_, change) => {
    expect(isKept(change)).toBe(false)
  })
})
