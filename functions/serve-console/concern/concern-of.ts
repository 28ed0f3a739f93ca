import type { Answers, Draft } from './draft.ts'
import { dayIn } from './draft.ts'

/** What the API is told of nothing that nobody said: no empty text, no empty list, no part without a field. */
const given = (value: unknown): unknown => {
  if (value === '' || value === undefined) return undefined
  if (Array.isArray(value)) {
    const all = value.map(given).filter((one) => one !== undefined)
    return all.length > 0 ? all : undefined
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).flatMap(([name, inner]) => {
    const one = given(inner)
    return one === undefined ? [] : [[name, one] as const]
  })
  return fields.length > 0 ? Object.fromEntries(fields) : undefined
}

const nameOf = ({ given: first, family }: Answers) => ({ given: first, family })

/** `Tracy Cobbold` as it is told: whoever has one name only is known by that. */
const spoken = (name = '') => {
  const words = name.split(/\s+/)
  return words.length > 1
    ? { given: words.slice(0, -1).join(' '), family: words.at(-1) }
    : { family: name }
}

const yes = (answer: string | undefined): boolean | undefined =>
  answer === 'YES' || answer === 'NO' ? answer === 'YES' : undefined

const subjectOf = (answers: Answers) => ({
  names: [
    nameOf(answers),
    ...(answers['alsoKnownAs'] ?? '').split(',').map((name) => spoken(name.trim())),
  ],
  dateOfBirth: dayIn(answers, 'dateOfBirth'),
  phones: [answers['phone']],
  nhsNumbers: [answers['nhsNumber']?.replaceAll(/\s/g, '')],
  addresses: [
    {
      houseNumber: answers['houseNumber'],
      street: answers['street'],
      town: answers['town'],
      postcode: answers['postcode'],
    },
  ],
  relationshipToChild: answers['relationshipToChild'],
  contactLevel: answers['contactLevel'],
  parentalResponsibility: answers['parentalResponsibility'],
  pregnancy: { expectedDateOfDelivery: dayIn(answers, 'expectedDate') },
  role: answers['subjectRole'],
})

const otherAdultOf = (answers: Answers) => ({
  names: [nameOf(answers)],
  dateOfBirth: dayIn(answers, 'dateOfBirth'),
  relationshipToSubject: answers['toSubject'],
  relationshipToChild: answers['toChild'],
  contactLevel: answers['contact'],
  role: answers['role'],
})

/** A number where it is one; else as it was written. */
const numberIn = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : text

const childOf = (answers: Answers, { adults }: Draft) => ({
  name: nameOf(answers),
  dateOfBirth: dayIn(answers, 'dateOfBirth'),
  ageYears: numberIn(answers['ageYears']),
  sex: answers['sex'],
  locationNow: answers['locationNow'],
  school: answers['school'],
  relationships: ['subject', ...adults.map((_, at) => `otherAdults/${at}`)].flatMap((adult) => {
    const relationship = answers[`is-${adult}`]
    const livesWithChild = answers[`lives-${adult}`]
    const isSaid = (relationship ?? '') !== '' || (livesWithChild ?? '') !== ''
    return isSaid ? [{ adult, relationship, livesWithChild }] : []
  }),
})

const narrativeOf = ({ fact, reported, opinion }: Answers) =>
  [
    { kind: 'FACT', text: fact },
    { kind: 'REPORTED', text: reported },
    { kind: 'OPINION', text: opinion },
  ].filter(({ text }) => (text ?? '') !== '')

const flagsOf = (draft: Draft): readonly string[] => {
  const { answers } = draft
  return [
    ...(isAbuse(draft) ? ['DA'] : []),
    ...(answers['restrictedAddress'] === 'YES' ? ['RESTRICTED_ADDRESS'] : []),
    ...((answers['conflictWho'] ?? '') === '' ? [] : ['STAFF_CONFLICT']),
    ...(dayIn(answers, 'expectedDate') === undefined ? [] : ['UNBORN']),
  ]
}

const factorsOf = ({ factors = '' }: Answers): readonly string[] =>
  factors.split(' ').filter((code) => code !== '')

/** What is asked of somebody who is afraid, and of nobody else. */
const ofFear = ['childPresent', 'safeToCall', 'safeNumber', 'safeTimes', 'notSafeToTalkTo'] as const
const inAbuse = ['VICTIM', 'ALLEGED_PERPETRATOR']

/** By any answer from which it follows: what protects somebody is never left out because another box is empty. */
const isAbuse = ({ answers, adults }: Draft): boolean =>
  factorsOf(answers).some((code) => code.startsWith('3')) ||
  ofFear.some((name) => (answers[name] ?? '') !== '') ||
  [answers['subjectRole'], ...adults.map(({ role }) => role)].some((role) =>
    inAbuse.includes(role ?? ''),
  )

const safetyOf = (draft: Draft) => {
  if (!isAbuse(draft)) return undefined
  const { answers } = draft
  const contact = {
    number: answers['safeNumber'],
    times: answers['safeTimes'],
    notSafeToTalkTo: answers['notSafeToTalkTo'],
  }
  const isSaid = given({ ...contact, safeToCall: answers['safeToCall'] }) !== undefined
  // A number that nobody says is safe to ring is not.
  const safeToCall = yes(answers['safeToCall']) ?? false
  return {
    childPresent: answers['childPresent'],
    ...(isSaid && { safeContact: { ...contact, safeToCall } }),
  }
}

const referrerOf = (answers: Answers) => ({
  name: answers['yourName'],
  role: answers['yourRole'],
  secureEmail: answers['yourEmail'],
  phone: answers['yourPhone'],
  outOfHours: answers['outOfHours'],
})

const withoutConflict = ({ conflictWho: who, conflictRole: role }: Answers) =>
  (who ?? '') === '' ? undefined : { who, role }

/** What was written, as the API takes it. Nothing is made up, nothing is judged: what is missing or wrong the API says. */
export const concernOf = (draft: Draft): object => {
  const { answers, adults, children, corrects } = draft
  const made = yes(answers['rung'])
  const whole = given({
    purpose: 'safeguarding',
    harm: answers['harm'],
    subject: subjectOf(answers),
    otherAdults: adults.map(otherAdultOf),
    children: children.map((child) => childOf(child, draft)),
    whyChildrenUnknown: children.length > 0 ? undefined : answers['whyChildrenUnknown'],
    authority: answers['authority'],
    childLocationNow: answers['childLocationNow'],
    factors: factorsOf(answers),
    flags: flagsOf(draft),
    incidentOn: dayIn(answers, 'incidentOn'),
    corrects,
    ownReference: answers['ownReference'],
    reason: answers['reason'],
    narrative: narrativeOf(answers),
    protectiveFactors: answers['protectiveFactors'],
    childView: answers['childView'],
    consent: {
      status: answers['consentStatus'],
      whyNotSought: answers['whyNotSought'],
      parentAware: answers['parentAware'],
      parentView: answers['parentView'],
    },
    whyOverridden: answers['whyOverridden'],
    domesticAbuse: safetyOf(draft),
    conflict: withoutConflict(answers),
    workerSafety: answers['workerSafety'],
    phoneCallMade: made === undefined ? undefined : { made },
    referrer: referrerOf(answers),
  }) as object
  // The API wants the list even where nobody is named: then it asks why.
  return { ...whole, children: 'children' in whole ? whole.children : [] }
}
