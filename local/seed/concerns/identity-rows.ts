// Concerns about somebody who may or may not be who a register knows: they go as the table says, and beside it the
// council is asked who it is.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hasLongName, isKnown, isNamesake, isOnTrial, isPlain } from './conditions.ts'
import { given, notSought, refused } from './consent-given.ts'
import {
  asRelativeAtHome,
  byFirstName,
  withoutAddress,
  withWrongBirth,
  withYearOfBirth,
} from './known-as.ts'

export const identitySpecs: readonly ConcernSpec[] = [
  {
    key: 'r15-first-name-at-drop-in',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R15', decision: 'SHARE_MINIMAL', match: 'POSSIBLE' },
    who: { kind: 'known', as: 'MOTHER', where: [isKnown], knownAs: [byFirstName], naming: 'none' },
    harm: 'H1',
    factors: ['2B'],
    reason: 'Asked at the drop-in for help with childcare so that she can attend the group.',
    narrative: [reported('Has "a couple of kids".'), fact('Gave a first name only, as many do.')],
    consent: given('Early help with childcare'),
  },
  {
    key: 'r11-name-and-year-of-birth',
    client: 'westmarch-mental-health',
    expects: { rule: 'R11', decision: 'SHARE_MINIMAL', match: 'POSSIBLE' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isPlain, hasLongName],
      knownAs: [withYearOfBirth, withoutAddress],
      naming: 'none',
    },
    harm: 'H2',
    factors: ['4B'],
    reason: 'Seen in the emergency department after a panic attack; left before giving details.',
    narrative: [
      reported('She said that nobody was with the children.'),
      fact('Left at 02.15 without being discharged.'),
    ],
    consent: notSought('NOT_REASONABLY_OBTAINABLE'),
  },
  {
    key: 'r10-date-of-birth-contradicts',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R10', decision: 'SHARE', match: 'POSSIBLE' },
    who: {
      kind: 'known',
      as: 'FATHER',
      where: [isKnown],
      knownAs: [withWrongBirth],
      naming: 'none',
    },
    harm: 'H2',
    factors: ['5B'],
    reason:
      'Father cannot manage the child’s insulin alone; the date of birth we hold may be wrong.',
    narrative: [
      fact('Two wrong doses in one week, both caught by school.'),
      opinion('Willing, but does not follow the numbers.'),
    ],
    consent: given('Sharing with children’s social care and school'),
  },
  {
    key: 'r12-two-of-one-name',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R12', decision: 'HUMAN_REVIEW', match: 'MANY' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isNamesake],
      knownAs: [withYearOfBirth, withoutAddress],
      naming: 'none',
    },
    harm: 'H2',
    factors: ['2B'],
    reason: 'Using again after a year; says the children are with a friend and will not say which.',
    narrative: [fact('Positive test on Friday.'), reported('Staying "here and there".')],
    consent: refused('Will not say where the children are.'),
  },
  {
    key: 'r9-two-of-one-name',
    client: 'westmarch-mental-health',
    expects: { rule: 'R9', decision: 'SHARE', match: 'MANY' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isNamesake],
      knownAs: [withYearOfBirth, withoutAddress],
      naming: 'none',
    },
    harm: 'H3',
    factors: ['4B'],
    reason: 'Walked out of hospital still unwell; said she was going home to her child.',
    narrative: [
      fact('Left the ward at 19.30; police looking for her.'),
      opinion('She hears voices that speak of the child.'),
    ],
    consent: notSought('CANNOT_BE_GIVEN'),
    daysAgo: 0,
  },
  {
    key: 'r9-wrong-birth',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'POSSIBLE' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isKnown],
      knownAs: [withWrongBirth],
      naming: 'none',
    },
    harm: 'H3',
    factors: ['3B'],
    reason:
      'Strangled last night; the children saw it. She gave a date of birth that may not be hers.',
    narrative: [
      fact('Marks on the neck seen by the worker.'),
      reported('She says the youngest tried to pull him off.'),
    ],
    consent: notSought('RISK_TO_ANOTHER'),
    role: 'VICTIM',
    also: {
      flags: ['DA', 'MARAC'],
      domesticAbuse: {
        childPresent: 'SAW',
        dash: { score: 19, level: 'HIGH' },
        maracReferred: true,
      },
    },
  },
  {
    key: 'r15-unknown-family-asks-for-help',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R15', decision: 'SHARE_MINIMAL', match: 'NONE' },
    who: { kind: 'unknown', name: 'ngata' },
    harm: 'H1',
    factors: ['5B'],
    reason: 'Would like a parenting course in easy words.',
    narrative: [reported('Bedtimes are hard.'), opinion('A loving parent who wants to learn.')],
    consent: given('Early help'),
  },
  {
    key: 'r15-grandmother-at-a-known-address',
    client: 'westmarch-mental-health',
    expects: { rule: 'R15', decision: 'SHARE_MINIMAL', match: 'NONE' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isKnown, hasLongName],
      knownAs: [asRelativeAtHome],
      naming: 'none',
    },
    harm: 'H1',
    factors: ['4C'],
    reason:
      'Older woman with low mood helps to look after children in the house; would like respite.',
    narrative: [
      fact('Lives with her daughter’s family.'),
      opinion('Tired rather than unwell. The children are not at risk from her.'),
    ],
    consent: given('Early help for the household'),
    also: { childView: 'Not asked' },
  },
  {
    key: 'r11-council-where-the-model-is-on-trial',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R11', decision: 'SHARE_MINIMAL', match: 'POSSIBLE' },
    who: { kind: 'known', as: 'MOTHER', where: [isOnTrial], naming: 'all' },
    harm: 'H2',
    factors: ['5B'],
    reason: 'Cannot read the labels on the child’s medicine and has given two doses at once.',
    narrative: [
      fact('The pharmacy counted eleven tablets where there should be twenty-two.'),
      opinion('If we wait to ask her, a third double dose may be given.'),
    ],
    consent: notSought('DELAY_HARMS'),
  },
]
