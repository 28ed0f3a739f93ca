import { turnsAway } from '../../../shared/codes/outcomes.ts'
import type { AskedInRole } from '../asked.ts'
import type { Answers } from '../concern/draft.ts'
import type { Alert } from './alert.ts'
import {
  type AnswerField,
  caseStatusFields,
  feedbackFields,
  fieldsOfOutcome,
  handOverFields,
  isOutcome,
  tellingFields,
} from './answer-fields.ts'
import {
  bodyOfCaseStatus,
  bodyOfFeedback,
  bodyOfHandOver,
  bodyOfOutcome,
  bodyOfTelling,
} from './body-of-answer.ts'
import { type Preview, previewOf } from './preview.ts'
import type { Step } from './steps.ts'

/** How an answer to an alert is asked for, checked and sent. */
export type AnswerKind = {
  readonly step: Exclude<Step, 'take'>
  /** Of an outcome: which. */
  readonly code?: string
  readonly fields: readonly AnswerField[]
  readonly bodyOf: (answers: Answers) => object
  /** Where what is said of no field in particular is mended. */
  readonly fallback: string
  /** Whether it is shown once more before it is sent. */
  readonly isChecked: boolean
  /** Whether the earlier alerts about the same children have to be read. */
  readonly needsHistory: boolean
  readonly firstAnswers: (asked: AskedInRole) => Answers
  readonly previewOf?: (answers: Answers, alert: Alert) => Preview
}

const plain = { isChecked: false, needsHistory: false, firstAnswers: () => ({}) } as const

const outcomeKind = (code = ''): AnswerKind | undefined =>
  isOutcome(code)
    ? {
        ...plain,
        step: 'outcome',
        code,
        fields: fieldsOfOutcome(code),
        bodyOf: (answers) => bodyOfOutcome(code, answers),
        fallback: turnsAway(code) ? 'whyTurnedAway' : 'whyDecided',
        isChecked: true,
        needsHistory: turnsAway(code),
      }
    : undefined

const kinds = {
  feedback: {
    ...plain,
    step: 'feedback',
    fields: feedbackFields,
    bodyOf: bodyOfFeedback,
    fallback: 'toldFact',
    isChecked: true,
    previewOf,
  },
  telling: {
    ...plain,
    step: 'telling',
    fields: tellingFields,
    bodyOf: bodyOfTelling,
    fallback: 'wasTold',
    firstAnswers: ({ session }) => ({ toldBy: session.workId }),
  },
  'hand-over': {
    ...plain,
    step: 'hand-over',
    fields: handOverFields,
    bodyOf: bodyOfHandOver,
    fallback: 'handTo',
  },
  'case-status': {
    ...plain,
    step: 'case-status',
    fields: caseStatusFields,
    bodyOf: bodyOfCaseStatus,
    fallback: 'caseStatus',
  },
} as const satisfies Record<string, AnswerKind>

/** What is asked on a page; undefined where an outcome is named that there is not. */
export const kindOf = (
  step: AnswerKind['step'],
  code: string | undefined,
): AnswerKind | undefined => (step === 'outcome' ? outcomeKind(code) : kinds[step])
