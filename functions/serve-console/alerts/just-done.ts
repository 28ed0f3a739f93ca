import type { TextKey } from '../texts/texts.ts'
import type { Alert, Answer } from './alert.ts'

type Told = Pick<
  Alert,
  | 'state'
  | 'acknowledgement'
  | 'outcome'
  | 'outcomeProposed'
  | 'feedback'
  | 'tellings'
  | 'caseStatus'
  | 'caseEndProposed'
>

const textOf = (step: string, alert: Told, isOwn: (answer?: Answer) => boolean) => {
  const { state, acknowledgement, outcome, outcomeProposed, feedback, tellings } = alert
  const said: Readonly<Record<string, TextKey | false>> = {
    take: isOwn(acknowledgement) && 'did.take',
    outcome:
      (isOwn(outcomeProposed) && 'did.proposed') ||
      ((isOwn(outcome) || isOwn(outcome?.confirmation)) &&
        (state === 'DECIDED' ? 'did.outcome' : 'did.recorded')),
    feedback: isOwn(feedback) && state === 'FED_BACK' && 'did.feedback',
    telling: isOwn(tellings.at(-1)) && 'did.recorded',
    'case-status':
      (isOwn(alert.caseEndProposed) && 'did.end-proposed') ||
      (isOwn(alert.caseStatus) && 'did.recorded'),
  }
  return said[step]
}

/**
 * What somebody is told that they just did. Only where the alert says so too: an address alone must not make anybody believe that they
 * have taken it.
 */
export const justDone = (step: string, alert: Told, workId: string): TextKey | undefined =>
  textOf(step, alert, (answer) => answer?.practitioner === workId) || undefined
