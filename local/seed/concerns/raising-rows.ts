// R4 and R5b: concerns that weigh more than the level written on them; and problems that weigh more together.
import type { ConcernSpec } from './concern-spec.ts'
import { fact, opinion, reported } from './concern-spec.ts'
import { hasFormerName, isExpecting, isKnown, isPlain, isYoung } from './conditions.ts'
import { given, notSought, refused } from './consent-given.ts'
import { byFormerName, byNickname } from './known-as.ts'

const accumulating = 'r16-drinking-first-notice'

export const raisingSpecs: readonly ConcernSpec[] = [
  {
    key: 'r4-child-in-delusion',
    client: 'westmarch-mental-health',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED', raisedBy: ['R4'] },
    who: { kind: 'known', as: 'MOTHER', where: [isKnown, hasFormerName], knownAs: [byFormerName] },
    harm: 'H1',
    factors: ['4B'],
    reason: 'Mother believes that her child has been exchanged for another and must be tested.',
    narrative: [
      fact('Seen at home on Thursday; held the belief for the whole visit.'),
      reported('She said "that is not my child in there".'),
      opinion('She is kind to the child so far; I would not rely on it.'),
    ],
    consent: refused('Says social workers are part of the exchange.'),
    also: { flags: ['DELUSION_INVOLVES_CHILD'] },
  },
  {
    key: 'r4-child-in-suicide-plan',
    client: 'westmarch-mental-health',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED', raisedBy: ['R4'] },
    who: { kind: 'known', as: 'FATHER', where: [isKnown] },
    harm: 'H2',
    factors: ['4B'],
    reason:
      'Father’s suicide plan includes taking his children with him. He agreed that we share this.',
    narrative: [
      reported('He said he could not leave them behind to grow up with it.'),
      fact('Safety plan agreed; his brother stays with him until Friday.'),
    ],
    consent: given('Sharing with children’s social care and his GP'),
    also: { flags: ['SUICIDE_PLAN_INVOLVES_CHILD'] },
  },
  {
    key: 'r5b-pregnant-and-abused',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R9', decision: 'SHARE', match: 'CONFIRMED', raisedBy: ['R5b'] },
    who: { kind: 'known', as: 'MOTHER', where: [isExpecting], naming: 'all' },
    harm: 'H2',
    factors: ['3B'],
    birthInDays: 90,
    reason:
      'Assaulted by her partner while pregnant; she is afraid that he will know she has spoken.',
    narrative: [
      fact('Bruising to both forearms seen by the adviser.'),
      reported('She says he kicked her and said he did not want it born.'),
    ],
    consent: notSought('RISK_TO_CHILD'),
    role: 'VICTIM',
    also: {
      flags: ['DA', 'UNBORN'],
      domesticAbuse: {
        childPresent: 'NOT_PRESENT',
        dash: { score: 15, level: 'HIGH' },
        safeContact: { number: '07700 900990', safeToCall: true, times: 'Weekdays 10 to 12' },
      },
    },
  },
  {
    key: 'r5b-expecting-and-controlled',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R10', decision: 'SHARE', match: 'CONFIRMED', raisedBy: ['R5b'] },
    who: { kind: 'known', as: 'MOTHER', where: [isExpecting], naming: 'all' },
    harm: 'H1',
    factors: ['3B'],
    reason:
      'Expecting a baby; her partner holds her money and reads her telephone. She asks for help.',
    narrative: [
      reported('She has to show receipts for the shopping.'),
      opinion('Controlling; no violence that she will speak of.'),
    ],
    consent: given('Sharing with children’s social care, not with her partner'),
    role: 'VICTIM',
    also: {
      flags: ['UNBORN'],
      domesticAbuse: {
        childPresent: 'NOT_PRESENT',
        dash: { score: 8, level: 'STANDARD' },
      },
      keepConfidentialFrom: [{ person: 'Her partner', why: 'He would stop her coming here.' }],
    },
  },
  {
    key: accumulating,
    client: 'westmarch-substance-misuse',
    expects: { rule: 'R16', decision: 'HOLD', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isPlain, isYoung] },
    harm: 'H1',
    factors: ['1B'],
    reason: 'Drinking more since the summer; not in front of the children, she says.',
    narrative: [fact('AUDIT score 17.'), reported('Half a bottle of wine most evenings.')],
    consent: notSought('NO_REASON'),
  },
  {
    key: 'r16-depression-makes-a-combination',
    client: 'westmarch-mental-health',
    expects: { rule: 'R16', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    after: [accumulating],
    who: { kind: 'again', key: accumulating, knownAs: [byNickname] },
    harm: 'H1',
    factors: ['4B'],
    reason: 'Low in mood and missing appointments; wants nobody else involved.',
    narrative: [
      fact('PHQ-9 score 16.'),
      reported('She cannot get the children to school on time.'),
    ],
    consent: refused('Says that she will manage.'),
  },
  {
    key: 'r13-abuse-is-the-third-problem',
    client: 'northmoor-domestic-abuse',
    expects: { rule: 'R13', decision: 'HUMAN_REVIEW', match: 'CONFIRMED' },
    after: [accumulating, 'r16-depression-makes-a-combination'],
    who: { kind: 'again', key: accumulating, naming: 'all' },
    harm: 'H2',
    factors: ['3B'],
    reason:
      'Third service to meet this family: shouting and broken doors, children under the stairs.',
    narrative: [
      reported('A neighbour heard a child crying "stop" on two nights.'),
      opinion('She minimises. The children are learning to hide.'),
    ],
    consent: refused('Is afraid that the children will be taken.'),
    role: 'VICTIM',
    also: { domesticAbuse: { childPresent: 'HEARD' } },
  },
  {
    key: 'r10-two-problems-in-one-form',
    client: 'eastvale-learning-disability',
    expects: { rule: 'R10', decision: 'SHARE', match: 'CONFIRMED' },
    who: { kind: 'known', as: 'MOTHER', where: [isKnown] },
    harm: 'H2',
    factors: ['5B', '4B'],
    reason:
      'Mother with a learning disability has stopped her medicine and cannot keep the home safe.',
    narrative: [
      fact('Medicine box untouched for three weeks.'),
      fact('Gas ring left lit on Tuesday; a neighbour turned it off.'),
    ],
    consent: given('Sharing with children’s social care'),
    daysAgo: 3,
  },
]
