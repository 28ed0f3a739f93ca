import { atOnce, type DecidingRule, otherwise } from '../rule.ts'
import type { Situation } from '../situation.ts'

const isUnaskedForNoReason = ({ harm, consent, whyNotSought }: Situation): boolean =>
  harm === 'H2' && consent === 'NOT_SOUGHT' && whyNotSought === 'NO_REASON'

/** A gap in the form does not undo the duty: the least is shared and the gap becomes training. */
export const noReasonUnderDuty: DecidingRule = {
  kind: 'decides',
  id: 'R14',
  when: 'H2, NOT_SOUGHT with NO_REASON, duty',
  cites: ['Children Act 2004, s.16LA(1)'],
  mustRecord: 'training flag',
  applies: (situation) => isUnaskedForNoReason(situation) && situation.hasDuty,
  cells: [atOnce('SHARE_MINIMAL')],
}

/** Without the duty the referrer is asked for the reason, and after a day a person looks; a watched case at once. */
export const noReason: DecidingRule = {
  kind: 'decides',
  id: 'R14b',
  when: 'H2, NOT_SOUGHT with NO_REASON, no duty',
  cites: ['Data Protection Act 2018, Sch. 1 para 18(2)', 'F3, F5, F10'],
  mustRecord: 'training flag',
  asks: 'no-reason',
  applies: (situation) => isUnaskedForNoReason(situation) && !situation.hasDuty,
  cells: [
    {
      where: 'watched',
      holds: ({ isWatched }) => isWatched,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 1,
      onTimeout: 'HOLD',
    },
    {
      where: 'not watched: returned to the referrer for a reason',
      holds: otherwise,
      decision: 'HOLD',
      dueInWorkingDays: 1,
      onTimeout: 'HUMAN_REVIEW',
    },
  ],
  laterReview: { dueInWorkingDays: 1, onTimeout: 'HOLD' },
}
