import type { Factor } from '../codes/factors.ts'
import { type DecisionKind, isShared, type TellParent } from './decision.ts'
import { hasRiskReason, isDomesticAbuse, type Situation } from './situation.ts'

/** Abuse in which the parent may be the danger: telling waits for those who know how. */
const abuse: readonly Factor[] = ['18C', '19C', '22A', '23A', '24A']

type Told = Situation & { readonly isDelusion: boolean; readonly isShared: boolean }

const isPlaceProtected = ({ facts }: Situation): boolean =>
  isDomesticAbuse(facts) || facts.flags.includes('RESTRICTED_ADDRESS') || facts.protectedHousehold

/** Read from the top: the first that holds. */
const lines: readonly (readonly [TellParent, (told: Told) => boolean])[] = [
  [
    'no',
    ({ facts, harm, ...told }) =>
      !told.isShared ||
      harm === 'H4' ||
      hasRiskReason(facts) ||
      told.isDelusion ||
      (harm === 'H3' && abuse.some((factor) => facts.factors.includes(factor))),
  ],
  ['no', (told) => isPlaceProtected(told) && told.facts.subjectRole !== 'VICTIM'],
  ['safe-contact-only', isPlaceProtected],
  ['ask-first', ({ harm }) => harm === 'H3'],
  [
    'ask-first',
    ({ facts: { consent } }) =>
      consent === null || consent === 'LACKS_CAPACITY' || consent === 'NOT_SOUGHT',
  ],
]

/**
 * What professionals may tell a parent where the decision is of this kind. What protects one person of a household
 * protects against everything that is sent about another, so only a stated victim may be told, and then safely.
 */
export const tellParentOf = (
  decision: DecisionKind,
  situation: Situation,
  { isDelusion }: { readonly isDelusion: boolean },
): TellParent => {
  const told = { ...situation, isDelusion, isShared: isShared(decision) }
  return lines.find(([, holds]) => holds(told))?.[0] ?? 'yes'
}
