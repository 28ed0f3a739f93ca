import { momentIn } from '../alerts/london-time.ts'
import { type Answers, type Draft, dayIn } from './draft.ts'
import { places } from './parts.ts'
import { childOf, numberIn, otherAdultOf, subjectOf } from './people-in-form.ts'
import { codesIn, flagsOf, safetyOf, yes } from './safety-in-form.ts'

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

const narrativeOf = ({ fact, reported, opinion }: Answers) =>
  [
    { kind: 'FACT', text: fact },
    { kind: 'REPORTED', text: reported },
    { kind: 'OPINION', text: opinion },
  ].filter(({ text }) => (text ?? '') !== '')

const consentOf = (answers: Answers) => ({
  status: answers['consentStatus'],
  whyNotSought: answers['whyNotSought'],
  parentAware: answers['parentAware'],
  parentView: answers['parentView'],
  expiresOn: dayIn(answers, 'expiresOn'),
  capacityAssessor: answers['capacityAssessor'],
  capacityAssessedOn: dayIn(answers, 'capacityAssessedOn'),
})

const beforeOf = (answers: Answers, name: string) => ({
  answer: answers[name],
  year: numberIn(answers[`${name}Year`]),
  authority: answers[`${name}Where`],
})

const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at + 1)

const keepFromOf = (answers: Answers) =>
  numbers(places.keepFrom).map((nth) => ({
    person: answers[`keepFrom${nth}`],
    why: answers[`keepFromWhy${nth}`],
  }))

const substancesOf = (answers: Answers) =>
  numbers(places.substance).map((nth) => ({
    what: answers[`substance${nth}`],
    storedAtHome: answers[`storedAtHome${nth}`],
  }))

const callOf = (answers: Answers) => ({
  made: yes(answers['rung']),
  at: momentIn(answers, { day: 'rungOn', time: 'rungTime' }),
})

const referrerOf = (answers: Answers) => ({
  name: answers['yourName'],
  role: answers['yourRole'],
  team: answers['yourTeam'],
  secureEmail: answers['yourEmail'],
  phone: answers['yourPhone'],
  outOfHours: answers['outOfHours'],
  workBase: answers['workBase'],
})

const withoutConflict = ({ conflictWho: who, conflictRole: role }: Answers) =>
  (who ?? '') === '' ? undefined : { who, role }

/** What was told of what happened, and of what came before it. */
const toldOf = (answers: Answers) => ({
  factors: codesIn(answers['factors']),
  incidentOn: dayIn(answers, 'incidentOn'),
  ongoingSince: dayIn(answers, 'ongoingSince'),
  reason: answers['reason'],
  narrative: narrativeOf(answers),
  protectiveFactors: answers['protectiveFactors'],
  childView: answers['childView'],
  substances: substancesOf(answers),
  previousRemoval: beforeOf(answers, 'previousRemoval'),
  previousProtectionPlan: beforeOf(answers, 'previousProtectionPlan'),
  previouslyLookedAfter: beforeOf(answers, 'previouslyLookedAfter'),
})

/** What was written, as the API takes it. Nothing is made up, nothing is judged: what is missing or wrong the API says. */
export const concernOf = (draft: Draft): object => {
  const { answers, adults, children, corrects } = draft
  const whole = given({
    purpose: 'safeguarding',
    harm: answers['harm'],
    subject: subjectOf(answers),
    otherAdults: adults.map(otherAdultOf),
    children: children.map((child) => childOf(child, draft)),
    whyChildrenUnknown: children.length > 0 ? undefined : answers['whyChildrenUnknown'],
    authority: answers['authority'],
    childLocationNow: answers['childLocationNow'],
    flags: flagsOf(draft),
    ...toldOf(answers),
    corrects,
    ownReference: answers['ownReference'],
    consent: consentOf(answers),
    whyOverridden: answers['whyOverridden'],
    domesticAbuse: safetyOf(draft),
    conflict: withoutConflict(answers),
    keepConfidentialFrom: keepFromOf(answers),
    workerSafety: answers['workerSafety'],
    phoneCallMade: callOf(answers),
    interpreter: answers['interpreter'],
    referrer: referrerOf(answers),
  }) as object
  // The API wants the list even where nobody is named: then it asks why.
  return { ...whole, children: 'children' in whole ? whole.children : [] }
}
