import { oneLevelUp, type RaisingRule } from '../rule.ts'

/** Problems that co-exist alert where each alone would not (F3). The facts say that it fires; the ids are with F3. */
export const accumulation: RaisingRule = {
  kind: 'raises',
  id: 'R5',
  when: 'accumulation F3 fires',
  cites: ['F3, problems that co-exist'],
  mustRecord: 'contributing ids',
  applies: ({ facts }) => facts.accumulationFires,
  raisesTo: oneLevelUp,
}
