import { isAtLeast } from '../../codes/harm-levels.ts'
import { atOnce, type DecidingRule } from '../rule.ts'
import type { Situation } from '../situation.ts'

/** Neither safeguarding nor welfare was ticked. */
export const isOutsidePurpose = ({ facts }: Pick<Situation, 'facts'>): boolean =>
  facts.purpose === 'other'

/** Returned to the sender, who sees it. A wrong tick must not bury a grave concern: that goes on, and only the tick is asked about. */
export const outsidePurpose: DecidingRule = {
  kind: 'decides',
  id: 'R1',
  when: 'purpose neither safeguarding nor welfare, H0–H2',
  also: 'returned to the sender, who sees it; at H3 and H4 reading goes on, the sender’s lead is asked about the purpose and nothing waits for it',
  cites: ['Caldicott principle 1', 'Children Act 2004, s.16LA(1)'],
  mustRecord: 'purpose, actor',
  applies: (situation) => isOutsidePurpose(situation) && !isAtLeast(situation.harm, 'H3'),
  cells: [atOnce('HOLD')],
}
