import { describe, expect, it } from 'vitest'
import { lastAnswerOf } from '../../../../shared/alerts/answers/last-answer.ts'
import { recordTelling } from '../../../../shared/alerts/answers/record-telling.ts'
import { tellingGivenSchema } from '../../../../shared/alerts/answers/telling-schema.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const now = new Date('2026-11-24T10:00:00Z')
const by = { person: { by: 'westmarch', practitioner: 'sw-1' }, expectedVersion: 1, now }
const told = {
  wasTold: true,
  who: ['MOTHER', 'FATHER'],
  toldBy: 'sw-2',
  toldAt: '2026-11-24T09:00:00.000Z',
} as const
const mother = tellingGivenSchema.parse(told)
const nobody = tellingGivenSchema.parse({ wasTold: false, whyNot: 'RISK_TO_CHILD' })

describe('a telling', () => {
  it('is kept beside those before it, a version on, and moves no clock', () => {
    const once = recordTelling(anAlert(), nobody, by)
    const alert = once.kind === 'answered' ? once.alert : anAlert()
    const twice = recordTelling(alert, mother, { ...by, expectedVersion: 2 })
    const given = { by: 'westmarch', practitioner: 'sw-1', at: now.toISOString() }
    expect(twice).toEqual({
      kind: 'answered',
      alert: {
        ...anAlert(),
        version: 3,
        lastAnswer: lastAnswerOf({ step: 'telling', ...mother }, { ...by, expectedVersion: 2 }),
        tellings: [
          { ...given, given: nobody },
          { ...given, given: mother },
        ],
      },
    })
  })

  it('is taken whatever state the alert is in', () => {
    for (const state of ['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'FED_BACK', 'CHALLENGED'] as const)
      expect(recordTelling(anAlert({ state }), nobody, by).kind).toBe('answered')
  })

  it('is of the version that was read, and of what has happened', () => {
    expect(recordTelling(anAlert({ version: 2 }), nobody, by).kind).toBe('changed-since-read')
    const later = { ...mother, toldAt: '2026-11-24T10:00:00.001Z' }
    expect(recordTelling(anAlert(), later as typeof mother, by).kind).toBe('in-the-future')
  })

  it.each([
    { wasTold: true },
    { ...told, who: [] },
    { ...told, who: ['NEIGHBOUR'] },
    { ...told, toldBy: undefined },
    { ...told, toldBy: 'Ines Marlowe' },
    { ...told, toldAt: '2026-11-24' },
    { ...told, whyNot: 'NOT_YET' },
    { wasTold: false },
    { wasTold: false, whyNot: 'BUSY' },
    { wasTold: false, whyNot: 'NOT_YET', toldBy: 'sw-2' },
  ])('is not %j', (given) => {
    expect(tellingGivenSchema.safeParse(given).success).toBe(false)
  })
})
