// On what the law lets the hub hold or share, by who sends, what they say about consent, and how grave it is.

import type { Factor } from '../codes/factors.ts'
import type { HarmLevel } from '../codes/harm-levels.ts'
import type { WhyNotSought } from '../codes/why-not-sought.ts'
import type { Basis } from './decision.ts'
import { isAgreed, type Situation } from './situation.ts'

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

const conditionByReason: Readonly<Record<WhyNotSought, Basis['schedule1'] | null>> = {
  CANNOT_BE_GIVEN: 'para-18-2-a',
  NOT_REASONABLY_OBTAINABLE: 'para-18-2-b',
  DELAY_HARMS: 'para-18-2-b',
  RISK_TO_CHILD: 'para-18-2-c',
  RISK_TO_ANOTHER: 'para-18-2-c',
  PREJUDICES_INVESTIGATION: 'para-18-2-c',
  NO_REASON: null,
}

/**
 * Paragraph 18 is open where consent could not be had, for the reason that stands beside whatever became of it; that it
 * was refused is no reason. Otherwise health and social care bodies rest on para 2, others on para 6.
 * @see Data Protection Act 2018, Schedule 1
 */
const conditionOf = ({ consent, whyNotSought, body }: Situation['facts']): Basis['schedule1'] => {
  if (consent === 'LACKS_CAPACITY') return 'para-18-2-a'
  const byReason = whyNotSought === null ? null : conditionByReason[whyNotSought]
  return byReason ?? (body === 'DUTY' ? 'para-2' : 'para-6')
}

/** Factors that tell of a crime: what is said of it is criminal-offence data. */
const offences: readonly Factor[] = ['12A', '13A', '18C', '19C', '22A', '24A']

/** @see UK GDPR art. 10; Data Protection Act 2018, s.10(5) */
const isOfOffence = ({ subjectRole, factors }: Situation['facts']): boolean =>
  subjectRole === 'ALLEGED_PERPETRATOR' || offences.some((factor) => factors.includes(factor))

/** What lifts the duty of confidence owed to the subject. */
const confidenceOf = (situation: Situation): Basis['confidence'] => {
  if (isAgreed(situation)) return 'consent'
  return situation.hasDuty ? 'duty' : 'public-interest'
}

/** What is held has a basis too, so every decision has one. Immediate danger adds the vital interests of 6(1)(d). */
export const basisOf = (situation: Situation): Basis => {
  const { article6, statute } = groundOf(situation)
  const schedule1 = conditionOf(situation.facts)
  return {
    article6: situation.harm === 'H4' ? [...article6, '6(1)(d)'] : article6,
    schedule1,
    article10: isOfOffence(situation.facts) ? `DPA 2018 s.10(5), ${schedule1}` : null,
    confidence: confidenceOf(situation),
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
