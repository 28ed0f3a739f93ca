import { isDomesticAbuse } from '../codes/domestic-abuse.ts'
import type { Factor } from '../codes/factors.ts'
import { type Decision, type DecisionKind, isShared, type TellParent } from './decision.ts'
import type { Facts } from './facts.ts'
import { hasRiskReason, type Situation, situationOf } from './situation.ts'

/** Abuse in which the parent may be the danger: telling waits for those who know how. */
const abuse: readonly Factor[] = ['18C', '19C', '22A', '23A', '24A']

type Told = Situation & { readonly isDelusion: boolean; readonly isShared: boolean }

const isPlaceProtected = ({ facts }: Situation): boolean =>
  isDomesticAbuse(facts) || facts.flags.includes('RESTRICTED_ADDRESS') || facts.protectedHousehold

type Line = {
  readonly when: string
  readonly tell: TellParent
  readonly holds: (told: Told) => boolean
}

/** Read from the top: the first that holds. Where none does, a parent may be told. */
export const tellingLines: readonly Line[] = [
  {
    when: 'HOLD, or HUMAN_REVIEW until it is decided',
    tell: 'no',
    holds: (told) => !told.isShared,
  },
  { when: 'H4', tell: 'no', holds: ({ harm }) => harm === 'H4' },
  {
    when: 'a risk reason, whatever the status of consent',
    tell: 'no',
    holds: ({ facts }) => hasRiskReason(facts),
  },
  { when: 'R4 raised', tell: 'no', holds: ({ isDelusion }) => isDelusion },
  {
    when: `H3 with a factor ${abuse.join(', ')}`,
    tell: 'no',
    holds: ({ facts, harm }) =>
      harm === 'H3' && abuse.some((factor) => facts.factors.includes(factor)),
  },
  {
    when: 'domestic abuse or RESTRICTED_ADDRESS as sent, or a protected household; the subject is not stated to be the victim',
    tell: 'no',
    holds: (told) => isPlaceProtected(told) && told.facts.subjectRole !== 'VICTIM',
  },
  {
    when: 'the same, and the subject is the victim',
    tell: 'safe-contact-only',
    holds: isPlaceProtected,
  },
  {
    when: 'H3, with the strategy discussion',
    tell: 'ask-first',
    holds: ({ harm }) => harm === 'H3',
  },
  {
    when: 'consent missing, LACKS_CAPACITY or NOT_SOUGHT',
    tell: 'ask-first',
    holds: ({ facts: { consent } }) =>
      consent === null || consent === 'LACKS_CAPACITY' || consent === 'NOT_SOUGHT',
  },
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
  return tellingLines.find(({ holds }) => holds(told))?.tell ?? 'yes'
}

/** The same, read again: as decided, but for what protects the household now. */
export const tellParentNow = (
  { decision, harmAfter, raisedBy }: Pick<Decision, 'decision' | 'harmAfter' | 'raisedBy'>,
  facts: Facts,
): TellParent =>
  tellParentOf(
    decision,
    { ...situationOf(facts), harm: harmAfter },
    { isDelusion: raisedBy.includes('R4') },
  )
