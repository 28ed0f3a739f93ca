import { describe, expect, it } from 'vitest'
import { alertContentSchema } from '../../../../shared/alerts/content/alert-content.ts'
import { contentOf } from '../../../../shared/alerts/content/content-of.ts'
import { changeIdSchema, childIdSchema } from '../../../../shared/kernel/ids.ts'
import { decide } from '../../../../shared/sharing/decide.ts'
import type { Facts } from '../../../../shared/sharing/facts.ts'
import { anEntry } from '../../../builders/a-chronology-entry.ts'
import { aConcern } from '../../../builders/a-concern.ts'
import { aConcernId, anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { canariesIn, canaryConcern } from '../../../builders/canary-family.ts'
import { noPastOfConcern } from '../../../builders/no-past.ts'
import { someFacts } from '../../sharing/facts.ts'

const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }

const content = (
  facts: Partial<Facts> = {},
  sent: Parameters<typeof aStoredConcern>[1] = {},
  children = [child],
) => {
  const whole = someFacts(facts)
  return contentOf(aStoredConcern({}, sent), children, {
    decision: decide(whole),
    facts: whole,
    past: noPastOfConcern,
    today: '2026-11-23',
  })
}

describe('banners', () => {
  it.each([
    ['nothing to say', {}, {}, []],
    [
      'immediate danger, not telephoned',
      {},
      { harm: 'H4', phoneCallMade: { made: false } },
      ['PHONE_FIRST'],
    ],
    ['immediate danger, telephoned', {}, { harm: 'H4', phoneCallMade: { made: true } }, []],
    ['a previous removal', { flags: ['PREVIOUS_REMOVAL'] }, {}, ['PREVIOUS_REMOVAL']],
    ['an unborn child', {}, { children: [{ expectedDateOfDelivery: '2027-01-01' }] }, ['UNBORN']],
    ['a child of 23 months', {}, { children: [{ dateOfBirth: '2024-11-24' }] }, ['UNDER_TWO']],
    ['a child of 24 months', {}, { children: [{ dateOfBirth: '2024-11-23' }] }, []],
    ['a newborn', {}, { children: [{ dateOfBirth: '2026-11-23' }] }, ['UNDER_TWO']],
    [
      'a baby beside a child of twelve',
      { childAgeMonths: 144 },
      { children: [{ dateOfBirth: '2014-11-01' }, { dateOfBirth: '2026-01-01' }] },
      ['UNDER_TWO'],
    ],
    ['an unknown age', {}, { children: [{}] }, []],
    ['no word on consent', { consent: null }, {}, ['CONSENT_INCOMPLETE']],
    ['not sought, without a reason', { consent: 'NOT_SOUGHT' }, {}, ['CONSENT_INCOMPLETE']],
    [
      'want of capacity, assessed by nobody',
      { consent: 'LACKS_CAPACITY' },
      { consent: { status: 'LACKS_CAPACITY', capacityAssessedOn: '2026-11-01' } },
      ['CONSENT_INCOMPLETE'],
    ],
    [
      'want of capacity, assessed on no day',
      { consent: 'LACKS_CAPACITY' },
      { consent: { status: 'LACKS_CAPACITY', capacityAssessor: 'Dr Amaryllis Penhale' } },
      ['CONSENT_INCOMPLETE'],
    ],
    [
      'want of capacity, assessed',
      { consent: 'LACKS_CAPACITY' },
      {
        consent: {
          status: 'LACKS_CAPACITY',
          capacityAssessor: 'Dr Amaryllis Penhale',
          capacityAssessedOn: '2026-11-01',
        },
      },
      [],
    ],
    ['significant harm, not telephoned', {}, { harm: 'H3', phoneCallMade: { made: false } }, []],
    ['not sought, for a reason', { consent: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' }, {}, []],
  ] as const)('say %s', (...[, facts, sent, expected]) => {
    expect(content(facts as Partial<Facts>, sent as object).banners).toEqual(expected)
  })

  it('say that nobody is identified', () => {
    expect(content({ match: 'NONE' }, {}, []).banners).toEqual(['UNMATCHED'])
  })
})

describe('the content before redaction', () => {
  it('holds every word of the concern that an alert has a field for', () => {
    const { subject, children, ...sent } = canaryConcern()
    const found = canariesIn(content({}, { subject, children, ...sent }))
    expect(found).toEqual(
      expect.arrayContaining([
        'given',
        'alias',
        'street',
        'otherStreet',
        'phone',
        'email',
        'nhsNumber',
        'reason',
        'fact',
        'reported',
        'protective',
        'childView',
        'parentView',
        'location',
        'confidential',
        'confidentialWhy',
        'referrer',
        'workBase',
        'outOfHours',
        'safeNumber',
        'times',
        'notSafe',
      ]),
    )
  })

  it('is what its schema says, with nothing undefined', () => {
    const whole = content({}, canaryConcern())
    expect(alertContentSchema.parse(whole)).toStrictEqual(whole)
    const plain = content()
    expect(alertContentSchema.parse(plain)).toStrictEqual(plain)
  })

  it('fills every field that an alert has, where the concern tells it', () => {
    const whole = content({}, canaryConcern())
    expect(Object.keys(whole).toSorted()).toEqual(alertContentSchema.keyof().options.toSorted())
  })

  it('keeps the kind of every line of narrative', () => {
    expect(content({}, canaryConcern()).narrative?.map(({ kind }) => kind)).toEqual([
      'FACT',
      'REPORTED',
    ])
  })

  it('names the agency by the client’s registration, not by what was sent', () => {
    expect(content().referrer.agencyName).toBe('Turning Tide')
  })
})

describe('the content of a plain concern', () => {
  it('is, whole, what was sent', () => {
    expect(content({}, {}, [child])).toStrictEqual({
      harm: 'H2',
      factors: ['4B'],
      tellParent: 'yes',
      banners: [],
      care: [],
      accumulation: { rules: [], contributing: [] },
      earlier: [],
      reason: 'Relapse into heroin use while caring alone for a young child.',
      children: [child],
      event: { on: '2026-11-23', isOngoing: false },
      subject: {
        names: [{ given: 'Marta', family: 'Quillfeather' }],
        dateOfBirth: '1991-04-17',
        sex: 'F',
        nhsNumbers: [],
        relationshipToChild: 'MOTHER',
        contactLevel: 'RESIDENT',
        parentalResponsibility: 'UNKNOWN',
      },
      childrenNamed: [
        { name: { given: 'Odo', family: 'Quillfeather' }, dateOfBirth: '2019-02-03', sex: 'U' },
      ],
      addresses: [
        { houseNumber: '14', street: 'Tannery Row', town: 'Westmarch', postcode: 'WM1 4AB' },
      ],
      phones: [],
      emails: [],
      narrative: [{ kind: 'FACT', text: 'Tested positive for opiates on Tuesday.' }],
      keepConfidentialFrom: [],
      consentStatus: 'GIVEN',
      referrer: {
        agencyName: 'Turning Tide',
        name: 'Ines Marlowe',
        role: 'Drug worker',
        secureEmail: 'ines.marlowe@example.org',
        phone: '01632 960123',
      },
      protected: [],
    })
  })

  it('says since when it goes on, and what is known of domestic abuse', () => {
    const { subject } = aConcern()
    const domesticAbuse = {
      childPresent: 'HEARD',
      maracReferred: true,
      dash: { score: 14, level: 'HIGH' },
      safeContact: { safeToCall: false },
    } as const
    const said = content(
      {},
      { ongoingSince: '2026-01-05', domesticAbuse, subject: { ...subject, role: 'VICTIM' } },
    )
    expect(said.event).toEqual({ on: '2026-01-05', isOngoing: true })
    expect(said.domesticAbuse).toStrictEqual({
      role: 'VICTIM',
      childPresent: 'HEARD',
      maracReferred: true,
      dashLevel: 'HIGH',
    })
    expect(said.safeContact).toStrictEqual({ safeToCall: false })
  })

  it('says of domestic abuse no more than was told', () => {
    const domesticAbuse = { childPresent: 'UNKNOWN' } as const
    const said = content({}, { domesticAbuse })
    expect(said.domesticAbuse).toStrictEqual({
      role: 'UNKNOWN',
      ...domesticAbuse,
      maracReferred: false,
    })
    expect(said).not.toHaveProperty('safeContact')
  })

  it('leaves out of the subject what was not said', () => {
    const { dateOfBirth: _d, sex: _s, ...subject } = aStoredConcern().concern.subject
    expect(content({}, { subject }).subject).toStrictEqual({
      names: [{ given: 'Marta', family: 'Quillfeather' }],
      nhsNumbers: [],
      relationshipToChild: 'MOTHER',
      contactLevel: 'RESIDENT',
      parentalResponsibility: 'UNKNOWN',
    })
  })

  it('says nothing of consent where nothing was said', () => {
    const said = content({ consent: null }, { consent: undefined })
    expect(said).not.toHaveProperty('consentStatus')
    expect(said).not.toHaveProperty('parentView')
  })

  it('shows consent as it now stands, not as it was sent', () => {
    const whole = someFacts()
    const changed = aStoredConcern({
      consentNow: {
        changeId: changeIdSchema.parse(anId(8)),
        consent: { status: 'REFUSED', parentAware: 'YES', parentView: 'Leave us alone.' },
      },
    })
    const said = contentOf(changed, [], {
      decision: decide(whole),
      facts: whole,
      past: noPastOfConcern,
      today: '2026-11-23',
    })
    expect([said.consentStatus, said.parentView]).toEqual(['REFUSED', 'Leave us alone.'])
  })
})

describe('a concern that corrects an earlier one', () => {
  const corrected = aConcernId(5)
  const told = (childId: string, corrects: typeof corrected | undefined = corrected) => {
    const whole = someFacts()
    return contentOf(aStoredConcern(), [child], {
      decision: decide(whole),
      facts: whole,
      past: {
        contributing: [],
        earlier: [
          { childId: childIdSchema.parse(childId), entry: anEntry({ entryId: corrected }) },
        ],
        corrects,
      },
      today: '2026-11-23',
    })
  }

  it('says so where the earlier one may be seen', () => {
    expect(told('E06000991.C1').banners).toEqual(['CORRECTION'])
  })

  it('does not for another one than it corrects', () => {
    expect(told('E06000991.C1', aConcernId(6)).banners).toEqual([])
  })

  it('does not where the earlier one is of another child: it would tell of what was held', () => {
    expect(told('E06000991.C2').banners).toEqual([])
  })
})
