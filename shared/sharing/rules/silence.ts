import type { Decision } from '../decision.ts'
import { type AskingRule, otherwise } from '../rule.ts'

/**
 * What happens when no row of the policy answers: nothing is shared, an alarm rings, and a person looks the same day.
 * It stands outside the list, so that no list, however short, can share by omission.
 */
export const silence: AskingRule = {
  kind: 'decides',
  id: 'R0',
  when: 'no other row decides',
  cites: ['this hub: what no rule decides is withheld'],
  mustRecord: 'inputs; alarm',
  asks: 'undecided',
  applies: otherwise,
  cells: [{ holds: otherwise, decision: 'HOLD', dueInWorkingDays: 0, onTimeout: 'HUMAN_REVIEW' }],
}

/** True when no row decided and silence withheld. It cannot happen under the table as written, so it raises an alarm. */
export const isUndecided = ({ rule }: Pick<Decision, 'rule'>): boolean => rule === silence.id
