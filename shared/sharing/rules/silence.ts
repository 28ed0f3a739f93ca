import type { Decision } from '../decision.ts'
import { type DecidingRule, otherwise, review } from '../rule.ts'

/**
 * What happens when no row of the policy answers: an alarm rings, a person looks the same day, and then the least goes,
 * for silence never withholds. It stands outside the list, so that no list, however short, can share at once by omission.
 */
export const silence: DecidingRule = {
  kind: 'decides',
  id: 'R0',
  when: 'no other row decides',
  cites: ['this hub: what no rule decides is asked about'],
  mustRecord: 'inputs; alarm',
  asks: { kind: 'undecided', of: 'partnership-lead' },
  applies: otherwise,
  cells: [review(0, 'SHARE_MINIMAL')],
}

/** True when no row decided. It cannot happen under the table as written, so it raises an alarm. */
export const isUndecided = ({ rule }: Pick<Decision, 'rule'>): boolean => rule === silence.id
