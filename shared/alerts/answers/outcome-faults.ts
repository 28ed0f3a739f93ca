import { isGraverThan, outcomeRow, turnsAway } from '../../codes/outcomes.ts'
import type { FieldFault } from '../../kernel/hub-error.ts'
import type { Alert } from '../alert.ts'
import type { PriorAlerts } from './prior-alerts.ts'
import type { OutcomeGiven } from './record-outcome.ts'

/** The least that a reason says. */
const shortestReason = 40

const fault = (isThere: boolean, pointer: string, detail: string): FieldFault[] =>
  isThere ? [{ pointer, detail }] : []

const details = ['conference', 'whatFollows', 'otherAuthority', 'noFurtherActionReason'] as const

/** Each outcome says what it must, and nothing that belongs to another. */
const detailFaults = (given: Omit<OutcomeGiven, 'priorItemsRead'>): FieldFault[] => {
  const { detail } = outcomeRow(given.code)
  return details.flatMap((name) => {
    const isSaid = given[name] !== undefined
    return [
      ...fault(name === detail && !isSaid, `/${name}`, `${given.code} needs it`),
      ...fault(name !== detail && isSaid, `/${name}`, `not with ${given.code}`),
    ]
  })
}

/** What an outcome lacks or should not say whatever alert it is about. */
export const shapeFaults = (given: Omit<OutcomeGiven, 'priorItemsRead'>): FieldFault[] => [
  ...fault(
    turnsAway(given.code) && isTooShort(given.reason),
    '/reason',
    `a reason of at least ${shortestReason} characters`,
  ),
  ...detailFaults(given),
]

const isTooShort = (reason: string | undefined): boolean => (reason ?? '').length < shortestReason

const discussionFaults = ({ code, strategyDiscussionAt: at }: OutcomeGiven, now: Date) => [
  ...fault(
    at !== undefined && outcomeRow(code).mayFollowStrategyDiscussion !== true,
    '/strategyDiscussionAt',
    `not with ${code}`,
  ),
  ...fault(
    at !== undefined && Date.parse(at) > now.getTime(),
    '/strategyDiscussionAt',
    'a moment that has passed',
  ),
]

/** Whoever turns a family away has read the earlier alerts about its children: somebody of the authority opened each. */
const historyFaults = (
  { code, priorItemsRead }: OutcomeGiven,
  { priorAlertIds, openedIds }: PriorAlerts,
): FieldFault[] => {
  const at = '/priorItemsRead'
  const isForeign = priorItemsRead.some((alertId) => !priorAlertIds.includes(alertId))
  const foreign = fault(isForeign, at, 'only ids of priorAlertIds')
  if (!turnsAway(code)) return foreign
  const isLeftOut = priorAlertIds.some((alertId) => !priorItemsRead.includes(alertId))
  const isUnopened = priorAlertIds.some((alertId) => !openedIds.includes(alertId))
  return [
    ...foreign,
    ...fault(isLeftOut, at, `every id of priorAlertIds: ${code} needs them read`),
    ...fault(
      !isLeftOut && isUnopened,
      at,
      'only alerts that somebody of your authority has opened',
    ),
  ]
}

/** Down, or sideways, is a new decision, and says why. */
const isRevisedDown = ({ outcome }: Alert, { code }: OutcomeGiven): boolean =>
  outcome !== undefined && outcome.code !== code && !isGraverThan(code, outcome.code)

/** What the outcome lacks or should not say, by field. */
export const faultsOf = (
  alert: Alert,
  given: OutcomeGiven,
  { prior, now }: { readonly prior: PriorAlerts; readonly now: Date },
): FieldFault[] => {
  const isDownUnsaid =
    !turnsAway(given.code) && isRevisedDown(alert, given) && isTooShort(given.reason)
  return [
    ...shapeFaults(given),
    ...fault(isDownUnsaid, '/reason', `a reason of at least ${shortestReason} characters`),
    ...fault(
      given.otherAuthority === alert.authority,
      '/otherAuthority',
      'another authority than your own',
    ),
    ...discussionFaults(given, now),
    ...historyFaults(given, prior),
  ]
}
