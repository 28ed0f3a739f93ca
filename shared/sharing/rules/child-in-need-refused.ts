import { type DecidingRule, otherwise } from '../rule.ts'
import { isRefused } from '../situation.ts'

/** The duty outweighs a refusal, but a person first weighs whether overriding it is proportionate. */
export const childInNeedRefusedUnderDuty: DecidingRule = {
  kind: 'decides',
  id: 'R12',
  when: 'H2, REFUSED or WITHDRAWN, duty',
  cites: ['Children Act 2004, s.16LA(1)', '[2016] UKSC 51: proportionality, case by case'],
  mustRecord: 'why refusal overridden; proportionality',
  asks: 'refused-consent',
  applies: (situation) => situation.harm === 'H2' && isRefused(situation) && situation.hasDuty,
  cells: [
    {
      holds: otherwise,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 1,
      onTimeout: 'SHARE_MINIMAL',
    },
  ],
}

/** Without the duty a refusal stands unless a person decides otherwise: "refused" is no reason of para 18. */
export const childInNeedRefused: DecidingRule = {
  kind: 'decides',
  id: 'R13',
  when: 'H2, REFUSED or WITHDRAWN, no duty',
  cites: ['Data Protection Act 2018, Sch. 1 para 18(2)'],
  mustRecord: 'outcome',
  asks: 'refused-consent',
  applies: (situation) => situation.harm === 'H2' && isRefused(situation) && !situation.hasDuty,
  cells: [
    {
      holds: otherwise,
      decision: 'HUMAN_REVIEW',
      dueInWorkingDays: 1,
      onTimeout: 'HOLD',
    },
  ],
  tellsLeadOnTimeout: true,
}
