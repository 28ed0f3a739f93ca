import { type Facts, nothingKnown } from '../../../shared/sharing/facts.ts'

/** A child in need, agreed, matched, under the duty, nothing else known: a test states only what it is about. */
export const someFacts = (differing: Partial<Facts> = {}): Facts => ({
  id: 'facts-1',
  purpose: 'safeguarding',
  harm: 'H2',
  consent: 'GIVEN',
  whyNotSought: null,
  body: 'DUTY',
  dutyInForce: true,
  flags: [],
  factors: ['4A'],
  subjectRole: null,
  recognisedLegitimateInterestInForce: false,
  ...nothingKnown,
  match: 'CONFIRMED',
  youngestMonths: 48,
  ...differing,
})
