import type { TextKey } from '../texts/texts.ts'
import type { Alert, Answer } from './alert.ts'

type Told = Pick<
  Alert,
  | 'state'
  | 'heldBy'
  | 'handOvers'
  | 'outcome'
  | 'outcomeProposed'
  | 'feedback'
  | 'tellings'
  | 'caseStatus'
  | 'caseEndProposed'
>

type Own = (answer: Answer | undefined) => boolean
type Said = (alert: Told, isOwn: Own, workId: string) => TextKey | false

const ofOutcome: Said = ({ state, outcome, outcomeProposed }, isOwn) => {
  if (isOwn(outcomeProposed)) return 'did.proposed'
  if (!isOwn(outcome) && !isOwn(outcome?.confirmation)) return false
  return state === 'DECIDED' ? 'did.outcome' : 'did.recorded'
}

/** What is said of each step, where the alert shows that it was taken. */
const saids: Readonly<Record<string, Said>> = {
  take: ({ heldBy }, _isOwn, workId) => heldBy === workId && 'did.take',
  'hand-over': ({ handOvers }, isOwn) => isOwn(handOvers.at(-1)) && 'did.hand-over',
  outcome: ofOutcome,
  feedback: ({ state, feedback }, isOwn) =>
    isOwn(feedback) && state === 'FED_BACK' && 'did.feedback',
  telling: ({ tellings }, isOwn) => isOwn(tellings.at(-1)) && 'did.recorded',
  'case-status': ({ caseEndProposed, caseStatus }, isOwn) =>
    (isOwn(caseEndProposed) && 'did.end-proposed') || (isOwn(caseStatus) && 'did.recorded'),
}

/**
 * What somebody is told that they just did. Only where the alert says so too: an address alone must not make anybody believe that they
 * have taken it.
 */
export const justDone = (step: string, alert: Told, workId: string): TextKey | undefined => {
  const said = Object.hasOwn(saids, step) ? saids[step] : undefined
  return said?.(alert, (answer) => answer?.practitioner === workId, workId) || undefined
}
