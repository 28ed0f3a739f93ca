import { type DecidingRule, otherwise } from '../rule.ts'

/**
 * The hub shares under an agreement between service and authority; where none is in force it fails closed and the lead
 * is asked. What the law demands is not undone by a lapsed paper: at significant harm the clock shares, and immediate
 * danger (R3) never comes here.
 */
export const noAgreement: DecidingRule = {
  kind: 'decides',
  id: 'R18',
  when: 'no sharing agreement in force between the service and an authority that would be told',
  cites: [
    'ICO, Data sharing code of practice',
    'DfE, Single unique identifier: fail closed when stale',
  ],
  mustRecord: 'agreements, and why each is not in force',
  asks: 'agreement',
  applies: ({ facts }) => !facts.agreementInForce,
  cells: [
    {
      where: 'H3',
      holds: ({ harm }) => harm === 'H3',
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 0,
      onTimeout: 'SHARE',
    },
    {
      where: 'H1–H2',
      holds: otherwise,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 1,
      onTimeout: 'HOLD',
    },
  ],
  tellsLeadOnTimeout: true,
}
