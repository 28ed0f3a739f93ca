import type { Facts } from '../../../shared/sharing/facts.ts'

/** A child in need, agreed, matched, under the duty: a test states only what it is about. */
export const someFacts = (differing: Partial<Facts> = {}): Facts => ({
  id: 'facts-1',
  purpose: 'safeguarding',
  harm: 'H2',
  consent: 'GIVEN',
  whyNotSought: null,
  body: 'DUTY',
  dutyInForce: true,
  match: 'CONFIRMED',
  flags: [],
  factors: ['4B'],
  childAgeMonths: 48,
  accumulationFires: false,
  threeInThree: false,
  recognisedLegitimateInterestInForce: false,
  agreementInForce: true,
  underWatch: false,
  ...differing,
})
