import { westmarch } from '../../../../infra/stages/local.ts'
import {
  type AlertContent,
  alertContentSchema,
} from '../../../../shared/alerts/content/alert-content.ts'
import { decide } from '../../../../shared/sharing/decide.ts'
import { someFacts } from '../../sharing/facts.ts'

const { basis, policyVersion } = decide(someFacts())

const people = {
  adults: [
    {
      person: 'subject',
      names: [{ given: 'Alice', family: 'Example' }],
      dateOfBirth: '1990-02-03',
      nhsNumbers: ['9434765919'],
      relationshipToChild: 'MOTHER',
      parentalResponsibility: 'YES',
      contactLevel: 'RESIDENT',
    },
  ],
  children: [
    {
      person: 'children/0',
      name: { given: 'Rosalind', family: 'Example' },
      alsoKnownAs: [],
      sex: 'F',
      relationships: [{ adult: 'subject', relationship: 'MOTHER', livesWithChild: 'YES' }],
      firstLanguage: 'Welsh',
    },
    { person: 'children/1', name: { given: 'Bran' }, alsoKnownAs: [], sex: 'M', relationships: [] },
  ],
  whereabouts: [
    {
      person: 'subject',
      addresses: [
        { houseNumber: '12', street: 'Mill Lane', town: 'Wexbridge', postcode: 'WX1 4AB' },
        { houseNumber: 'Rose Cottage', street: 'Kiln Road', postcode: 'WX9 9ZZ' },
      ],
      phones: ['07700 900123'],
      emails: ['alice@example.org'],
      places: [{ kind: 'serviceBase', text: 'Harbour House, Quay Street' }],
    },
    { person: 'children/0', places: [{ kind: 'school', text: 'Oxgodby Academy' }] },
    { person: 'children/1', places: [{ kind: 'school', text: 'Tamberlane School' }] },
  ],
  disabilities: [
    { person: 'children/0', text: 'Asthma.' },
    { person: 'children/1', text: 'Deaf.' },
  ],
}

const past = {
  accumulation: {
    rules: ['combination-in-12-months'],
    contributing: [
      { eventOn: '2026-05-01', agencyName: 'Harbour Clinic', domains: ['mental-health'] },
    ],
    others: 1,
  },
  earlier: [
    {
      entryId: '01999999-9999-7999-8999-999999999992',
      kind: 'CONCERN',
      eventOn: '2026-05-01',
      isOngoing: true,
      recordedAt: '2026-05-02T10:00:00.000Z',
      source: { kind: 'agency', name: 'Mill Lane Refuge' },
      harm: 'H2',
      factors: ['3B'],
      childId: `${westmarch}.WM-1001`,
      isSuperseded: false,
    },
  ],
}

/** An alert that holds something in every field, so that what a redaction forgets shows. All people are invented. */
export const fullContent = (differing: object = {}): AlertContent =>
  alertContentSchema.parse({
    harmSent: 'H2',
    harm: 'H2',
    raisedBy: [],
    decision: 'SHARE',
    rule: 'R10',
    basis,
    policyVersion,
    why: ['HOLDS_THE_CHILD'],
    alsoTold: ['Northmoor'],
    tellParent: 'no',
    flags: [],
    factors: ['4B'],
    banners: ['PREVIOUS_REMOVAL', 'KNOWN_TO_ANOTHER_AUTHORITY', 'LEADS_ONLY', 'UNDER_TWO'],
    care: ['F8-UNDER_TWO'],
    event: { on: '2026-11-20', isOngoing: false },
    joined: [
      {
        childId: `${westmarch}.WM-1001`,
        why: 'RELATED',
        relationships: [{ adult: 'subject', relationship: 'MOTHER' }],
      },
    ],
    ...past,
    ...people,
    reason: 'Mother hears voices about the baby.',
    safety: {
      safeContact: {
        number: '07700 900456',
        safeToCall: true,
        times: 'after 9, on 07700-900-456',
        notSafeToTalkTo: 'anyone at Kiln Road',
      },
      keepFrom: [{ person: 'Her partner of Kiln Road', why: 'He reads post to wx14ab.' }],
      dash: { score: 10, level: 'MEDIUM' },
    },
    consent: { status: 'GIVEN', parentAware: 'YES', parentView: 'Write to ALICE@example.org.' },
    phoneCall: { made: true },
    ownReference: 'EXAMPLE-7',
    referrer: {
      agencyName: 'Harbour Clinic',
      name: 'Sam Nurse',
      role: 'Nurse',
      secureEmail: 'sam.nurse@harbour.example',
      phone: '0113 496 0000',
      outOfHours: 'On-call 0113 496 0999, Harbour House, WX2 2BB',
    },
    narrative: [
      { kind: 'FACT', text: 'Two children, 12 and 4, were seen at 12, mill  lane.' },
      { kind: 'REPORTED', text: 'She may be rung on 07700900123.' },
    ],
    protectiveFactors: 'Rosalind goes to her aunt.',
    childView: 'I like it at Rose Cottage.',
    whyChildrenUnknown: 'Not asked.',
    substances: [{ what: 'Methadone', storedAtHome: 'In a locked box.' }],
    involvement: [{ kind: 'previousRemoval', answer: 'YES', authority: 'Eastvale' }],
    unread: [
      { pointer: '/children/0/nhsNumber', written: '943' },
      { pointer: '/children/1/nhsNumber', written: '944' },
      { pointer: '/note', written: 'Seen.' },
    ],
    protected: [],
    ...differing,
  })
