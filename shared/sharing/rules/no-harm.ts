import { atOnce, type DecidingRule } from '../rule.ts'

/** Counts for nothing, and is deleted at expiry. */
export const noHarm: DecidingRule = {
  kind: 'decides',
  id: 'R17',
  when: 'H0',
  also: 'counts for nothing; deleted at expiry',
  cites: ['Caldicott principles 2 and 3'],
  mustRecord: '–',
  applies: ({ harm }) => harm === 'H0',
  cells: [atOnce('HOLD')],
}
