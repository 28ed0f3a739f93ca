import { describe, expect, it } from 'vitest'
import { factsOf, type Joined } from '../../../shared/assessing/facts-of.ts'
import { chronologyEntrySchema } from '../../../shared/chronology/entry.ts'
import type { OutcomeCode } from '../../../shared/codes/outcomes.ts'
import { changeIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import type { StoredChild } from '../../../shared/register/stored.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'

const today = '2026-11-23'
const nobody: Joined = {
  band: 'NONE',
  children: [],
  previousRemoval: false,
  accumulation: { fires: false, threeInThree: false, contributing: [] },
  agreements: [],
  earlier: [],
  isCommissioned: false,
}
const aJoined = (change: Parameters<typeof aRegisteredChild>[0] = {}): StoredChild =>
  aRegisteredChild(change)
const known = (...children: StoredChild[]): Joined => ({ ...nobody, band: 'CONFIRMED', children })

const facts = (sent: Parameters<typeof aStoredConcern>[1] = {}, of = nobody) =>
  factsOf(aStoredConcern({}, sent), of, today)

describe('flags', () => {
  it.each([
    ['none', {}, nobody, []],
    ['those that were sent', { flags: ['DA', 'STAFF_CONFLICT'] }, nobody, ['DA', 'STAFF_CONFLICT']],
    [
      'a child expected',
      { children: [{ expectedDateOfDelivery: '2027-02-01' }] },
      nobody,
      ['UNBORN'],
    ],
    [
      'a referral to a conference',
      { domesticAbuse: { childPresent: 'SAW', maracReferred: true } },
      nobody,
      ['MARAC'],
    ],
    [
      'a removal that the referrer tells of',
      { previousRemoval: { answer: 'YES' } },
      nobody,
      ['PREVIOUS_REMOVAL'],
    ],
    [
      'a removal that the referrer does not know of',
      { previousRemoval: { answer: 'UNKNOWN' } },
      nobody,
      [],
    ],
    [
      'a removal that the register knows',
      {},
      { ...nobody, previousRemoval: true },
      ['PREVIOUS_REMOVAL'],
    ],
    [
      'an address that the register protects',
      {},
      known(aJoined({ restricted: { address: true } })),
      ['RESTRICTED_ADDRESS'],
    ],
    [
      'an adoption that the register protects',
      {},
      known(aJoined({ restricted: { adopted: true } })),
      ['ADOPTED'],
    ],
    ['an adopted child', {}, known(aJoined({ status: { code: 'ADOPTED' } })), ['ADOPTED']],
    [
      'a service that the register protects',
      {},
      known(aJoined({ restricted: { sensitiveService: true } })),
      ['SENSITIVE_CHILD_SERVICE'],
    ],
    [
      'one said and known',
      { flags: ['PREVIOUS_REMOVAL'], previousRemoval: { answer: 'YES' } },
      { ...nobody, previousRemoval: true },
      ['PREVIOUS_REMOVAL'],
    ],
    [
      'one of two children',
      {},
      known(aJoined(), aJoined({ restricted: { address: true } })),
      ['RESTRICTED_ADDRESS'],
    ],
  ] as const)('are %s', (...[, sent, of, expected]) => {
    expect(facts(sent as object, of as Joined).flags).toEqual(expected)
  })
})

describe('the age that counts', () => {
  const born = (...dates: string[]) => ({ children: dates.map((dateOfBirth) => ({ dateOfBirth })) })

  it.each([
    ['unknown without children', { children: [], whyChildrenUnknown: 'Not said.' }, null],
    ['unknown without a birth date', { children: [{}] }, null],
    ['unknown for an unborn child', { children: [{ expectedDateOfDelivery: '2027-01-01' }] }, null],
    ['unknown for a date to come', born('2027-01-01'), null],
    ['nought for one born today', born('2026-11-23'), 0],
    ['that of the one child', born('2019-02-03'), 93],
    ['that of the youngest', born('2019-02-03', '2024-11-24'), 23],
    [
      'that of one of ten to fifteen, though another is younger',
      born('2024-11-24', '2015-01-01'),
      142,
    ],
    ['the youngest, when another is sixteen', born('2024-11-24', '2010-11-23'), 23],
    ['120 months on the tenth birthday', born('2024-11-24', '2016-11-23'), 120],
    ['191 months on the eve of the sixteenth', born('2024-11-24', '2010-11-24'), 191],
    ['a year only, counted from its first day', born('2016'), 130],
  ] as const)('is %s', (...[, sent, months]) => {
    expect(facts(sent as object).childAgeMonths).toBe(months)
  })

  it('takes the register’s word beside the referrer’s', () => {
    const of = known(aJoined({ dateOfBirth: '2025-01-01' }))
    expect(facts(born('2019-02-03'), of).childAgeMonths).toBe(22)
  })
})

describe('the duty', () => {
  it.each([
    ['2026-09-29', false],
    ['2026-09-30', true],
    ['2027-01-01', true],
  ])('on %s is in force: %s', (day, isInForce) => {
    expect(factsOf(aStoredConcern(), nobody, day).dutyInForce).toBe(isInForce)
  })

  it.each([
    ['adult-mental-health', 'DUTY'],
    ['substance-misuse', 'DUTY'],
    ['learning-disability', 'DUTY'],
    ['domestic-abuse', 'OTHER'],
  ] as const)('binds %s as %s', (agencyType, body) => {
    const submittedBy = { clientId: 'a', agency: 'a', agencyName: 'a', agencyType }
    expect(factsOf(aStoredConcern({ submittedBy }), nobody, today).body).toBe(body)
  })
})

describe('consent', () => {
  it('is null where nothing was said, which is an answer', () => {
    const { consent: _, ...rest } = aStoredConcern().concern
    const stored = aStoredConcern({ concern: rest as ReturnType<typeof aStoredConcern>['concern'] })
    expect(factsOf(stored, nobody, today)).toMatchObject({ consent: null, whyNotSought: null })
  })
})

describe('factors', () => {
  const abuse = (childPresent: 'SAW' | 'NOT_PRESENT') =>
    facts({ factors: ['3B'], domesticAbuse: { childPresent } }).factors

  it('take in 3A where a child lived through the abuse (F9)', () => {
    expect(abuse('SAW')).toEqual(['3B', '3A'])
    expect(abuse('NOT_PRESENT')).toEqual(['3B'])
  })

  it('do not hold 3A twice', () => {
    const domesticAbuse = { childPresent: 'SAW' } as const
    expect(facts({ factors: ['3A', '3B'], domesticAbuse }).factors).toEqual(['3A', '3B'])
  })
})

describe('a pregnancy that only the register knows of', () => {
  it('is a child expected', () => {
    const unborn = aJoined({
      dateOfBirth: undefined,
      expectedDateOfDelivery: '2027-01-01',
      sex: 'U',
    })
    expect(facts({}, known(unborn)).flags).toEqual(['UNBORN'])
  })
})

describe('consent that has expired', () => {
  it.each([
    ['2026-11-22', 'WITHDRAWN'],
    ['2026-11-23', 'GIVEN'],
    ['2026-11-24', 'GIVEN'],
  ])('on %s counts today as %s', (expiresOn, consent) => {
    expect(facts({ consent: { status: 'GIVEN', expiresOn } }).consent).toBe(consent)
  })

  it('is nothing to one that was refused', () => {
    const refused = { status: 'REFUSED' as const, expiresOn: '2026-01-01' }
    expect(facts({ consent: refused }).consent).toBe('REFUSED')
  })
})

describe('a body', () => {
  it('is bound by the duty where it works under contract of one that is', () => {
    const charity = aStoredConcern()
    const stored = {
      ...charity,
      submittedBy: { ...charity.submittedBy, agencyType: 'domestic-abuse' as const },
    }
    expect(factsOf(stored, nobody, today).body).toBe('OTHER')
    expect(factsOf(stored, { ...nobody, isCommissioned: true }, today).body).toBe('DUTY')
  })
})

describe('a family closed to social care', () => {
  const closed = (outcome: OutcomeCode, recordedAt: string): Joined['earlier'] => [
    {
      childId: childIdSchema.parse('E06000991.C1'),
      entry: chronologyEntrySchema.parse({
        entryId: anId(3),
        kind: 'OUTCOME',
        eventOn: recordedAt.slice(0, 10),
        isOngoing: false,
        recordedAt,
        source: { kind: 'authority', name: 'Westmarch' },
        harm: 'H2',
        factors: ['2B'],
        outcome,
        hasPreviousRemoval: false,
      }),
    },
  ]

  it.each([
    ['NO_FURTHER_ACTION', '2026-11-01T10:00:00.000Z', true],
    ['ADVICE_GIVEN', '2025-11-24T10:00:00.000Z', true],
    ['NO_FURTHER_ACTION', '2025-11-23T10:00:00.000Z', false],
    ['SECTION_47', '2026-11-01T10:00:00.000Z', false],
  ] as const)('by %s on %s is watched: %s', (outcome, recordedAt, isWatched) => {
    const watched = { ...nobody, earlier: closed(outcome, recordedAt) }
    expect(factsOf(aStoredConcern(), watched, today).underWatch).toBe(isWatched)
  })
})

describe('the facts', () => {
  it('are, whole, what the policy may look at', () => {
    const joined: Joined = {
      ...nobody,
      band: 'CONFIRMED',
      accumulation: { fires: true, threeInThree: true, contributing: [] },
      agreements: [{ authority: 'E06000991', standing: 'in-force' }],
    }
    const consent = { status: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' } as const
    expect(facts({ consent, harm: 'H1' }, joined)).toStrictEqual({
      id: aStoredConcern().concernId,
      purpose: 'safeguarding',
      harm: 'H1',
      consent: 'NOT_SOUGHT',
      whyNotSought: 'DELAY_HARMS',
      body: 'DUTY',
      dutyInForce: true,
      recognisedLegitimateInterestInForce: false,
      underWatch: false,
      agreementInForce: true,
      match: 'CONFIRMED',
      flags: [],
      factors: ['2B'],
      childAgeMonths: 93,
      accumulationFires: true,
      threeInThree: true,
    })
  })

  it('have no agreement in force unless all are', () => {
    const agreements: Joined['agreements'] = [
      { authority: 'E06000991', standing: 'in-force' },
      { authority: 'E08000992', standing: 'stale' },
    ]
    expect(facts({}, { ...nobody, agreements }).agreementInForce).toBe(false)
  })

  it('take consent as it now stands', () => {
    const consentNow = {
      changeId: changeIdSchema.parse(anId(8)),
      consent: { status: 'WITHDRAWN', parentAware: 'UNKNOWN' },
    } as const
    expect(factsOf(aStoredConcern({ consentNow }), nobody, today).consent).toBe('WITHDRAWN')
  })
})
