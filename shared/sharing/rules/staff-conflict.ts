import { type DecidingRule, otherwise } from '../rule.ts'

/**
 * Sends the concern to somebody not related to the subject. Read before the raises, as the table orders them, so its
 * clock runs on the level the referrer stated.
 */
export const staffConflict: DecidingRule = {
  kind: 'decides',
  id: 'R2',
  when: 'STAFF_CONFLICT',
  also: 'by another person',
  cites: ['Insider threat: a probation officer gave an abuser the new address (out-law.com, 2013)'],
  mustRecord: 'conflict',
  asks: 'staff-conflict',
  applies: ({ facts }) => facts.flags.includes('STAFF_CONFLICT'),
  cells: [
    {
      where: 'H3',
      holds: ({ harm }) => harm === 'H3',
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 0,
      onTimeout: 'SHARE',
    },
    {
      where: 'H0–H2',
      holds: otherwise,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 1,
      onTimeout: 'HOLD',
    },
  ],
}
