import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { alertContentSchema } from '../../../../shared/alerts/content/alert-content.ts'
import { contentOf } from '../../../../shared/alerts/content/content-of.ts'
import type { Told } from '../../../../shared/alerts/content/told.ts'
import type { StoredConcern } from '../../../../shared/concerns/stored-concern.ts'
import { changeIdSchema, childIdSchema } from '../../../../shared/kernel/ids.ts'
import { decide } from '../../../../shared/sharing/decide.ts'
import type { Facts } from '../../../../shared/sharing/facts.ts'
import { anEntry } from '../../../builders/a-chronology-entry.ts'
import { aConcernId, anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { canariesIn, canaryConcern } from '../../../builders/canary-family.ts'
import { someFacts } from '../../sharing/facts.ts'

const child: Told['known'][number] = {
  childId: childIdSchema.parse(`${westmarch}.C1`),
  why: 'RELATED',
  relationships: [{ adult: 'subject', relationship: 'MOTHER' }],
}

const content = (
  facts: Partial<Facts> = {},
  sent: object = {},
  {
    stored = {},
    recipient = {},
    ...told
  }: {
    readonly stored?: Partial<StoredConcern>
    readonly recipient?: Partial<Told['recipient']>
  } & Partial<Omit<Told, 'stored' | 'recipient'>> = {},
) => {
  const whole = someFacts(facts)
  return contentOf({
    stored: aStoredConcern(stored, sent),
    decision: decide(whole),
    facts: whole,
    known: [child],
    earlier: [],
    contributing: [],
    corrects: undefined,
    today: '2026-11-23',
    ...told,
    recipient: {
      authority: westmarch,
      isLead: false,
      why: ['WHERE_THE_CHILD_IS'],
      alsoTold: [],
      holders: [],
      isLeadsOnly: false,
      isFamilyIncomplete: false,
      ...recipient,
    },
  })
}

describe('banners', () => {
  it.each([
    ['nothing to say', {}, {}, []],
    ['danger, not telephoned', {}, { harm: 'H4', phoneCallMade: { made: false } }, ['PHONE_FIRST']],
    ['danger, telephoned', {}, { harm: 'H4', phoneCallMade: { made: true } }, []],
    ['significant harm, not telephoned', {}, { harm: 'H3', phoneCallMade: { made: false } }, []],
    ['a removal as sent', { flags: ['PREVIOUS_REMOVAL'] }, {}, ['PREVIOUS_REMOVAL']],
    ['a removal as registered', { knownRemoval: true }, {}, ['PREVIOUS_REMOVAL']],
    ['abuse as sent', { flags: ['DA'] }, {}, ['PROTECTED']],
    ['a restricted address', { flags: ['RESTRICTED_ADDRESS'] }, {}, ['PROTECTED']],
    [
      'a referral to MARAC',
      {},
      { domesticAbuse: { childPresent: 'UNKNOWN', maracReferred: true } },
      ['PROTECTED'],
    ],
    ['a protected household', { protectedHousehold: true }, {}, ['ASK_BEFORE_CONTACT']],
    ['a conflict of staff', { flags: ['STAFF_CONFLICT'] }, {}, ['LEADS_ONLY']],
    ['an unborn child', {}, { children: [{ expectedDateOfDelivery: '2027-01-01' }] }, ['UNBORN']],
    ['a child of 23 months', {}, { children: [{ dateOfBirth: '2024-11-24' }] }, ['UNDER_TWO']],
    ['a child of 24 months', {}, { children: [{ dateOfBirth: '2024-11-23' }] }, []],
    ['no word on consent', { consent: null }, { consent: undefined }, ['CONSENT_INCOMPLETE']],
    [
      'not sought, without a reason',
      { consent: 'NOT_SOUGHT' },
      { consent: { status: 'NOT_SOUGHT' } },
      ['CONSENT_INCOMPLETE'],
    ],
    [
      'not sought, for a reason',
      {},
      { consent: { status: 'NOT_SOUGHT', whyNotSought: 'DELAY_HARMS' } },
      [],
    ],
    [
      'want of capacity that nobody assessed',
      {},
      { consent: { status: 'LACKS_CAPACITY', capacityAssessedOn: '2026-11-01' } },
      ['CONSENT_INCOMPLETE'],
    ],
    [
      'want of capacity, assessed',
      {},
      {
        consent: {
          status: 'LACKS_CAPACITY',
          capacityAssessor: 'Dr Amaryllis Penhale',
          capacityAssessedOn: '2026-11-01',
        },
      },
      [],
    ],
  ] as const)('say %s', (...[, facts, sent, expected]) => {
    expect(content(facts as Partial<Facts>, sent).banners).toEqual(expected)
  })

  it.each([
    ['UNKNOWN_FAMILY', { known: [] }],
    ['KNOWN_TO_ANOTHER_AUTHORITY', { recipient: { holders: ['Northmoor'] } }],
    ['LEADS_ONLY', { recipient: { isLeadsOnly: true } }],
    ['INCOMPLETE', { recipient: { isFamilyIncomplete: true } }],
    ['INCOMPLETE', { stored: { incomplete: true as const } }],
    ['WITHDRAWN_BY_SENDER', { stored: { state: 'WITHDRAWN' as const } }],
  ])('say %s', (banner, told) => {
    expect(content({}, {}, told).banners).toEqual([banner])
  })
})

describe('a concern that corrects an earlier one', () => {
  const corrected = aConcernId(1)
  const told = (childId: string, corrects = corrected) =>
    content(
      {},
      {},
      {
        stored: { concernId: aConcernId(9) },
        corrects,
        earlier: [
          { childId: childIdSchema.parse(childId), entry: anEntry({ entryId: corrected }) },
        ],
      },
    ).banners

  it('says so where the earlier one may be seen, and else not: it would tell of what was held', () => {
    expect(told(`${westmarch}.C1`)).toEqual(['CORRECTION'])
    expect(told(`${westmarch}.C1`, aConcernId(6))).toEqual([])
    expect(told(`${westmarch}.C2`)).toEqual([])
  })
})

describe('the content before redaction', () => {
  it('holds every word of the concern that was collected to be shown', () => {
    expect(canariesIn(content({}, canaryConcern()))).toEqual(
      expect.arrayContaining([
        ...['given', 'alias', 'street', 'otherStreet', 'phone', 'email', 'nhsNumber', 'reason'],
        ...['fact', 'reported', 'protective', 'childView', 'parentView', 'location'],
        ...['confidential', 'confidentialWhy', 'referrer', 'workBase', 'outOfHours'],
        ...['safeNumber', 'times', 'notSafe', 'workerSafety', 'substance', 'stored'],
        ...['otherGiven', 'adultStreet', 'adultPhone', 'childAlias', 'childStreet', 'refuge'],
        ...['childLocation', 'school', 'gp', 'disability', 'firstLanguage', 'hospital', 'midwife'],
        ...['overridden', 'ownReference'],
      ]),
    )
  })

  it('is what its schema says, with nothing undefined', () => {
    for (const whole of [content(), content({}, canaryConcern())])
      expect(alertContentSchema.parse(whole)).toStrictEqual(whole)
  })

  it('says which level was sent, which came of it, and by which rules', () => {
    const flags = ['SUICIDE_PLAN_INVOLVES_CHILD'] as const
    expect(content({ harm: 'H2', flags: [...flags] })).toMatchObject({
      harmSent: 'H2',
      harm: 'H3',
      raisedBy: ['R4'],
      rule: 'R9',
      decision: 'SHARE',
    })
  })

  it('says why this authority has it and who else was told', () => {
    const recipient = { why: ['HOLDS_THE_CHILD' as const], alsoTold: ['Northmoor'] }
    expect(content({}, {}, { recipient })).toMatchObject(recipient)
  })

  it('names everybody as the sender did: how each adult stands to each child, and who lives with whom', () => {
    const relationships = [
      { adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' },
      { adult: 'otherAdults/0', relationship: 'STEP_PARENT', livesWithChild: 'NO' },
    ]
    const said = content(
      {},
      {
        otherAdults: [
          {
            names: [{ given: 'Craig' }],
            relationshipToSubject: 'FORMER_PARTNER',
            role: 'ALLEGED_PERPETRATOR',
          },
        ],
        children: [
          {
            name: { given: 'Odo' },
            alsoKnownAs: [{ given: 'Odie' }],
            nhsNumber: '9434765919',
            relationships,
            school: 'Oxgodby Academy',
            locationNow: 'With his aunt.',
          },
        ],
      },
    )
    expect(said.adults.map(({ person, role }) => [person, role])).toEqual([
      ['subject', undefined],
      ['otherAdults/0', 'ALLEGED_PERPETRATOR'],
    ])
    expect(said.children).toMatchObject([
      {
        person: 'children/0',
        alsoKnownAs: [{ given: 'Odie' }],
        nhsNumber: '9434765919',
        relationships,
      },
    ])
    expect(said.whereabouts).toContainEqual({
      person: 'children/0',
      places: [
        { kind: 'locationNow', text: 'With his aunt.' },
        { kind: 'school', text: 'Oxgodby Academy' },
      ],
    })
  })

  it('has a safety block: whom to keep out, who may be in danger, and whom to be careful of', () => {
    const safety = {
      workerSafety: 'A dog.',
      interpreter: 'Polish, not the sister',
      conflict: { who: 'Sam Nurse', role: 'Sister' },
    }
    expect(content({}, safety).safety).toStrictEqual({ keepFrom: [], ...safety })
    const domesticAbuse = {
      childPresent: 'HEARD',
      maracReferred: true,
      dash: { score: 14, level: 'HIGH' },
      safeContact: { safeToCall: false },
    } as const
    expect(content({}, { domesticAbuse }).safety).toStrictEqual({ keepFrom: [], ...domesticAbuse })
  })

  it('says since when it goes on', () => {
    expect(content({}, { ongoingSince: '2026-01-05' }).event).toEqual({
      on: '2026-01-05',
      isOngoing: true,
    })
  })

  it('shows consent as it now stands, and why a refusal was overridden', () => {
    const consentNow = {
      changeId: changeIdSchema.parse(anId(8)),
      consent: { status: 'REFUSED', parentAware: 'YES', parentView: 'Leave us alone.' },
    } as const
    expect(content({}, { whyOverridden: 'The risk.' }, { stored: { consentNow } }).consent).toEqual(
      {
        status: 'REFUSED',
        whyOverridden: 'The risk.',
        parentAware: 'YES',
        parentView: 'Leave us alone.',
      },
    )
  })

  it('names the agency by the client’s registration, and shows what could not be read', () => {
    const unread = [{ pointer: '/subject/dateOfBirth', written: 'last spring' }]
    const said = content({}, {}, { stored: { unread } })
    expect(said.referrer.agencyName).toBe('Turning Tide')
    expect(said.unread).toEqual(unread)
  })

  it('reads whether a parent may be told by what protects the household now', () => {
    expect(content({}).tellParent).toBe('yes')
    const facts = someFacts({ protectedHousehold: true })
    expect(content({}, {}, { facts }).tellParent).toBe('no')
  })
})
