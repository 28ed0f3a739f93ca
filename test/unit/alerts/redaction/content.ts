import {
  type AlertContent,
  alertContentSchema,
} from '../../../../shared/alerts/content/alert-content.ts'

/** An alert that holds something in every field, so that what a redaction forgets shows. All people are invented. */
export const fullContent = (differing: object = {}): AlertContent =>
  alertContentSchema.parse({
    harm: 'H3',
    factors: ['4B'],
    reason: 'Mother hears voices about the baby.',
    tellParent: 'no',
    banners: ['UNDER_TWO'],
    children: [{ childId: 'E06000991.WM-1001', relationship: 'MOTHER' }],
    care: ['F8-UNDER_TWO'],
    accumulation: {
      rules: ['two-domains-in-12-months'],
      contributing: [
        {
          concernId: '01999999-9999-7999-8999-999999999991',
          eventOn: '2026-05-01',
          agencyName: 'Harbour Clinic',
          domains: ['mental-health'],
        },
      ],
    },
    earlier: [
      {
        entryId: '01999999-9999-7999-8999-999999999992',
        kind: 'CONCERN',
        eventOn: '2026-05-01',
        isOngoing: true,
        recordedAt: '2026-05-02T10:00:00.000Z',
        source: { kind: 'agency', name: 'Mill Lane Refuge' },
        nature: ['OPINION'],
        harm: 'H2',
        factors: ['3B'],
        childId: 'E06000991.WM-1001',
        isSuperseded: false,
      },
    ],
    event: { on: '2026-11-20', isOngoing: false },
    subject: {
      names: [{ given: 'Alice', family: 'Example' }],
      dateOfBirth: '1990-02-03',
      nhsNumbers: ['9434765919'],
      relationshipToChild: 'MOTHER',
      contactLevel: 'RESIDENT',
      parentalResponsibility: 'YES',
    },
    childrenNamed: [{ name: { given: 'Rosalind', family: 'Example' }, sex: 'F' }],
    addresses: [
      { houseNumber: '12', street: 'Mill Lane', town: 'Wexbridge', postcode: 'WX1 4AB' },
      { houseNumber: 'Rose Cottage', street: 'Kiln Road', postcode: 'WX9 9ZZ' },
    ],
    phones: ['07700 900123'],
    emails: ['alice@example.org'],
    childLocationNow: 'With her aunt at 3 Elm Court',
    narrative: [
      { kind: 'FACT', text: 'Two children, 12 and 4, were seen at 12, mill  lane.' },
      { kind: 'REPORTED', text: 'She may be rung on 07700900123.' },
    ],
    protectiveFactors: 'Rosalind goes to her aunt.',
    childView: 'I like it at Rose Cottage.',
    parentView: 'Write to ALICE@example.org, not to Wexbridge.',
    consentStatus: 'NOT_SOUGHT',
    keepConfidentialFrom: [{ person: 'Her partner', why: 'He reads post to wx14ab.' }],
    safeContact: {
      number: '07700 900456',
      safeToCall: true,
      times: 'after 9, on 07700-900-456',
      notSafeToTalkTo: 'anyone at Kiln Road',
    },
    domesticAbuse: { role: 'VICTIM', childPresent: 'SAW', maracReferred: true },
    referrer: {
      agencyName: 'Harbour Clinic',
      name: 'Sam Nurse',
      role: 'Sexual health nurse',
      secureEmail: 'sam.nurse@harbour.example',
      phone: '0113 496 0000',
      outOfHours: 'On-call 0113 496 0999, Harbour House, WX2 2BB',
    },
    referrerWorkBase: 'Harbour House, Quay Street',
    protected: [],
    ...differing,
  })
