import { atOnce, type DecidingRule } from '../rule.ts'

/** Kept, unseen, only so that a combination can be noticed later (F3); deleted at expiry. */
export const noHarm: DecidingRule = {
  kind: 'decides',
  id: 'R17',
  when: 'H0',
  cites: ['Caldicott principles 2 and 3'],
  mustRecord: '–',
  applies: ({ harm }) => harm === 'H0',
  cells: [atOnce('HOLD')],
}
