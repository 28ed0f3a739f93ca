import { type Facts, nothingKnown } from '../../shared/sharing/facts.ts'

/** A child in need, agreed, sent under the duty, somebody found and nothing else known: what is printed states what differs. */
export const someFacts = (differing: Partial<Facts>): Facts => ({
  id: 'example',
  purpose: 'safeguarding',
  harm: 'H2',
  consent: 'GIVEN',
  whyNotSought: null,
  body: 'DUTY',
  dutyInForce: true,
  flags: [],
  factors: [],
  subjectRole: null,
  recognisedLegitimateInterestInForce: false,
  ...nothingKnown,
  match: 'CONFIRMED',
  ...differing,
})
