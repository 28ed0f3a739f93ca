import { atOnce, type DecidingRule } from '../rule.ts'

/** Goes to the early help route, not to the queue of s.47 enquiries. */
export const earlyHelpAgreed: DecidingRule = {
  kind: 'decides',
  id: 'R15',
  when: 'H1, GIVEN',
  also: 'to the early help route, not the queue of s.47',
  cites: ['Children Act 2004, s.10'],
  mustRecord: '–',
  applies: ({ harm, consent }) => harm === 'H1' && consent === 'GIVEN',
  cells: [atOnce('SHARE_MINIMAL')],
  isForEarlyHelp: true,
}
