import { isDomesticAbuse } from '../../codes/domestic-abuse.ts'
import { oneLevelUp, type RaisingRule } from '../rule.ts'

/** Pregnancy and domestic abuse together weigh one level more than either (F9). */
export const unbornWithAbuse: RaisingRule = {
  kind: 'raises',
  id: 'R5b',
  when: 'UNBORN and domestic abuse',
  cites: ['Domestic Abuse Act 2021, s.3', 'F9'],
  mustRecord: 'trigger',
  applies: ({ facts }) => facts.flags.includes('UNBORN') && isDomesticAbuse(facts),
  raisesTo: oneLevelUp,
}
