import { type DecidingRule, otherwise } from '../rule.ts'

/**
 * What happens when no row of the policy answers: nothing is shared, an alarm rings, and a person looks the same day.
 * It stands outside the list, so that no list, however short, can share by omission.
 */
export const silence: DecidingRule = {
  kind: 'decides',
  id: 'R0',
  when: 'no other row decides',
  cites: ['this hub: what no rule decides is withheld'],
  mustRecord: 'inputs; alarm',
  applies: otherwise,
  cells: [{ holds: otherwise, decision: 'HOLD', dueInWorkingDays: 0, onTimeout: 'HUMAN_REVIEW' }],
}
