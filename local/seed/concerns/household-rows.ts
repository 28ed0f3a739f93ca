// Concerns in which the child is found though the adult is nobody's, or lives elsewhere than where it is known.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { isKnown } from './conditions.ts'
import { given, notSought } from './consent-given.ts'
import { asPartnerNobodyKnows } from './known-as.ts'

export const householdSpecs: readonly ConcernSpec[] = [
  {
    key: 'r9-partner-nobody-knows',
    client: 'westmarch-mental-health',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isKnown],
      knownAs: [asPartnerNobodyKnows],
      standsAs: 'PARTNER_OF_PARENT',
      withParent: true,
      naming: 'all',
    },
    harm: 'H3',
    factors: ['4B', '18C'],
    reason:
      'Told his nurse that he shakes the children “to teach them”. He lives with their mother.',
    narrative: [
      reported('He said "they go quiet after that".'),
      fact('He left before the end of the appointment.'),
      opinion('He did not see that he had said anything grave.'),
    ],
    consent: notSought('RISK_TO_CHILD'),
    also: { workerSafety: 'Visit in pairs; he has thrown furniture at staff.' },
  },
  {
    key: 'r10-partner-and-parent-together',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R10', decision: 'SHARE', match: 'CONFIRMED' },
    who: {
      kind: 'known',
      as: 'FATHER',
      where: [isKnown],
      knownAs: [asPartnerNobodyKnows],
      standsAs: 'PARTNER_OF_PARENT',
      withParent: true,
      naming: 'none',
    },
    harm: 'H2',
    factors: ['2C'],
    reason: 'New partner on methadone has moved in with a father and his children.',
    narrative: [fact('Five days’ take-home methadone each week, in a locked box.')],
    consent: given('Sharing with children’s social care'),
    also: { substances: [{ what: 'Methadone', storedAtHome: 'Locked box on top of a wardrobe' }] },
  },
  {
    key: 'r11-moved-to-another-council',
    client: 'westmarch-mental-health',
    expects: { rule: 'R11', decision: 'SHARE_MINIMAL', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', naming: 'all', isElsewhere: true },
    harm: 'H2',
    factors: ['4B'],
    reason:
      'Moved two weeks ago, tells nobody where the children go to school, and is very unwell.',
    narrative: [
      fact('New address given by her bank; letters to the old one come back.'),
      reported('She says the neighbours at the old house "sent them".'),
    ],
    consent: notSought('RISK_TO_CHILD'),
    also: { childLocationNow: 'With their mother, in a room above a shop; town known, street not' },
  },
]
