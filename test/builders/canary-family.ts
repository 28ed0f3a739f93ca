import { aChild, anAdult } from './a-child.ts'
import { aConcern } from './a-concern.ts'

type Concern = ReturnType<typeof aConcern>

/** Every free text of a family, each a word that stands nowhere else: wherever one turns up, it has leaked. */
export const canaries = {
  given: 'Canaryagiven',
  family: 'Canaryfamily',
  alias: 'Canaryalias',
  childGiven: 'Canarychild',
  street: 'Canarystreet Row',
  town: 'Canarytown',
  postcode: 'ZQ7 3XY',
  otherStreet: 'Canaryrefuge Lane',
  otherPostcode: 'ZQ8 9WV',
  phone: '01632 960777',
  safeNumber: '01632 960888',
  email: 'canary.mail@example.org',
  nhsNumber: '9999117414',
  childNhsNumber: '9999117422',
  dateOfBirth: '1987-06-05',
  childDateOfBirth: '2018-07-06',
  reason: 'Canaryreason is why this is shared.',
  fact: 'Canaryfact was seen.',
  reported: 'Canaryreported was told.',
  protective: 'Canaryprotective helps.',
  childView: 'Canarychildview is what the child says.',
  parentView: 'Canaryparentview is what the parent says.',
  agreed: 'Canaryagreed was agreed.',
  givenBy: 'Canarygivenby',
  location: 'Canarylocation',
  confidential: 'Canaryconfidential',
  confidentialWhy: 'Canarywhy',
  referrer: 'Canaryreferrer',
  referrerRole: 'Canaryrole',
  referrerTeam: 'Canaryteam',
  referrerEmail: 'canary.referrer@secure-mail.example',
  referrerPhone: '01632 960999',
  outOfHours: 'Canaryhours',
  workBase: 'Canarybase',
  interpreter: 'Canarylanguage',
  times: 'Canarytimes',
  notSafe: 'Canarynotsafe',
  previously: 'Canarypreviously',
  allocatedTeam: 'Canaryallocated',
  otherGiven: 'Canaryother',
  adultStreet: 'Canaryadult Close',
  adultPostcode: 'ZQ9 5TS',
  adultPhone: '01632 960555',
  childAlias: 'Canarychildalias',
  childStreet: 'Canarygran Avenue',
  childPostcode: 'ZQ6 4RP',
  childLocation: 'Canarychildplace',
  school: 'Canaryschool',
  gp: 'Canarysurgery',
  disability: 'Canarydisability',
  firstLanguage: 'Canarytongue',
  hospital: 'Canaryhospital',
  midwife: 'Canarymidwife',
  refuge: 'Canaryhaven',
  substance: 'Canarysubstance',
  stored: 'Canarystored',
  workerSafety: 'Canarydog bites.',
  overridden: 'Canaryoverridden',
  ownReference: 'Canaryreference',
  conflictWho: 'Canaryconflict',
  conflictRole: 'Canarymanager',
  unread: 'Canaryunread of last spring',
  idempotencyKey: 'canary-key-0123456789',
} as const

const address = {
  houseNumber: '14',
  street: canaries.street,
  town: canaries.town,
  postcode: canaries.postcode,
}
const names = [
  { given: canaries.given, family: canaries.family },
  { given: canaries.alias, family: canaries.family },
]

/** The family as the authority has it. */
export const canaryChild = (change: Partial<ReturnType<typeof aChild>> = {}) =>
  aChild({
    name: { given: canaries.childGiven, family: canaries.family },
    dateOfBirth: canaries.childDateOfBirth,
    nhsNumber: canaries.childNhsNumber,
    allocatedTeam: canaries.allocatedTeam,
    addresses: [address],
    adults: [
      anAdult({
        names,
        dateOfBirth: canaries.dateOfBirth,
        addresses: [address],
        phones: [canaries.phone],
        emails: [canaries.email],
        nhsNumbers: [canaries.nhsNumber],
      }),
    ],
    ...change,
  })

/** The family as the service knows it, with something in every field that takes words. */
export const canaryConcern = (change: Partial<Concern> = {}): Concern =>
  aConcern({
    subject: {
      names,
      dateOfBirth: canaries.dateOfBirth,
      sex: 'F',
      addresses: [
        address,
        { houseNumber: '2', street: canaries.otherStreet, postcode: canaries.otherPostcode },
      ],
      phones: [canaries.phone],
      emails: [canaries.email],
      nhsNumbers: [canaries.nhsNumber],
      relationshipToChild: 'MOTHER',
      contactLevel: 'RESIDENT',
      role: 'VICTIM',
      pregnancy: {
        expectedDateOfDelivery: '2027-02-03',
        hospital: canaries.hospital,
        midwife: canaries.midwife,
      },
    },
    otherAdults: [
      {
        names: [{ given: canaries.otherGiven, family: canaries.family }],
        addresses: [
          { houseNumber: '5', street: canaries.adultStreet, postcode: canaries.adultPostcode },
        ],
        phones: [canaries.adultPhone],
        relationshipToSubject: 'FORMER_PARTNER',
        role: 'ALLEGED_PERPETRATOR',
      },
    ],
    children: [
      {
        name: { given: canaries.childGiven, family: canaries.family },
        dateOfBirth: canaries.childDateOfBirth,
        nhsNumber: canaries.childNhsNumber,
        alsoKnownAs: [{ given: canaries.childAlias }],
        address: { street: canaries.childStreet, postcode: canaries.childPostcode },
        locationNow: canaries.childLocation,
        school: canaries.school,
        gp: canaries.gp,
        disability: canaries.disability,
        firstLanguage: canaries.firstLanguage,
      },
    ],
    childLocationNow: canaries.location,
    reason: canaries.reason,
    narrative: [
      { kind: 'FACT', text: canaries.fact },
      { kind: 'REPORTED', text: canaries.reported },
    ],
    protectiveFactors: canaries.protective,
    childView: canaries.childView,
    consent: {
      status: 'GIVEN',
      whatWasAgreed: canaries.agreed,
      givenBy: canaries.givenBy,
      parentView: canaries.parentView,
    },
    domesticAbuse: {
      childPresent: 'SAW',
      refuge: canaries.refuge,
      safeContact: {
        number: canaries.safeNumber,
        safeToCall: true,
        times: canaries.times,
        notSafeToTalkTo: canaries.notSafe,
      },
    },
    keepConfidentialFrom: [{ person: canaries.confidential, why: canaries.confidentialWhy }],
    previousRemoval: { answer: 'NO', authority: canaries.previously },
    interpreter: canaries.interpreter,
    substances: [{ what: canaries.substance, storedAtHome: canaries.stored }],
    workerSafety: canaries.workerSafety,
    whyOverridden: canaries.overridden,
    ownReference: canaries.ownReference,
    referrer: {
      name: canaries.referrer,
      role: canaries.referrerRole,
      team: canaries.referrerTeam,
      secureEmail: canaries.referrerEmail,
      phone: canaries.referrerPhone,
      outOfHours: canaries.outOfHours,
      workBase: canaries.workBase,
    },
    ...change,
  })

/** The same at its gravest, with a conflict of staff, and a part that nobody can read. */
export const graveCanaryConcern = (): Concern => ({
  ...canaryConcern(),
  harm: 'H4',
  phoneCallMade: { made: true },
  flags: ['STAFF_CONFLICT'],
  conflict: { who: canaries.conflictWho, role: canaries.conflictRole },
  incidentOn: canaries.unread,
})

const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, '')

/** Names of the canaries that a text holds, however it is spaced or capitalised. */
export const canariesIn = (value: unknown): string[] => {
  const text = bare(typeof value === 'string' ? value : JSON.stringify(value))
  return Object.entries(canaries).flatMap(([name, word]) =>
    text.includes(bare(word)) ? [name] : [],
  )
}
