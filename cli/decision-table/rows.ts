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
import { daysOf, ditto, leadNames, none } from './names.ts'

/** Who is asked where this row decides; where it stands before rows that ask, as they would. */
const askedOf = (cell: Cell, { asks, standsBefore }: DecidingRule): string => {
  if (standsBefore !== undefined)
    return `what ${standsBefore.map(({ id }) => id).join(', ')} would ask`
  return cell.decision === 'HUMAN_REVIEW' && asks !== undefined ? leadNames[asks.of] : none
}

/** The day by which somebody answers, and what follows without an answer. */
export const dueOf = ({
  decision,
  dueInWorkingDays,
  onTimeout,
}: Pick<Cell, 'decision' | 'dueInWorkingDays' | 'onTimeout'>): string => {
  if (dueInWorkingDays !== null) return `${daysOf(dueInWorkingDays)}, then ${onTimeout ?? 'expiry'}`
  return decision === 'HOLD' ? 'expiry' : none
}

const dueOfRow = (cell: Cell, { tellsPartnershipLead }: DecidingRule): string =>
  tellsPartnershipLead && cell.onTimeout === 'HOLD'
    ? `${dueOf(cell)}, and ${leadNames['partnership-lead']} is told`
    : dueOf(cell)

const raisingRow = (rule: RaisingRule): readonly string[] => {
  const { id, when, raisesTo, mustRecord, cites } = rule
  const raise =
    raisesTo === oneLevelUp ? 'harm one level up, H3 at most' : `harm at least ${raisesTo.H0}`
  return [`${id} ↑`, when, raise, none, none, none, mustRecord, cites.join('; ')]
}

const conditionOf = ({ where }: Cell, when: string): string =>
  where === undefined ? when : `${when}; *${where}*`

/** Rules of several cells take a line for each; what belongs to the whole rule stands on the first. */
const rowsOf = (rule: Rule): readonly (readonly string[])[] => {
  if (rule.kind === 'raises') return [raisingRow(rule)]
  return rule.cells.map((cell, index) => {
    const once = (text: string): string => (index === 0 ? text : ditto)
    return [
      rule.id,
      conditionOf(cell, once(rule.when)),
      cell.decision,
      askedOf(cell, rule),
      dueOfRow(cell, rule),
      once(rule.also ?? none),
      once(rule.mustRecord),
      once(rule.cites.join('; ')),
    ]
  })
}

/** The rows in the order in which they are read, from the very cells that decide. */
export const ruleTable = ({ rules }: Policy): readonly string[] =>
  table(
    ['Rule', 'When', 'Decision', 'Asked', 'Due, then', 'Also', 'Must record', 'Source'],
    [...rules, silence].flatMap(rowsOf),
  )
