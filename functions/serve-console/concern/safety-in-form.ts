import { type Answers, type Draft, dayIn } from './draft.ts'
import { numberIn } from './people-in-form.ts'

export const yes = (answer: string | undefined): boolean | undefined =>
  answer === 'YES' || answer === 'NO' ? answer === 'YES' : undefined

export const codesIn = (ticked = ''): readonly string[] =>
  ticked.split(' ').filter((code) => code !== '')

/** What is asked of somebody who is afraid, and of nobody else. */
const ofFear = [
  'childPresent',
  'safeToCall',
  'safeNumber',
  'safeTimes',
  'notSafeToTalkTo',
  'refuge',
  'dashScore',
  'dashLevel',
] as const
const inAbuse = ['VICTIM', 'ALLEGED_PERPETRATOR']

const isMarac = (answers: Answers): boolean =>
  answers['maracReferred'] === 'YES' || dayIn(answers, 'maracOn') !== undefined

/** By any answer from which it follows: what protects somebody is never left out because another box is empty. */
const isAbuse = ({ answers, adults }: Draft): boolean =>
  codesIn(answers['factors']).some((code) => code.startsWith('3')) ||
  isMarac(answers) ||
  ofFear.some((name) => (answers[name] ?? '') !== '') ||
  [answers['subjectRole'], ...adults.map(({ role }) => role)].some((role) =>
    inAbuse.includes(role ?? ''),
  )

const isExpecting = ({ answers, children }: Draft): boolean =>
  [answers, ...children].some((one) => dayIn(one, 'expectedDate') !== undefined)

/** Each circumstance that changes what may be shared, and the answers from which it follows. */
const flags: Readonly<Record<string, (draft: Draft) => boolean>> = {
  DA: isAbuse,
  MARAC: ({ answers }) => isMarac(answers),
  RESTRICTED_ADDRESS: ({ answers }) => answers['restrictedAddress'] === 'YES',
  DETRIMENT_CLAIMED: ({ answers }) => answers['detriment'] === 'YES',
  ADOPTED: ({ children }) => children.some(({ adopted }) => adopted === 'YES'),
  SENSITIVE_CHILD_SERVICE: ({ answers }) => answers['childService'] === 'YES',
  STAFF_CONFLICT: ({ answers }) => (answers['conflictWho'] ?? '') !== '',
  UNBORN: isExpecting,
  PREVIOUS_REMOVAL: ({ answers }) => answers['previousRemoval'] === 'YES',
}

export const flagsOf = (draft: Draft): readonly string[] => [
  ...Object.entries(flags).flatMap(([flag, holds]) => (holds(draft) ? [flag] : [])),
  ...codesIn(draft.answers['signs']),
]

const safeContactOf = (answers: Answers) => {
  const contact = {
    number: answers['safeNumber'],
    times: answers['safeTimes'],
    notSafeToTalkTo: answers['notSafeToTalkTo'],
  }
  const isSaid = [...Object.values(contact), answers['safeToCall']].some(
    (said) => (said ?? '') !== '',
  )
  // A number that nobody says is safe to ring is not.
  return isSaid ? { ...contact, safeToCall: yes(answers['safeToCall']) ?? false } : undefined
}

export const safetyOf = (draft: Draft) => {
  if (!isAbuse(draft)) return undefined
  const { answers } = draft
  return {
    childPresent: answers['childPresent'],
    refuge: answers['refuge'],
    safeContact: safeContactOf(answers),
    dash: { score: numberIn(answers['dashScore']), level: answers['dashLevel'] },
    maracReferred: isMarac(answers) || yes(answers['maracReferred']),
    maracOn: dayIn(answers, 'maracOn'),
  }
}
