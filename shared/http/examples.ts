import concern from '../../docs/examples/concern.json' with { type: 'json' }
import type { RouteName } from '../config/routes.ts'

// An example of every body, for whoever reads the API's description or tries it. All people are invented.

const reason = 'She was taken for her sister: the day of birth was another.'
const address = {
  houseNumber: '27',
  street: 'Ropewalk Lane',
  town: 'Tannersford',
  postcode: 'WM2 6TH',
}
const adult = {
  names: [{ given: 'Tracey', family: 'Cobbold' }],
  dateOfBirth: '1998-03-08',
  sex: 'F',
  addresses: [address],
}
const { authority } = concern

export const examples: Readonly<Partial<Record<RouteName, object>>> = {
  issueToken: {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ0dXJuaW5nLXRpZGUifQ.c2lnbmF0dXJl',
    scope: 'concerns.write',
  },
  submitConcern: concern,
  previewConcern: concern,
  locateConcern: concern,
  withdrawConcern: { reason: 'WRONG_PERSON', words: 'It was about another of the same name.' },
  changeConsent: { status: 'GIVEN', decidedOn: '2026-11-24' },
  reportEngagement: { engagement: 'DROPPED_OUT', on: '2026-11-20' },
  challengeAnswer: {
    feedbackNumber: 1,
    reason: 'Since then she was seen with the baby, drowsy, on two more days.',
  },
  recordOutcome: { outcome: 'ASSESSMENT_S17', priorItemsRead: [] },
  giveFeedback: {
    lines: [{ kind: 'FACT', text: 'A social worker sees the family tomorrow.' }],
    nextStep: 'Please tell us of every appointment that is missed.',
  },
  recordTelling: {
    wasTold: true,
    who: ['MOTHER'],
    toldBy: 'SW-0042',
    toldAt: '2026-11-24T10:30:00+00:00',
  },
  handOverAlert: { to: 'sw-2204' },
  recordCaseStatus: { status: 'OPEN' },
  decideReview: {
    verdict: 'SHARE',
    reason: 'The risk to the baby outweighs her refusal.',
    notRelated: true,
  },
  tickFinding: { day: '2026-11-23', finding: 1, how: 'EXPLAINED' },
  beginRegisterImport: {
    authority,
    extent: 'DELTA',
    files: [
      {
        kind: 'csv',
        bytes: 2048,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
  },
  applyRegisterImport: { confirmed: 12 },
  loadRegister: {
    authority,
    digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    extent: 'DELTA',
    step: 'compare',
    after: '',
    records: [
      {
        id: 'C-2093',
        child: {
          authority,
          name: { given: 'Percy', family: 'Cobbold' },
          dateOfBirth: '2025-10-02',
          sex: 'M',
          status: { code: 'IN_NEED', from: '2026-03-02' },
          adults: [{ id: 'A-1042', ...adult, relationship: 'MOTHER' }],
        },
      },
    ],
    isLast: true,
    report: {
      rows: 3,
      records: { loaded: 1, refused: 1, leftOut: 0, purged: 0 },
      flaws: [{ code: 'BIRTH_UNREADABLE', rows: 1 }],
    },
  },
  searchRegister: {
    kind: 'child',
    name: { given: 'Percy', family: 'Cobbold' },
    dateOfBirth: '2025-10-02',
  },
  putChild: {
    authority,
    name: { given: 'Percy', family: 'Cobbold' },
    dateOfBirth: '2025-10-02',
    sex: 'M',
    status: { code: 'IN_NEED', from: '2026-03-02' },
    addresses: [address],
    adults: [
      {
        id: 'A-1042',
        ...adult,
        relationship: 'MOTHER',
        parentalResponsibility: 'YES',
        livesWithChild: 'YES',
      },
    ],
  },
  correctChild: { remove: { adults: ['A-1042'] }, reason },
  liftChildRestriction: { restriction: 'address', reason: 'The order ended on 3 November.' },
  deleteChild: { reason: 'Recorded twice: C-311 is the same child.' },
  recordWrittenAgreement: {
    id: 'WA-1',
    agreedOn: '2026-11-20',
    endsOn: '2026-12-01',
    what: 'Tracey comes to every appointment.',
    whatFollows: 'A child protection conference.',
  },
  putAdult: { authority, ...adult },
  correctAdult: { remove: { phones: ['01632 960 123'] }, reason },
  liftAdultRestriction: { restriction: 'address', reason: 'The order ended on 3 November.' },
  deleteAdult: { reason: 'Recorded twice: A-2001 is the same adult.' },
  askEmergencyAccess: {
    object: { kind: 'chronology', id: `${authority}.C-311` },
    justification: 'A child was found alone at the station, and will not say where home is.',
  },
  reviewEmergencyAccess: {
    verdict: 'JUSTIFIED',
    reason: 'We were told at once, and the child was brought home.',
  },
  searchPeople: {
    kind: 'adult',
    name: { given: 'Tracey', family: 'Cobbold' },
    dateOfBirth: '1998-03-08',
  },
  openSubjectAccess: { personId: `${authority}.A-1042`, concernIds: [] },
  exportAuditEntries: { question: { action: 'ALERT_READ', from: '2026-11-01T00:00:00Z' } },
}
