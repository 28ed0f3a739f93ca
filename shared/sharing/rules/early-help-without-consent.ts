import { atOnce, type DecidingRule, otherwise } from '../rule.ts'

/** Early help is offered, not imposed: without consent nothing goes, but a watched case is seen by a person first. */
export const earlyHelpWithoutConsent: DecidingRule = {
  kind: 'decides',
  id: 'R16',
  when: 'H1 and consent not GIVEN',
  cites: [
    'HM Government, Information sharing advice 2018: with consent where appropriate',
    'F3, F5, F10',
  ],
  mustRecord: 'expiry date',
  asks: 'watched',
  applies: ({ harm, consent }) => harm === 'H1' && consent !== 'GIVEN',
  cells: [
    {
      where: 'watched',
      holds: ({ isWatched }) => isWatched,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 5,
      onTimeout: 'HOLD',
    },
    { ...atOnce('HOLD'), where: 'not watched', holds: otherwise },
  ],
}
