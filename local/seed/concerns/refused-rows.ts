// R12, R13, R14 and R14b: child in need, where the parent said no or nobody asked.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hadRemoval, isPlain, isYoung } from './conditions.ts'
import { notSought, refused, withdrawn } from './consent-given.ts'
import { misspelt, withYearOfBirth } from './known-as.ts'

const abuse = { childPresent: 'HEARD' } as const

export const refusedSpecs: readonly ConcernSpec[] = [
  {
    key: 'r12-refused-under-duty',
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R12', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', knownAs: [withYearOfBirth] },
    harm: 'H2',
    factors: ['1B'],
    reason: 'Collects the children from school after drinking; teachers have noticed twice.',
    narrative: [
      reported('The school rang us; she had named us as her service.'),
      opinion('She loves them and is ashamed.'),
    ],
    consent: refused('Says that the school exaggerates.'),
  },
  {
    key: 'r12-withdrawn-under-duty',
    client: 'westmarch-mental-health',
    expects: { rule: 'R12', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'FATHER', naming: 'all' },
    harm: 'H2',
    factors: ['4B'],
    reason: 'Agreed to a referral and took it back when his mood fell; the children are on tiptoe.',
    narrative: [
      fact('Consent withdrawn by telephone.'),
      reported('The children stay in their room.'),
    ],
    consent: withdrawn('Has changed his mind.'),
  },
  {
    key: 'r13-refused-to-a-charity',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R13', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER' },
    harm: 'H2',
    factors: ['3B'],
    reason: 'Has taken him back; the children heard last week’s quarrel.',
    narrative: [
      reported('The children were sent upstairs.'),
      opinion('She is not ready to leave; pressing her may lose her.'),
    ],
    consent: refused('Does not want social services.'),
    role: 'VICTIM',
    also: { domesticAbuse: { ...abuse, dash: { score: 11, level: 'MEDIUM' } } },
  },
  {
    key: 'r14-form-without-consent',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R14', decision: 'SHARE_MINIMAL', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', knownAs: [misspelt], naming: 'all' },
    harm: 'H2',
    factors: ['5B'],
    reason: 'Child comes to our building with his mother in school hours, hungry.',
    narrative: [fact('Seen on four days in two weeks.')],
  },
  {
    key: 'r14b-no-reason-from-a-charity',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R14b', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isPlain, isYoung] },
    harm: 'H2',
    factors: ['3B'],
    reason: 'Left the refuge and went home with the children.',
    narrative: [fact('Left on Monday with two bags.'), opinion('I ran out of time to ask her.')],
    consent: notSought('NO_REASON'),
    role: 'VICTIM',
    also: { domesticAbuse: abuse },
  },
  {
    key: 'r14b-watched-previous-removal',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R14b', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [hadRemoval] },
    harm: 'H2',
    factors: ['3B'],
    reason: 'New partner is known to us from another case; she has lost children before.',
    narrative: [
      fact('He was named by another woman whom we support.'),
      reported('She says he is different with her.'),
    ],
    role: 'VICTIM',
    also: { domesticAbuse: abuse },
  },
]
