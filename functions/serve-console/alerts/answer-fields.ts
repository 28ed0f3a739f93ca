import { caseStatuses } from '../../../shared/codes/case-statuses.ts'
import {
  conferenceKinds,
  noFurtherActionReasonCodes,
  whatFollowsCodes,
} from '../../../shared/codes/outcome-details.ts'
import {
  type OutcomeCode,
  outcomeCodes,
  outcomeRow,
  turnsAway,
} from '../../../shared/codes/outcomes.ts'
import { toldPeopleCodes, whyNotToldCodes } from '../../../shared/codes/tellings.ts'
import type { Field } from '../concern/field.ts'

/** Lists to choose from, by the name under which their words stand. */
export const answerOptions = {
  outcome: outcomeCodes,
  conference: conferenceKinds,
  whatFollows: whatFollowsCodes,
  noFurtherAction: noFurtherActionReasonCodes,
  rung: ['YES', 'NO'],
  toldPeople: toldPeopleCodes,
  whyNotTold: whyNotToldCodes,
  caseStatus: caseStatuses,
  handTo: ['COLLEAGUE', 'TEAM'],
} as const satisfies Record<string, readonly string[]>

/** A field of an answer to an alert. */
export type AnswerField = Omit<Field, 'of'> & { readonly of?: keyof typeof answerOptions }

export const isOutcome = (code: string): code is OutcomeCode =>
  outcomeCodes.some((one) => one === code)

const details = {
  conference: { name: 'conference', kind: 'radios', of: 'conference' },
  whatFollows: { name: 'whatFollows', kind: 'radios', of: 'whatFollows' },
  otherAuthority: { name: 'otherAuthority', kind: 'council' },
  noFurtherActionReason: { name: 'noFurtherActionReason', kind: 'radios', of: 'noFurtherAction' },
} as const satisfies Record<string, AnswerField>

const discussion: readonly AnswerField[] = [
  { name: 'discussionDay', kind: 'date', hasHint: true },
  { name: 'discussionTime', kind: 'text', width: 5, hasHint: true },
]

const mostReason = 2000

/** What is asked with an outcome: what belongs to it, and nothing that belongs to another. */
export const fieldsOfOutcome = (code: OutcomeCode): readonly AnswerField[] => {
  const { detail, mayFollowStrategyDiscussion } = outcomeRow(code)
  return [
    ...(detail === undefined ? [] : [details[detail]]),
    ...(mayFollowStrategyDiscussion === true ? discussion : []),
    turnsAway(code)
      ? { name: 'whyTurnedAway', kind: 'lines', most: mostReason, hasHint: true }
      : { name: 'whyDecided', kind: 'lines', most: mostReason, hasHint: true },
  ]
}

export const feedbackFields: readonly AnswerField[] = [
  { name: 'toldFact', kind: 'lines', most: 1000, hasHint: true },
  { name: 'toldReported', kind: 'lines', most: 1000, hasHint: true },
  { name: 'toldOpinion', kind: 'lines', most: 1000, hasHint: true },
  { name: 'nextStep', kind: 'lines', most: 500, hasHint: true },
]

export const tellingFields: readonly AnswerField[] = [
  { name: 'wasTold', kind: 'radios', of: 'rung' },
  { name: 'toldWho', kind: 'checkboxes', of: 'toldPeople', hasHint: true },
  { name: 'toldBy', kind: 'text', width: 20, hasHint: true },
  { name: 'toldDay', kind: 'date', hasHint: true },
  { name: 'toldTime', kind: 'text', width: 5, hasHint: true },
  { name: 'whyNotTold', kind: 'radios', of: 'whyNotTold', hasHint: true },
  { name: 'whyNotToldWords', kind: 'lines', most: 500, hasHint: true },
]

export const caseStatusFields: readonly AnswerField[] = [
  { name: 'caseStatus', kind: 'radios', of: 'caseStatus' },
]

export const handOverFields: readonly AnswerField[] = [
  { name: 'handTo', kind: 'radios', of: 'handTo' },
  { name: 'handToWho', kind: 'text', width: 20, hasHint: true },
]
