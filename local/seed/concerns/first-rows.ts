// R1 and R3, and conflicts of staff: what is settled before consent is weighed.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hasToddler, isKnown } from './conditions.ts'
import { given, notSought, refused } from './consent-given.ts'
import { byFirstName, misspelt, withMonthOfBirth } from './known-as.ts'

export const earlySpecs: readonly ConcernSpec[] = [
  {
    key: 'r1-housing-enquiry',
    client: 'westmarch-mental-health',
    expects: { rule: 'R1', decision: 'HOLD', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER' },
    harm: 'H1',
    factors: ['4B'],
    reason:
      'Housing provider asks whether the family is known to anybody before it offers a tenancy.',
    narrative: [
      fact('The housing officer rang the team on Monday and asked for a background check.'),
      opinion('I do not think this is about the children.'),
    ],
    consent: given('Sharing with the housing provider'),
    also: { purpose: 'other' },
  },
  {
    key: 'r9-wrong-tick-on-grave-concern',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER', where: [isKnown] },
    harm: 'H3',
    factors: ['2B'],
    reason:
      'Father brought his child to a collection of methadone and could not be woken in the waiting room.',
    narrative: [
      fact(
        'Found asleep in the waiting room at 11.20, child beside him; roused after ten minutes.',
      ),
      opinion('He had used on top of his prescription.'),
    ],
    consent: refused('Says it was a bad night and will not happen again.'),
    also: { purpose: 'other' },
  },
  {
    key: 'r10-colleague-is-sister-in-law',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R10', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isKnown], knownAs: [withMonthOfBirth] },
    harm: 'H2',
    factors: ['5B'],
    reason:
      'Mother struggles to follow the feeding plan for her child. A member of our team is her sister-in-law.',
    narrative: [
      fact('Feeding chart blank on four of seven days.'),
      reported('Health visitor says weight is static.'),
    ],
    consent: given('Sharing with children’s social care'),
    also: {
      flags: ['STAFF_CONFLICT'],
      conflict: { who: 'A member of our team', role: 'Support worker; her sister-in-law' },
    },
  },
  {
    key: 'r9-team-leader-lives-with-subject',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER', where: [isKnown] },
    harm: 'H3',
    factors: ['2B'],
    reason:
      'Drugs left within reach of young children. The team leader of this service lives with the father.',
    narrative: [
      fact('On a home visit two wraps lay on the arm of the sofa; the children were on the floor.'),
      opinion('The team leader should not see this concern.'),
    ],
    consent: notSought('PREJUDICES_INVESTIGATION'),
    also: {
      flags: ['STAFF_CONFLICT'],
      conflict: { who: 'Team leader of this service', role: 'Lives with the father' },
    },
  },
  {
    key: 'r3-overdose-toddler-alone',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R3', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isKnown, hasToddler], knownAs: [misspelt] },
    harm: 'H4',
    factors: ['2B'],
    reason:
      'Mother taken to hospital after an overdose; a small child may be alone in the house now.',
    narrative: [
      fact('Ambulance crew gave naloxone at the bus station at 14.05.'),
      reported('She said "the little one is asleep upstairs" before she lost consciousness.'),
    ],
    daysAgo: 0,
    also: { childLocationNow: 'Thought to be alone at the home address' },
  },
  {
    key: 'r3-threat-by-unknown-father',
    client: 'westmarch-mental-health',
    expects: { rule: 'R3', decision: 'SHARE', match: 'NONE', raisedBy: ['R4'] },
    who: { kind: 'unknown', name: 'whitlam' },
    harm: 'H4',
    factors: ['4B'],
    reason:
      'Father said on the crisis line that he would end it for himself and for his child tonight.',
    narrative: [
      fact('Call received 13.40, ended by him after four minutes. Police told at 13.46.'),
      reported('He said "we are both going tonight".'),
    ],
    daysAgo: 0,
    also: { flags: ['SUICIDE_PLAN_INVOLVES_CHILD'] },
  },
  {
    key: 'r3-knife-and-first-name-only',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R3', decision: 'SHARE', match: 'POSSIBLE' },
    who: { kind: 'known', as: 'MOTHER', where: [isKnown], knownAs: [byFirstName], naming: 'none' },
    harm: 'H4',
    factors: ['3B'],
    reason:
      'Partner held a knife to the mother in front of the children and is on the way back to the home.',
    narrative: [
      fact('She rang from the bathroom at 22.10; shouting could be heard.'),
      reported('She says the children are in the next room.'),
      opinion('High risk; this is an escalation.'),
    ],
    daysAgo: 0,
    role: 'VICTIM',
    also: {
      flags: ['DA', 'STAFF_CONFLICT'],
      conflict: { who: 'The duty worker of Sunday', role: 'Duty worker; his cousin' },
      domesticAbuse: {
        childPresent: 'HEARD',
        dash: { score: 18, level: 'HIGH' },
        safeContact: { safeToCall: false, notSafeToTalkTo: 'Anybody else who answers' },
      },
    },
  },
]
