import { atOnce, type DecidingRule, review } from '../rule.ts'
import { isAgreed, isRefused, isUnaskedForReason, type Situation } from '../situation.ts'
import { notWatched, watched } from './watched.ts'

const isUnaskedForNoReason = (situation: Situation): boolean =>
  situation.harm === 'H2' &&
  !isAgreed(situation) &&
  !isRefused(situation) &&
  !isUnaskedForReason(situation)

/** A gap in the form does not undo the duty: the least is shared and the gap becomes training. */
export const noReasonUnderDuty: DecidingRule = {
  kind: 'decides',
  id: 'R14',
  when: 'H2, NOT_SOUGHT with NO_REASON or nothing, or missing; duty',
  cites: ['Children Act 2004, s.16LA(1)'],
  mustRecord: 'training',
  applies: (situation) => isUnaskedForNoReason(situation) && situation.hasDuty,
  cells: [atOnce('SHARE_MINIMAL')],
}

/** Without the duty the sender sees that the reason is asked for, and its lead decides. */
export const noReason: DecidingRule = {
  kind: 'decides',
  id: 'R14b',
  when: 'H2, NOT_SOUGHT with NO_REASON or nothing, or missing; no duty',
  also: 'the sender sees that the reason is asked for',
  cites: ['Data Protection Act 2018, Sch. 1 para 18(2)', 'F3, F5, F8, F10, F14'],
  mustRecord: 'training',
  asks: { kind: 'no-reason', of: 'sender-lead' },
  applies: (situation) => isUnaskedForNoReason(situation) && !situation.hasDuty,
  cells: [
    { ...review(1, 'SHARE_MINIMAL'), ...watched },
    { ...review(1, 'HOLD'), ...notWatched },
  ],
  tellsPartnershipLead: true,
}
