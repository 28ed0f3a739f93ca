import type { RaisingRule } from '../rule.ts'

/** A child in a parent's delusion or suicide plan is treated as at risk of significant harm, whatever was ticked. */
export const childInDelusion: RaisingRule = {
  kind: 'raises',
  id: 'R4',
  when: 'DELUSION_INVOLVES_CHILD or SUICIDE_PLAN_INVOLVES_CHILD',
  cites: ['NPSA RRR003', 'Norfolk LSCP procedures 7.2'],
  mustRecord: 'trigger',
  applies: ({ facts }) =>
    facts.flags.includes('DELUSION_INVOLVES_CHILD') ||
    facts.flags.includes('SUICIDE_PLAN_INVOLVES_CHILD'),
  raisesTo: { H0: 'H3', H1: 'H3', H2: 'H3', H3: 'H3', H4: 'H4' },
}
