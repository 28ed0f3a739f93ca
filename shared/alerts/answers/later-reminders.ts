import { after } from '../../calendar/span.ts'
import { outcomeRow } from '../../codes/outcomes.ts'
import { reminderDays } from '../../codes/response-times.ts'
import type { Alert, Reminder } from '../alert.ts'
import type { Outcome } from './outcome-schema.ts'

const onDay = (kind: Reminder['kind'], from: string): Reminder => ({
  kind,
  at: after(new Date(from), { workingDays: reminderDays[kind] }).toISOString(),
})

/**
 * What somebody is to be reminded of once this is the outcome: the assessment's end, counted from the alert, and the
 * conference, counted from the strategy discussion. What has passed has been told of, or is not news.
 */
export const remindersAfter = (
  { raisedAt }: Alert,
  { code, strategyDiscussionAt }: Outcome,
  now: Date,
): Reminder[] => {
  const { beginsAssessment } = outcomeRow(code)
  const isConferenceToCome = code === 'SECTION_47' || code === 'STRATEGY_DISCUSSION'
  return [
    ...(beginsAssessment ? [onDay('ASSESSMENT_ENDS', raisedAt)] : []),
    ...(isConferenceToCome && strategyDiscussionAt !== undefined
      ? [onDay('CONFERENCE', strategyDiscussionAt)]
      : []),
  ].filter(({ at }) => Date.parse(at) > now.getTime())
}
