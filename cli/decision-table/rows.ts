import type { Policy } from '../../shared/sharing/policy.ts'
import {
  type Cell,
  type DecidingRule,
  oneLevelUp,
  type RaisingRule,
  type Rule,
} from '../../shared/sharing/rule.ts'
import { silence } from '../../shared/sharing/rules/silence.ts'
import { table } from './markdown.ts'

const none = '–'
const ditto = '″'

export const daysOf = (days: number | null): string => {
  if (days === null) return none
  if (days === 0) return 'same day'
  return days === 1 ? '1 day' : `${days} days`
}

/** What follows when nobody answered, with the clock of a review that follows and who hears of it. */
const thenOf = (cell: Cell, rule: DecidingRule): string => {
  const { decision, onTimeout } = cell
  if (onTimeout === null) return none
  if (onTimeout === 'HUMAN_REVIEW') {
    if (decision === 'HUMAN_REVIEW') return 'HUMAN_REVIEW by the lead, again each working day'
    const later = rule.laterReview
    return later === undefined
      ? 'HUMAN_REVIEW, again each working day'
      : `HUMAN_REVIEW, due in ${daysOf(later.dueInWorkingDays)}, then ${later.onTimeout ?? none}`
  }
  if (cell.alertsUnmatched) return `${onTimeout}, as an unmatched alert`
  return rule.tellsLeadOnTimeout ? `${onTimeout}, and the lead is told` : onTimeout
}

const decisionOf = ({ decision, alertsUnmatched }: Cell, { also }: DecidingRule): string =>
  [decision, also ?? [], alertsUnmatched ? 'and an unmatched alert now' : []].flat().join('; ')

const nameOf = ({ id, version }: Rule): string =>
  version === undefined ? id : `${id}, version ${version}`

const raisingRow = (rule: RaisingRule): readonly string[] => {
  const { when, raisesTo, mustRecord, cites } = rule
  const raise =
    raisesTo === oneLevelUp ? 'harm one level up, H3 at most' : `harm at least ${raisesTo.H0}`
  return [`${nameOf(rule)} ↑`, when, none, raise, none, none, mustRecord, cites.join('; ')]
}

/** Rules of several cells take a line for each; what belongs to the whole rule stands on the first. */
const rowsOf = (rule: Rule): readonly (readonly string[])[] => {
  if (rule.kind === 'raises') return [raisingRow(rule)]
  return rule.cells.map((cell, index) => [
    nameOf(rule),
    index === 0 ? rule.when : ditto,
    cell.where ?? none,
    decisionOf(cell, rule),
    daysOf(cell.dueInWorkingDays),
    thenOf(cell, rule),
    index === 0 ? rule.mustRecord : ditto,
    index === 0 ? rule.cites.join('; ') : ditto,
  ])
}

/** The rows in the order in which they are read, from the very cells that decide. */
export const ruleTable = ({ rules }: Policy): readonly string[] =>
  table(
    ['Rule', 'When', 'And', 'Decision', 'Due', 'Then', 'Must record', 'Source'],
    [...rules, silence].flatMap(rowsOf),
  )
