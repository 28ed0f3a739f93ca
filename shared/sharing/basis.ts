// On what the law lets the hub hold or share, by who sends, what they say about consent, and how grave it is.

import type { HarmLevel } from '../codes/harm-levels.ts'
import type { WhyNotSought } from '../codes/why-not-sought.ts'
import type { Basis } from './decision.ts'
import type { Situation } from './situation.ts'

type Ground = Pick<Basis, 'article6' | 'statute'>

const powers: Readonly<Record<HarmLevel, readonly string[]>> = {
  H0: ['Children Act 2004, s.11'],
  H1: ['Children Act 2004, s.11'],
  H2: ['Children Act 2004, s.11', 'Children Act 1989, s.17'],
  H3: ['Children Act 2004, s.11', 'Children Act 1989, s.47'],
  H4: ['Children Act 2004, s.11', 'Children Act 1989, s.47'],
}

const groundOf = ({ facts, hasDuty, harm }: Situation): Ground => {
  if (hasDuty) return { article6: ['6(1)(c)'], statute: ['Children Act 2004, s.16LA'] }
  if (facts.body === 'DUTY') return { article6: ['6(1)(e)'], statute: [...powers[harm]] }
  return {
    article6: [facts.recognisedLegitimateInterestInForce ? '6(1)(ea)' : '6(1)(f)'],
    statute: [],
  }
}

const conditionWhenUnasked: Readonly<Record<WhyNotSought, Basis['schedule1'] | null>> = {
  CANNOT_BE_GIVEN: 'para-18-2-a',
  NOT_REASONABLY_OBTAINABLE: 'para-18-2-b',
  DELAY_HARMS: 'para-18-2-b',
  RISK_TO_CHILD: 'para-18-2-c',
  RISK_TO_ANOTHER: 'para-18-2-c',
  PREJUDICES_INVESTIGATION: 'para-18-2-c',
  NO_REASON: null,
}

/**
 * Paragraph 18 is open only where consent could not be had: never after an answer (given, refused, withdrawn), and
 * never for want of a reason. Those rest on para 6 where the statutory duty commands the disclosure, else on para 2.
 * @see Data Protection Act 2018, Schedule 1
 */
const conditionOf = ({ consent, whyNotSought, hasDuty }: Situation): Basis['schedule1'] => {
  if (consent === 'LACKS_CAPACITY') return 'para-18-2-a'
  const unasked =
    consent === 'NOT_SOUGHT' && whyNotSought !== null ? conditionWhenUnasked[whyNotSought] : null
  return unasked ?? (hasDuty ? 'para-6' : 'para-2')
}

/** What is held has a basis too, so every decision has one. Immediate danger adds the vital interests of 6(1)(d). */
export const basisOf = (situation: Situation): Basis => {
  const { article6, statute } = groundOf(situation)
  return {
    article6: situation.harm === 'H4' ? [...article6, '6(1)(d)'] : article6,
    schedule1: conditionOf(situation),
    statute,
  }
}

/** The condition of UK GDPR article 9(2) that goes with each condition of Schedule 1. */
export const article9Of = {
  'para-2': '9(2)(h)',
  'para-6': '9(2)(g)',
  'para-18-2-a': '9(2)(g)',
  'para-18-2-b': '9(2)(g)',
  'para-18-2-c': '9(2)(g)',
} as const satisfies Record<Basis['schedule1'], string>
