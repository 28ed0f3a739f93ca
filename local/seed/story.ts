import { buildConcern } from './concerns/build-concern.ts'
import { type ConcernSpec, fact, opinion, reported } from './concerns/concern-spec.ts'
import { refused } from './concerns/consent-given.ts'
import { type People, peopleOf } from './concerns/people-of.ts'
import type { DemoConcern } from './concerns.ts'
import { storyFamily, storyMother } from './planted-families.ts'
import type { Household } from './seed-types.ts'
import { unknownFamily } from './unknown-families.ts'

/** One family that the register knows, one concern about it, and the same words about a family that it does not. */
export type Story = {
  readonly family: Household
  readonly known: DemoConcern
  readonly unknown: DemoConcern
}

const spec = {
  key: 'story-known-family',
  client: 'westmarch-substance-misuse',
  expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
  who: { kind: 'unknown', name: 'byrde' },
  harm: 'H3',
  factors: ['2B'],
  reason:
    'Found unconscious after heroin while alone with two small children; she refuses that we speak to anybody.',
  narrative: [
    fact('Our outreach worker gave naloxone at the home on Sunday at 16.30.'),
    fact('Both children were in the room; the younger was in a cot with a wet nappy.'),
    reported('She said that she had "only wanted to sleep".'),
    opinion('She has lost the tolerance she had. The next dose may kill her.'),
  ],
  consent: refused('Fears that the children will be taken.'),
  daysAgo: 2,
  also: {
    protectiveFactors: 'Attends her appointments. Her mother lives ten minutes away.',
    childView: 'The elder said that she had "tried to wake Mummy".',
    previousProtectionPlan: { answer: 'UNKNOWN' },
  },
} as const satisfies ConcernSpec

const knownPeople = (today: Date): People => {
  const { children } = storyFamily(today)
  const cast = {
    adult: storyMother,
    authority: 'E06000991',
    children: children.map(({ child }) => child),
  } as const
  // The drug service has never heard of the wedding, and writes down what she answers to.
  const asJosie = peopleOf(
    {
      naming: 'all',
      knownAs: [(known) => ({ ...known, names: [{ given: 'Josie', family: 'Tolliver' }] })],
    },
    cast,
  )
  return {
    ...asJosie,
    // Nor that the children bear another name than hers.
    children: asJosie.children.map(({ name, ...child }) => ({
      ...child,
      name: { given: name?.given, family: 'Tolliver' },
    })),
  }
}

/** The story that is played at start-up: the same people, ids and words whatever the seed. */
export const tellStory = (today: Date): Story => ({
  family: storyFamily(today),
  known: {
    key: spec.key,
    client: spec.client,
    expects: spec.expects,
    concern: buildConcern(spec, knownPeople(today), { today, turn: 0 }),
  },
  unknown: {
    key: 'story-unknown-family',
    client: spec.client,
    expects: { ...spec.expects, match: 'NONE' },
    concern: buildConcern(spec, unknownFamily('byrde', today), { today, turn: 0 }),
  },
})
