import { atOnce, type DecidingRule } from '../rule.ts'
import { isAgreed } from '../situation.ts'

/** Who asked for help gets it: to the early help door, whether or not anybody knows the family. */
export const earlyHelpAgreed: DecidingRule = {
  kind: 'decides',
  id: 'R15',
  when: 'H1, GIVEN',
  also: 'to the early help door',
  cites: ['Children Act 2004, s.10'],
  mustRecord: '–',
  applies: (situation) => situation.harm === 'H1' && isAgreed(situation),
  cells: [atOnce('SHARE_MINIMAL')],
  isForEarlyHelp: true,
}
