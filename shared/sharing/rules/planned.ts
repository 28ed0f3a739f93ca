import { atOnce, type DecidingRule } from '../rule.ts'
import { noReason } from './child-in-need-no-reason.ts'
import { childInNeedRefused, childInNeedRefusedUnderDuty } from './child-in-need-refused.ts'

/**
 * A child with a plan has a worker who must hear. What the sender's lead would be asked is asked all the same, so that
 * nobody on the sender's side can tell that there is a plan.
 */
export const planned: DecidingRule = {
  kind: 'decides',
  id: 'R19',
  when: 'H1–H2, planned (protection plan, looked after, proceedings)',
  also: 'to the allocated worker; an answer may widen, never recall',
  cites: ['Working Together to Safeguard Children: who works with a child on a plan hears at once'],
  mustRecord: 'allocated team',
  applies: ({ harm, isPlanned }) => isPlanned && (harm === 'H1' || harm === 'H2'),
  cells: [atOnce('SHARE_MINIMAL')],
  standsBefore: [childInNeedRefusedUnderDuty, childInNeedRefused, noReason],
}
