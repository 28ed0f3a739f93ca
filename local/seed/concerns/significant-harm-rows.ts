// R9: concerns that go whatever was said about consent.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hasNickname, isAcrossBoundary, isAdopted, isKnown, isProtected } from './conditions.ts'
import { given, notSought, refused } from './consent-given.ts'
import { byNickname, withMonthOfBirth, withNumbers } from './known-as.ts'

export const significantHarmSpecs: readonly ConcernSpec[] = [
  {
    key: 'r9-mother-heroin-overdose',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isKnown, hasNickname],
      knownAs: [byNickname],
      naming: 'all',
    },
    harm: 'H3',
    factors: ['2B'],
    reason:
      'Found unconscious after heroin with her children in the next room; she refuses any contact.',
    narrative: [
      fact('Naloxone given by our outreach worker on Sunday at 16.30.'),
      fact('Children were in the next room with the television on.'),
      reported('She says it was a mistake with the dose.'),
      opinion('She will use again this week.'),
    ],
    consent: refused('Fears that the children will be taken.'),
    also: {
      protectiveFactors: 'A grandmother two streets away collects the children from school.',
    },
  },
  {
    key: 'r9-consent-block-missing',
    client: 'westmarch-mental-health',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isKnown],
      knownAs: [withMonthOfBirth],
      naming: 'all',
    },
    harm: 'H3',
    factors: ['4B'],
    reason: 'Detained this morning; nobody has said where the children are to sleep.',
    narrative: [
      fact('Section 2 papers completed at 09.50.'),
      reported('A neighbour has them until six.'),
    ],
    daysAgo: 0,
    also: { childLocationNow: 'With a neighbour until 18.00' },
  },
  {
    key: 'r9-agreed-by-father',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER', where: [isKnown], naming: 'all' },
    harm: 'H3',
    factors: ['5B', '18C'],
    reason: 'Father told us that he has hit his child and asks for help to stop.',
    narrative: [
      reported('He said "I lost it again" and cried.'),
      fact('He agreed to stay with his sister until a social worker has come.'),
    ],
    consent: given('Everything'),
  },
  {
    key: 'r9-unknown-family',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'NONE' },
    who: { kind: 'unknown', name: 'osgood' },
    harm: 'H3',
    factors: ['2B'],
    reason: 'Dealers use the flat at night while a small child sleeps there.',
    narrative: [
      reported('She says she cannot make them leave.'),
      opinion('The child is not safe there after dark.'),
    ],
    consent: notSought('RISK_TO_CHILD'),
  },
  {
    key: 'r9-known-to-two-authorities',
    client: 'westmarch-mental-health',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isAcrossBoundary], naming: 'all' },
    harm: 'H3',
    factors: ['4B'],
    reason:
      'Mother of children in two council areas has stopped eating and locks the doors by day.',
    narrative: [
      fact('Weight down nine kilograms since August.'),
      reported('The child at home has not been at school for two weeks.'),
    ],
    consent: refused('Will not discuss the children.'),
  },
  {
    key: 'r9-protected-address',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isProtected], knownAs: [withNumbers] },
    harm: 'H3',
    factors: ['3B'],
    reason: 'He has found out which town they moved to and has been seen near the school.',
    narrative: [
      fact('Seen by a member of staff at the school gate on Wednesday.'),
      opinion('He will find the house within days.'),
    ],
    consent: given('Sharing with children’s social care and the police'),
    role: 'VICTIM',
    also: {
      flags: ['DA', 'MARAC', 'RESTRICTED_ADDRESS'],
      domesticAbuse: {
        childPresent: 'PRESENT',
        dash: { score: 21, level: 'HIGH' },
        maracReferred: true,
        safeContact: { number: '07700 900991', safeToCall: true, times: 'After 20.00' },
      },
      keepConfidentialFrom: [{ person: 'The children’s father', why: 'He is the danger.' }],
    },
  },
  {
    key: 'r9-birth-mother-of-adopted-child',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isAdopted], naming: 'none' },
    harm: 'H3',
    factors: ['2B'],
    reason: 'Says that she knows where her adopted child goes to school and means to go there.',
    narrative: [
      reported('She said she would "just take him home".'),
      opinion('She was intoxicated; I believe she means it.'),
    ],
    consent: notSought('RISK_TO_CHILD'),
  },
]
