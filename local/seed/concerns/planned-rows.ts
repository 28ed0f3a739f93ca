// R19: a child with a plan. The allocated worker hears at once; what the sender's lead would be asked is asked all the same.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hasPlan } from './conditions.ts'
import { notSought, refused } from './consent-given.ts'

export const plannedSpecs: readonly ConcernSpec[] = [
  {
    key: 'r19-small-report-on-a-plan',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R19', decision: 'SHARE_MINIMAL', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [hasPlan], naming: 'all' },
    harm: 'H1',
    factors: ['2B'],
    reason: 'Missed two collections of her prescription; the children looked tired at the third.',
    narrative: [
      fact('Did not collect on the 4th and the 5th.'),
      reported('She says that the youngest is up at night.'),
    ],
    consent: refused('Says that her social worker knows enough.'),
  },
  {
    key: 'r19-refused-on-a-plan',
    client: 'westmarch-mental-health',
    expects: { rule: 'R19', decision: 'SHARE_MINIMAL', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER', where: [hasPlan] },
    harm: 'H2',
    factors: ['4B'],
    reason: 'Has stopped his medicine and sits up at night by the front door.',
    narrative: [
      fact('Last depot injection was nine weeks ago.'),
      opinion('The children are kept awake by it.'),
    ],
    consent: refused('Says that the medicine makes him slow.'),
  },
  {
    key: 'r19-nobody-asked-on-a-plan',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R19', decision: 'SHARE_MINIMAL', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [hasPlan] },
    harm: 'H2',
    factors: ['3B'],
    reason: 'He is back in the house at week-ends, which the plan says he must not be.',
    narrative: [reported('She said it in passing and then asked me to forget it.')],
    consent: notSought('NO_REASON'),
    role: 'VICTIM',
    also: { domesticAbuse: { childPresent: 'PRESENT' } },
  },
]
