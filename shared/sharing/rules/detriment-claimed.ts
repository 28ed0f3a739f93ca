import { type DecidingRule, otherwise, review } from '../rule.ts'
import type { Situation } from '../situation.ts'

const isClaimed = ({ facts }: Situation): boolean => facts.flags.includes('DETRIMENT_CLAIMED')
const asks = { kind: 'detriment', of: 'sender-lead' } as const

/** At significant harm a claim that sharing hurts the child is tested at once, by somebody other than the claimant. */
export const detrimentClaimedAtSignificantHarm: DecidingRule = {
  kind: 'decides',
  id: 'R6',
  when: 'DETRIMENT_CLAIMED, H3',
  also: 'never closed by who claims it',
  cites: ['Children Act 2004, s.16LA(3)'],
  mustRecord: 'reason, reviewer',
  asks,
  applies: (situation) => isClaimed(situation) && situation.harm === 'H3',
  cells: [review(0, 'SHARE')],
}

/** Below that a day; then the least goes for a child in need, for silence never withholds one. */
export const detrimentClaimed: DecidingRule = {
  kind: 'decides',
  id: 'R7',
  when: 'DETRIMENT_CLAIMED, H1–H2',
  also: 'never closed by who claims it',
  cites: ['Children Act 2004, s.16LA(3)'],
  mustRecord: 's.16LA(3) reason',
  asks,
  applies: (situation) =>
    isClaimed(situation) && (situation.harm === 'H1' || situation.harm === 'H2'),
  cells: [
    { ...review(1, 'SHARE_MINIMAL'), where: 'H2', holds: ({ harm }) => harm === 'H2' },
    { ...review(1, 'HOLD'), where: 'H1', holds: otherwise },
  ],
}
