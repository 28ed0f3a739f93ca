import { describe, expect, it } from 'vitest'
import { alertSchema } from '../../../shared/alerts/alert.ts'
import { challengeLevels } from '../../../shared/codes/challenge-levels.ts'
import { outcomeCodes } from '../../../shared/codes/outcomes.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { told } from '../../builders/told.ts'
import { fullContent } from './redaction/content.ts'

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
  content: fullContent({ phones: [], addresses: [] }),
  acknowledgement: given,
  outcome,
  outcomeProposed: outcome,
  feedback,
  furtherNotices: [{ concernId: aConcernId(6), at: given.at, content: anAlert().content }],
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
    ['before its first version', { version: 0 }],
    ['chased fewer times than never', { chases: -1 }],
    ['contested by nobody', { challenges: [{ ...challenge('head'), concernId: undefined }] }],
    ['acknowledged at no moment', { acknowledgement: { by: 'westmarch', at: '2026-11-24' } }],
    ['with a field that is not an alert’s', { note: 'Anything.' }],
    ['answered by name', { outcome: { ...outcome, practitioner: 'Ines Marlowe' } }],
  ])('is never %s', (_, change) => {
    expect(isKept(change)).toBe(false)
  })
})

describe('the content of an alert as it is kept', () => {
  it.each([
    ['tellParent', ['yes', 'no', 'safe-contact-only']],
    ['narrative', ['FACT', 'OPINION', 'REPORTED'].map((kind) => [{ kind, text: 'Seen.' }])],
    ['subject', ['M', 'F', 'U'].map((sex) => ({ ...answered.content.subject, sex }))],
    [
      'banners',
      [
        ['PREVIOUS_REMOVAL', 'PHONE_FIRST', 'PROTECTED_ADDRESS', 'UNMATCHED'],
        ['CONSENT_INCOMPLETE', 'UNBORN', 'UNDER_TWO', 'CORRECTION'],
      ],
    ],
  ])('may have any %s that there is', (field, values) => {
    const isKeptWith = (value: unknown) =>
      isKept({ content: { ...answered.content, [field]: value } })
    expect(values.filter((value) => !isKeptWith(value))).toEqual([])
  })

  it.each([
    ['a banner', { banners: [''] }],
    ['a parent to tell', { tellParent: '' }],
    ['a line of narrative', { narrative: [{ kind: '', text: 'Seen.' }] }],
    ['a child of no register', { children: [{ childId: 'C1', relationship: 'MOTHER' }] }],
    ['a field', { note: 'Anything.' }],
  ])('is refused for %s that it does not know', (_, change) => {
    expect(isKept({ content: { ...answered.content, ...change } })).toBe(false)
  })
})
