// What a service says after it has sent a concern: it sends it again, puts it right, or takes it back.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion } from './concern-spec.ts'
import { isKnown } from './conditions.ts'
import { given, notSought } from './consent-given.ts'

const sentTwice = 'r10-sent-before-the-connection-broke'
const overstated = 'r11-overstated'

const sleeping: Pick<
  ConcernSpec,
  'client' | 'expects' | 'harm' | 'factors' | 'reason' | 'consent'
> = {
  client: 'westmarch-substance-misuse',
  expects: { rule: 'R10', decision: 'SHARE', match: 'CONFIRMED' },
  harm: 'H2',
  factors: ['1B'],
  reason: 'Asleep on the sofa at four in the afternoon; a child let our worker in.',
  consent: given('Sharing with children’s social care'),
}

export const afterwardsSpecs: readonly ConcernSpec[] = [
  {
    ...sleeping,
    key: sentTwice,
    who: { kind: 'known', as: 'MOTHER' },
    narrative: [fact('Two empty bottles on the floor.')],
  },
  {
    ...sleeping,
    key: 'r10-sent-again-after-it-broke',
    after: [sentTwice],
    who: { kind: 'again', key: sentTwice },
    narrative: [fact('Two empty bottles on the floor.'), fact('The child had made toast.')],
  },
  {
    key: overstated,
    client: 'westmarch-mental-health',
    expects: { rule: 'R11', decision: 'SHARE_MINIMAL', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER' },
    harm: 'H2',
    factors: ['4B'],
    reason: 'Said to have left the children alone overnight.',
    narrative: [opinion('I have this from a colleague and not from him.')],
    consent: notSought('NOT_REASONABLY_OBTAINABLE'),
  },
  {
    key: 'r17-puts-right-what-was-overstated',
    client: 'westmarch-mental-health',
    expects: { rule: 'R17', decision: 'HOLD', match: 'CONFIRMED' },
    after: [overstated],
    corrects: overstated,
    who: { kind: 'again', key: overstated },
    harm: 'H0',
    factors: ['4B'],
    reason: 'Their grandmother was with the children all night; our colleague had misheard.',
    narrative: [fact('The grandmother rang the ward herself.')],
    daysAgo: 0,
  },
  {
    key: 'r9-about-the-wrong-person',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER', where: [isKnown], naming: 'none' },
    harm: 'H3',
    factors: ['2B'],
    reason: 'Injecting in front of a small child, so another client told us.',
    narrative: [fact('Told at the needle exchange on Thursday.')],
    consent: notSought('RISK_TO_CHILD'),
    withdrawn: {
      reason: 'WRONG_PERSON',
      words: 'Another man of the same name. We have sent a concern about the right one.',
    },
  },
]
