import { day, type Field, lines, more, numbered, oneOf, severalOf, text } from './field.ts'

/** How many people, and how many substances, can be named on one page. */
export const places = { keepFrom: 5, substance: 4 } as const

const named: readonly Field[] = [text('given'), text('family')]
const home: readonly Field[] = [
  text('houseNumber', { width: 10 }),
  text('street'),
  text('town', { width: 20 }),
  text('postcode', { width: 10 }),
]
const aka = text('alsoKnownAs', { hasHint: true })
const phone = text('phone', { width: 20, keyboard: 'tel' })
const nhsNumber = text('nhsNumber', { width: 20, keyboard: 'numeric', hasHint: true })
const email = text('email', { keyboard: 'email' })

/** Whether something happened before, and, where it did, when and where. */
const before = (name: string): readonly Field[] => [
  oneOf(name, 'yesNo'),
  text(`${name}Year`, { width: 5, keyboard: 'numeric' }),
  text(`${name}Where`),
]

/** Every page of a concern by what is asked on it: one thing at a time. Its words stand under `part.NAME` and `field.NAME`. */
export const parts = {
  'adult-name': [...named, aka],
  'adult-known-by': [day('dateOfBirth'), phone, nhsNumber, oneOf('adultSex', 'adultSex'), email],
  'adult-home': home,
  'adult-children': [
    oneOf('relationshipToChild', 'toChild', 'select'),
    oneOf('contactLevel', 'contact'),
    oneOf('parentalResponsibility', 'yesNo'),
    day('expectedDate'),
    ...more(text('hospital'), text('midwife')),
  ],
  interpreter: [text('interpreter', { hasHint: true })],
  'no-children': [lines('whyChildrenUnknown', 200)],
  where: [{ name: 'authority', kind: 'council', hasHint: true }, lines('childLocationNow', 200)],
  worry: [
    oneOf('harm', 'harm'),
    oneOf('signs', 'signs', 'checkboxes'),
    { name: 'rung', kind: 'radios', of: 'rung', hasHint: true },
    ...more(day('rungOn'), text('rungTime', { width: 5, hasHint: true })),
  ],
  factors: [oneOf('factors', 'factors', 'checkboxes')],
  happened: [
    lines('reason', 500),
    lines('fact', 1000),
    lines('reported', 1000),
    lines('opinion', 1000),
    day('incidentOn'),
    day('ongoingSince'),
  ],
  before: [
    ...before('previousRemoval'),
    ...before('previousProtectionPlan'),
    ...before('previouslyLookedAfter'),
  ],
  safe: [lines('protectiveFactors', 1000), lines('childView', 500)],
  substances: severalOf(places.substance, (nth) => [
    numbered(text('substance'), nth),
    numbered(lines('storedAtHome', 200), nth),
  ]),
  abuse: [
    oneOf('subjectRole', 'abuseRole'),
    oneOf('childPresent', 'presence'),
    oneOf('safeToCall', 'rung'),
    text('safeNumber', { width: 20, keyboard: 'tel' }),
    text('safeTimes'),
    lines('notSafeToTalkTo', 200),
    oneOf('restrictedAddress', 'rung'),
    text('refuge', { hasHint: true }),
    lines('workerSafety', 500),
    text('dashScore', { width: 5, keyboard: 'numeric', hasHint: true }),
    { name: 'dashLevel', kind: 'radios', of: 'dashLevel', hasHint: true },
    oneOf('maracReferred', 'rung'),
    day('maracOn'),
  ],
  'keep-from': severalOf(places.keepFrom, (nth) => [
    numbered(text('keepFrom'), nth),
    numbered(lines('keepFromWhy', 200), nth),
  ]),
  consent: [
    oneOf('consentStatus', 'consent'),
    { name: 'whyNotSought', kind: 'radios', of: 'whyNot', hasHint: true },
    lines('whyOverridden', 500),
    oneOf('parentAware', 'yesNo'),
    lines('parentView', 500),
    { name: 'detriment', kind: 'radios', of: 'rung', hasHint: true },
    ...more(day('expiresOn'), text('capacityAssessor'), day('capacityAssessedOn')),
  ],
  conflict: [text('conflictWho', { hasHint: true }), text('conflictRole')],
  you: [
    text('yourName'),
    text('yourRole'),
    text('yourEmail', { keyboard: 'email', hasHint: true }),
    text('yourPhone', { width: 20, keyboard: 'tel' }),
    text('outOfHours', { hasHint: true }),
    text('ownReference', { width: 20, hasHint: true }),
    ...more(text('yourTeam'), text('workBase'), {
      name: 'childService',
      kind: 'radios',
      of: 'rung',
      hasHint: true,
    }),
  ],
} as const satisfies Record<string, readonly Field[]>
export type PartName = keyof typeof parts

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name)
export const fieldsOf = (part: PartName): readonly Field[] => parts[part]

/** What is asked of each other adult, and of each child. */
export const otherAdultFields: readonly Field[] = [
  ...named,
  day('dateOfBirth'),
  oneOf('toSubject', 'toSubject', 'select'),
  oneOf('toChild', 'toChild', 'select'),
  oneOf('contact', 'contact', 'select'),
  oneOf('role', 'abuseRole'),
  ...more(
    aka,
    oneOf('adultSex', 'adultSex'),
    ...home,
    phone,
    nhsNumber,
    email,
    oneOf('parentalResponsibility', 'yesNo'),
  ),
]
export const childFields: readonly Field[] = [
  ...named,
  day('dateOfBirth'),
  text('ageYears', { width: 5, keyboard: 'numeric', hasHint: true }),
  oneOf('sex', 'sex'),
  text('locationNow', { hasHint: true }),
  text('school'),
  ...more(
    aka,
    day('expectedDate'),
    nhsNumber,
    ...home,
    text('gp'),
    lines('disability', 200),
    text('firstLanguage'),
    oneOf('adopted', 'rung'),
  ),
]

/** The order in which they are offered, under a heading each. */
export const sections = [
  {
    name: 'about-adult',
    parts: ['adult-name', 'adult-known-by', 'adult-home', 'adult-children', 'interpreter'],
  },
  { name: 'about-others', parts: [] },
  {
    name: 'about-worry',
    parts: ['worry', 'factors', 'happened', 'before', 'safe', 'substances', 'abuse', 'keep-from'],
  },
  { name: 'about-sharing', parts: ['where', 'consent', 'conflict', 'you'] },
] as const satisfies readonly { readonly name: string; readonly parts: readonly PartName[] }[]

/** Pages that say nothing of most families, and so are no gap where they stand empty. */
export const onlyIfItApplies: readonly PartName[] = [
  'adult-home',
  'interpreter',
  'before',
  'safe',
  'substances',
  'abuse',
  'keep-from',
  'conflict',
]
