import { factorCodes } from '../../shared/codes/factors.ts'
import { harmLevels } from '../../shared/codes/harm-levels.ts'
import { whyNotSoughtReasons } from '../../shared/codes/why-not-sought.ts'
import { article9Of, basisOf } from '../../shared/sharing/basis.ts'
import type { Basis } from '../../shared/sharing/decision.ts'
import type { Facts } from '../../shared/sharing/facts.ts'
import { situationOf } from '../../shared/sharing/situation.ts'
import { table } from './markdown.ts'
import { none } from './names.ts'
import { someFacts } from './some-facts.ts'

type Line = readonly [string, Partial<Facts>]

const basisFor = (differing: Partial<Facts>): Basis => basisOf(situationOf(someFacts(differing)))

const senders: readonly Line[] = [
  ['a body under the duty, in force', { body: 'DUTY', dutyInForce: true }],
  ['such a body, before the duty is in force', { body: 'DUTY', dutyInForce: false }],
  [
    'any other body, recognised legitimate interest in force',
    { body: 'OTHER', recognisedLegitimateInterestInForce: true },
  ],
  ['any other body, until then', { body: 'OTHER', recognisedLegitimateInterestInForce: false }],
]

const groundOf = ({ article6, statute }: Basis): string =>
  [article6.join(' and '), ...statute].join('; ')

/** Article 6 and the statute, by who sends and how grave it is. */
export const groundTable = (): readonly string[] =>
  table(
    ['Sent by', ...harmLevels],
    senders.map(([sender, facts]) => [
      sender,
      ...harmLevels.map((harm) => groundOf(basisFor({ ...facts, harm }))),
    ]),
  )

/** `para-18-2-a` as it is cited: para 18(2)(a). */
const citationOf = (condition: Basis['schedule1']): string => {
  const [, paragraph, ...parts] = condition.split('-')
  return `art. ${article9Of[condition]}, Sch. 1 para ${paragraph}${parts.map((part) => `(${part})`).join('')}`
}

const answers: readonly Line[] = [
  ['LACKS_CAPACITY', { consent: 'LACKS_CAPACITY' }],
  ...whyNotSoughtReasons.map(
    (whyNotSought): Line => [
      `any other status, or none, with ${whyNotSought}`,
      { consent: null, whyNotSought },
    ],
  ),
  ['any other status, or none, without a reason', { consent: 'REFUSED' }],
]

/** Article 9 and its condition, by what is said about consent. */
export const conditionTable = (): readonly string[] =>
  table(
    ['Consent', 'Health and social care bodies', 'Other bodies'],
    answers.map(([answer, facts]) => [
      answer,
      ...(['DUTY', 'OTHER'] as const).map((body) =>
        citationOf(basisFor({ ...facts, body }).schedule1),
      ),
    ]),
  )

const offences = factorCodes.filter((code) => basisFor({ factors: [code] }).article10 !== null)

/** Article 10, by what makes it criminal-offence data. */
export const offenceTable = (): readonly string[] => {
  const lines: readonly Line[] = [
    ['the subject is an ALLEGED_PERPETRATOR', { subjectRole: 'ALLEGED_PERPETRATOR' }],
    [`a factor ${offences.join(', ')}`, { factors: [...offences] }],
    ['neither', {}],
  ]
  return table(
    ['What is said', 'Article 10'],
    lines.map(([what, facts]) => {
      const { article10, schedule1 } = basisFor(facts)
      const isToo = article10?.endsWith(schedule1) === true
      return [what, isToo ? `${article10.split(',')[0]}, with the condition above` : none]
    }),
  )
}

/** What lifts the duty of confidence. */
export const confidenceTable = (): readonly string[] => {
  const lines: readonly Line[] = [
    ['consent is GIVEN', { consent: 'GIVEN' }],
    ['any other status, or none; duty', { consent: 'REFUSED' }],
    ['any other status, or none; no duty', { consent: 'REFUSED', dutyInForce: false }],
  ]
  return table(
    ['What is said', 'Confidence'],
    lines.map(([what, facts]) => [what, basisFor(facts).confidence]),
  )
}
