import { type DecidingRule, otherwise } from '../rule.ts'
import type { Situation } from '../situation.ts'

const isClaimed = ({ facts }: Situation): boolean => facts.flags.includes('DETRIMENT_CLAIMED')

/** At significant harm a claim that sharing hurts the child is tested at once, by somebody other than the claimant. */
export const detrimentClaimedAtSignificantHarm: DecidingRule = {
  kind: 'decides',
  id: 'R6',
  when: 'DETRIMENT_CLAIMED, H3',
  also: 'never closed by who claims it',
  cites: ['Children Act 2004, s.16LA(3)'],
  mustRecord: 'reason, reviewer',
  asks: 'detriment',
  applies: (situation) => isClaimed(situation) && situation.harm === 'H3',
  cells: [
    {
      holds: otherwise,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 0,
      onTimeout: 'SHARE',
    },
  ],
}

/**
 * Below that the claim stands for ten working days, then a person looks. The table gives that review no clock, so
 * it has the one that every later review has: it neither discloses nor closes by itself.
 */
export const detrimentClaimed: DecidingRule = {
  kind: 'decides',
  id: 'R7',
  when: 'DETRIMENT_CLAIMED, H0–H2',
  cites: ['Children Act 2004, s.16LA(3)'],
  mustRecord: 's.16LA(3) reason',
  asks: 'detriment',
  applies: isClaimed,
  cells: [
    {
      holds: otherwise,
      decision: 'HOLD',
      dueInWorkingDays: 10,
      onTimeout: 'HUMAN_REVIEW',
    },
  ],
}
