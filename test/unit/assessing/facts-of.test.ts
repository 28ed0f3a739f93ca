import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../shared/assessing/facts-of.ts'
import { changeIdSchema } from '../../../shared/kernel/ids.ts'
import { nothingKnown } from '../../../shared/sharing/facts.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { factsFound, joinedTo, nobodyFound, now, today } from './facts-found.ts'

type Sent = Parameters<typeof factsFound>[0]

describe('flags', () => {
  it.each<[string, Sent, readonly string[]]>([
    ['none', {}, []],
    ['those that were sent', { flags: ['DA', 'STAFF_CONFLICT'] }, ['DA', 'STAFF_CONFLICT']],
    ['a child expected', { children: [{ expectedDateOfDelivery: '2027-02-01' }] }, ['UNBORN']],
    [
      'a referral to a conference',
      { domesticAbuse: { childPresent: 'SAW', maracReferred: true } },
      ['MARAC'],
    ],
    ['a removal told of', { previousRemoval: { answer: 'YES' } }, ['PREVIOUS_REMOVAL']],
    ['a removal not known of', { previousRemoval: { answer: 'UNKNOWN' } }, []],
    ['whom to keep out', { conflict: { who: 'A. Worker', role: 'aunt' } }, ['STAFF_CONFLICT']],
    [
      'one told twice, once',
      { flags: ['PREVIOUS_REMOVAL'], previousRemoval: { answer: 'YES' } },
      ['PREVIOUS_REMOVAL'],
    ],
  ])('are, as sent, %s', (_, sent, expected) => {
    expect(factsFound(sent).flags).toEqual(expected)
  })

  it('tell of a pregnancy of the subject', () => {
    const { subject } = aStoredConcern().concern
    const pregnancy = { expectedDateOfDelivery: '2027-02-01' }
    expect(factsFound({ subject: { ...subject, pregnancy } }).flags).toEqual(['UNBORN'])
  })

  it.each([
    { restricted: { address: true } },
    { restricted: { adopted: true } },
    { restricted: { sensitiveService: true } },
    { status: { code: 'ADOPTED' } },
  ] as const)('never follow from what the register knows: %j', (change) => {
    expect(factsFound({}, joinedTo(aRegisteredChild(change))).flags).toEqual([])
  })
})

describe('factors', () => {
  const abuse = (childPresent: 'SAW' | 'NOT_PRESENT') =>
    factsFound({ factors: ['3B'], domesticAbuse: { childPresent } }).factors

  it('take in 3A where a child lived through the abuse (F9)', () => {
    expect(abuse('SAW')).toEqual(['3B', '3A'])
    expect(abuse('NOT_PRESENT')).toEqual(['3B'])
  })

  it('do not hold 3A twice', () => {
    const domesticAbuse = { childPresent: 'SAW' } as const
    expect(factsFound({ factors: ['3A', '3B'], domesticAbuse }).factors).toEqual(['3A', '3B'])
  })
})

describe('the role of the subject', () => {
  it('is as sent, or not stated', () => {
    const { subject } = aStoredConcern().concern
    expect(factsFound().subjectRole).toBeNull()
    expect(factsFound({ subject: { ...subject, role: 'VICTIM' } }).subjectRole).toBe('VICTIM')
  })
})

describe('the duty', () => {
  it.each([
    ['2026-09-29', false],
    ['2026-09-30', true],
    ['2027-01-01', true],
  ])('on %s is in force: %s', (day, isInForce) => {
    const facts = factsOf(aStoredConcern(), nobodyFound, { now, today: day })
    expect(facts.dutyInForce).toBe(isInForce)
  })

  it.each([
    ['adult-mental-health', 'DUTY'],
    ['substance-misuse', 'DUTY'],
    ['learning-disability', 'DUTY'],
    ['domestic-abuse', 'OTHER'],
  ] as const)('binds %s as %s', (agencyType, body) => {
    const submittedBy = { clientId: 'a', agency: 'a', agencyName: 'a', agencyType }
    const stored = aStoredConcern({ submittedBy })
    expect(factsOf(stored, nobodyFound, { now, today }).body).toBe(body)
  })

  it('binds who works under contract of a body that it binds', () => {
    const { submittedBy } = aStoredConcern()
    const stored = aStoredConcern({ submittedBy: { ...submittedBy, agencyType: 'domestic-abuse' } })
    const found = { ...nobodyFound, isCommissioned: true }
    expect(factsOf(stored, found, { now, today }).body).toBe('DUTY')
  })
})

describe('consent', () => {
  it('is null where nothing was said, which is an answer', () => {
    const facts = factsFound({ consent: undefined })
    expect(facts).toMatchObject({ consent: null, whyNotSought: null })
  })

  it('keeps the reason, whatever the status', () => {
    const consent = { status: 'REFUSED', whyNotSought: 'RISK_TO_CHILD' } as const
    expect(factsFound({ consent })).toMatchObject({
      consent: 'REFUSED',
      whyNotSought: 'RISK_TO_CHILD',
    })
  })

  it.each([
    ['2026-11-22', 'WITHDRAWN'],
    ['2026-11-23', 'GIVEN'],
    ['2026-11-24', 'GIVEN'],
  ])('that expires on %s counts today as %s', (expiresOn, consent) => {
    expect(factsFound({ consent: { status: 'GIVEN', expiresOn } }).consent).toBe(consent)
  })

  it('that was refused does not expire', () => {
    const refused = { status: 'REFUSED', expiresOn: '2026-01-01' } as const
    expect(factsFound({ consent: refused }).consent).toBe('REFUSED')
  })

  it('is taken as it now stands', () => {
    const consentNow = {
      changeId: changeIdSchema.parse(anId(8)),
      consent: { status: 'WITHDRAWN', parentAware: 'UNKNOWN' },
    } as const
    const stored = aStoredConcern({ consentNow })
    expect(factsOf(stored, nobodyFound, { now, today }).consent).toBe('WITHDRAWN')
  })
})

describe('the facts', () => {
  it('are, whole, what was sent, where nobody is known', () => {
    const consent = { status: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' } as const
    expect(factsFound({ consent, harm: 'H1' })).toStrictEqual({
      id: aStoredConcern().concernId,
      purpose: 'safeguarding',
      harm: 'H1',
      consent: 'NOT_SOUGHT',
      whyNotSought: 'DELAY_HARMS',
      body: 'DUTY',
      dutyInForce: true,
      flags: [],
      factors: ['2B'],
      subjectRole: null,
      recognisedLegitimateInterestInForce: false,
      ...nothingKnown,
      youngestMonths: 93,
    })
  })

  it('take in what was found', () => {
    const accumulation = { combination: true, threeInThree: true, contributing: [] }
    expect(factsFound({}, { band: 'MANY', accumulation })).toMatchObject({
      match: 'MANY',
      combination: true,
      threeInThree: true,
    })
  })
})
