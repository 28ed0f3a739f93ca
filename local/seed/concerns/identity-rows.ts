// R8 and R8b: concerns about somebody who may or may not be who the register knows.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hasLongName, isNamesake, isPlain } from './conditions.ts'
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
    key: 'r8-first-name-at-drop-in',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R8', decision: 'HUMAN_REVIEW', match: 'POSSIBLE' },
    who: { kind: 'known', as: 'MOTHER', knownAs: [byFirstName], naming: 'none' },
    harm: 'H1',
    factors: ['2B'],
    reason: 'Asked at the drop-in for help with childcare so that she can attend the group.',
    narrative: [reported('Has "a couple of kids".'), fact('Gave a first name only, as many do.')],
    consent: given('Early help with childcare'),
  },
  {
    key: 'r8-name-and-year-of-birth',
    client: 'westmarch-mental-health',
    expects: { rule: 'R8', decision: 'HUMAN_REVIEW', match: 'POSSIBLE' },
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
    key: 'r8-date-of-birth-contradicts',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R8', decision: 'HUMAN_REVIEW', match: 'POSSIBLE' },
    who: { kind: 'known', as: 'FATHER', knownAs: [withWrongBirth] },
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
    key: 'r8-two-of-one-name',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R8', decision: 'HUMAN_REVIEW', match: 'MANY' },
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
    key: 'r8-two-of-one-name-at-h3',
    client: 'westmarch-mental-health',
    expects: { rule: 'R8', decision: 'HUMAN_REVIEW', match: 'MANY' },
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
    key: 'r8-wrong-birth-at-h3',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R8', decision: 'HUMAN_REVIEW', match: 'POSSIBLE' },
    who: { kind: 'known', as: 'MOTHER', knownAs: [withWrongBirth], naming: 'none' },
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
    key: 'r8b-unknown-family-asks-for-help',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R8b', decision: 'HOLD', match: 'NONE' },
    who: { kind: 'unknown', name: 'ngata' },
    harm: 'H1',
    factors: ['5B'],
    reason: 'Would like a parenting course in easy words.',
    narrative: [reported('Bedtimes are hard.'), opinion('A loving parent who wants to learn.')],
    consent: given('Early help'),
  },
  {
    key: 'r8b-grandmother-at-a-known-address',
    client: 'westmarch-mental-health',
    expects: { rule: 'R8b', decision: 'HOLD', match: 'NONE' },
    who: {
      kind: 'known',
      as: 'MOTHER',
      where: [isPlain, hasLongName],
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
]
