import { consentStatusNames } from '../../shared/codes/consent-statuses.ts'
import { harmLevels } from '../../shared/codes/harm-levels.ts'
import { whyNotSoughtReasons } from '../../shared/codes/why-not-sought.ts'
import { article9Of, basisOf } from '../../shared/sharing/basis.ts'
import type { Basis } from '../../shared/sharing/decision.ts'
import type { Facts } from '../../shared/sharing/facts.ts'
import { situationOf } from '../../shared/sharing/situation.ts'
import { someFacts } from './examples.ts'
import { table } from './markdown.ts'

const basisFor = (differing: Partial<Facts>): Basis => basisOf(situationOf(someFacts(differing)))

const senders: readonly (readonly [string, Partial<Facts>])[] = [
  ['a body under the duty', { body: 'DUTY', dutyInForce: true }],
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

const answers: readonly (readonly [string, Partial<Facts>])[] = [
  ...consentStatusNames
    .filter((consent) => consent !== 'NOT_SOUGHT')
    .map((consent) => [consent, { consent }] as const),
  ...whyNotSoughtReasons.map(
    (whyNotSought) =>
      [`NOT_SOUGHT, ${whyNotSought}`, { consent: 'NOT_SOUGHT', whyNotSought }] as const,
  ),
]

/** Article 9 and its condition, by what is said about consent. */
export const conditionTable = (): readonly string[] =>
  table(
    ['Consent', 'Under the duty', 'Otherwise'],
    answers.map(([answer, facts]) => [
      answer,
      ...[true, false].map((dutyInForce) =>
        citationOf(basisFor({ ...facts, body: 'DUTY', dutyInForce }).schedule1),
      ),
    ]),
  )
