import { atOnce, type DecidingRule, otherwise } from '../rule.ts'

/**
 * Refuses a concern sent for anything but a child's safety or welfare; a wrong tick must not bury a grave one, whose
 * review never closes by itself.
 */
export const outsidePurpose: DecidingRule = {
  kind: 'decides',
  id: 'R1',
  when: 'purpose neither safeguarding nor welfare',
  cites: ['Caldicott principle 1', 'Children Act 2004, s.16LA(1)'],
  mustRecord: 'purpose, actor',
  asks: 'purpose',
  applies: ({ facts }) => facts.purpose === 'other',
  cells: [
    {
      where: 'H3–H4',
      holds: ({ harm }) => harm === 'H3' || harm === 'H4',
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 0,
      onTimeout: 'HUMAN_REVIEW',
    },
    { ...atOnce('HOLD'), where: 'H0–H2', holds: otherwise },
  ],
}
