import { atOnce, type DecidingRule } from '../rule.ts'
import { isAgreed, isUnaskedForReason } from '../situation.ts'

/** Agreement widens how much is shared; it is not the lawful basis on which it is shared. */
export const childInNeedAgreed: DecidingRule = {
  kind: 'decides',
  id: 'R10',
  when: 'H2, GIVEN',
  cites: ['Children Act 1989, s.17'],
  mustRecord: 'what was agreed, when, by whom',
  applies: (situation) => situation.harm === 'H2' && isAgreed(situation),
  cells: [atOnce('SHARE')],
}

/** Not asked for a reason the law knows: the least that lets children's social care act. */
export const childInNeedUnasked: DecidingRule = {
  kind: 'decides',
  id: 'R11',
  when: 'H2, LACKS_CAPACITY, or NOT_SOUGHT with a real reason',
  cites: ['Data Protection Act 2018, Sch. 1 para 18(2)'],
  mustRecord: 'reason; capacity assessor and date',
  applies: (situation) => situation.harm === 'H2' && isUnaskedForReason(situation),
  cells: [atOnce('SHARE_MINIMAL')],
}
