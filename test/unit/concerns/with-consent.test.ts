import { describe, expect, it } from 'vitest'
import { consentChangeSchema } from '../../../shared/concerns/consent-change.ts'
import { withConsent } from '../../../shared/concerns/with-consent.ts'
import { present } from '../../../shared/kernel/present.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'

const change = (number: number, status: 'GIVEN' | 'REFUSED') =>
  consentChangeSchema.parse({
    changeId: anId(number),
    concernId: aStoredConcern().concernId,
    consent: { status, ...(status === 'GIVEN' && { whatWasAgreed: 'Sharing' }) },
    recordedAt: '2026-11-23T10:00:00.000Z',
    by: 'drug-service',
  })

describe('a change of consent', () => {
  it('stands from now on, and alters nothing else', () => {
    const stored = aStoredConcern()
    const { changeId, consent } = change(2, 'REFUSED')
    expect(withConsent(stored, change(2, 'REFUSED'))).toEqual({
      ...stored,
      consentNow: { changeId, consent },
    })
  })

  it.each([
    [2, 3, 'REFUSED'],
    [3, 2, 'GIVEN'],
    [2, 2, 'REFUSED'],
  ])(
    'with %i standing and %i coming is %s, in whichever order they come',
    (first, second, status) => {
      const stored = withConsent(aStoredConcern(), change(first, 'GIVEN'))
      expect(withConsent(stored, change(second, 'REFUSED')).consentNow?.consent.status).toBe(status)
    },
  )

  it.each([
    {
      what: 'of the release before stands before any that has a number',
      coming: 1,
      stands: 'REFUSED',
    },
    {
      what: 'with a later number stands, though its clock was behind',
      standing: 1,
      coming: 2,
      stands: 'REFUSED',
    },
    {
      what: 'with an earlier number does not, though its clock was ahead',
      standing: 2,
      coming: 1,
      stands: 'GIVEN',
    },
  ] as const)('$what', ({ coming, stands, ...more }) => {
    const standing = 'standing' in more ? more.standing : undefined
    const [first, second] = stands === 'GIVEN' ? [2, 3] : [3, 2]
    const given = { ...change(first, 'GIVEN'), ...present({ changeNumber: standing }) }
    const stored = withConsent(aStoredConcern(), given)
    const after = withConsent(stored, { ...change(second, 'REFUSED'), changeNumber: coming })
    expect(after.consentNow?.consent.status).toBe(stands)
  })
})
