import { type DecidingRule, review } from '../rule.ts'
import { isRefused } from '../situation.ts'
import { notWatched, watched } from './watched.ts'

const asks = { kind: 'refused-consent', of: 'sender-lead' } as const

/** The duty outweighs a refusal, but a person first weighs whether overriding it is proportionate. */
export const childInNeedRefusedUnderDuty: DecidingRule = {
  kind: 'decides',
  id: 'R12',
  when: 'H2, REFUSED or WITHDRAWN, duty',
  cites: ['Children Act 2004, s.16LA(1)', '[2016] UKSC 51: proportionality, case by case'],
  mustRecord: 'why refusal overridden; proportionality',
  asks,
  applies: (situation) => situation.harm === 'H2' && isRefused(situation) && situation.hasDuty,
  cells: [review(1, 'SHARE_MINIMAL')],
}

/** Without the duty a refusal stands unless a person decides otherwise, or the family is watched. */
export const childInNeedRefused: DecidingRule = {
  kind: 'decides',
  id: 'R13',
  when: 'H2, REFUSED or WITHDRAWN, no duty',
  cites: ['Data Protection Act 2018, Sch. 1 para 18(2)', 'F3, F5, F8, F10, F14'],
  mustRecord: 'outcome',
  asks,
  applies: (situation) => situation.harm === 'H2' && isRefused(situation) && !situation.hasDuty,
  cells: [
    { ...review(1, 'SHARE_MINIMAL'), ...watched },
    { ...review(1, 'HOLD'), ...notWatched },
  ],
  tellsPartnershipLead: true,
}
