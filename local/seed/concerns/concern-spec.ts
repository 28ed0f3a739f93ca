import type { Factor } from '../../../shared/codes/factors.ts'
import type { HarmLevel } from '../../../shared/codes/harm-levels.ts'
import type { Withdrawal } from '../../../shared/concerns/withdrawal.ts'
import type { DecisionKind, RuleId } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import type { ReferrerId } from '../clients.ts'
import type { ConcernInput, Relationship, SubjectInput } from '../seed-types.ts'
import type { UnknownName } from '../unknown-families.ts'
import type { Role } from './casting.ts'
import type { ConsentOn } from './consent-given.ts'
import type { KnownAs } from './known-as.ts'

/** What the real matcher and the real policy must answer. */
export type Expectation = {
  readonly rule: RuleId
  readonly decision: DecisionKind
  readonly match: Facts['match']
  /** Rows that raise the harm on the way; none unless said. */
  readonly raisedBy?: readonly ('R4' | 'R5b')[]
}

/** How much of a family of the register the service knows. */
export type Told = {
  readonly knownAs?: readonly KnownAs[]
  /** Which children the service can name: the first unless said. */
  readonly naming?: 'all' | 'none'
  /** How the subject stands to the children, where that is not as the register has it of the adult. */
  readonly standsAs?: Relationship
  /** The adult of the register stands in the concern as well, as the subject's partner. */
  readonly withParent?: true
  /** The family is said to live under another council than the one that knows it. */
  readonly isElsewhere?: true
}

/** Whom a concern is about: somebody of the register, the same as in an earlier concern, or nobody the register knows. */
export type Who =
  | ({ readonly kind: 'known' } & Role & Told)
  | ({ readonly kind: 'again'; readonly key: string } & Told)
  | { readonly kind: 'unknown'; readonly name: UnknownName }

type NarrativeLine = ConcernInput['narrative'][number]

/** One concern as it is written down here; names, dates and the practitioner are filled in when it is told. */
export type ConcernSpec = {
  readonly key: string
  readonly client: ReferrerId
  readonly expects: Expectation
  readonly after?: readonly string[]
  readonly who: Who
  readonly harm: HarmLevel
  readonly factors: readonly Factor[]
  readonly reason: string
  readonly narrative: readonly NarrativeLine[]
  readonly consent?: ConsentOn
  /** What the subject is to the abuse that is told of. */
  readonly role?: SubjectInput['role']
  readonly daysAgo?: number
  readonly also?: Partial<ConcernInput>
  /** Days from now on which the subject is to give birth. */
  readonly birthInDays?: number
  /** The concern before it, of the same service, that this one takes back or puts right. */
  readonly corrects?: string
  /** Taken back once it was decided, for this reason. */
  readonly withdrawn?: Withdrawal
}

export const fact = (text: string): NarrativeLine => ({ kind: 'FACT', text })
export const opinion = (text: string): NarrativeLine => ({ kind: 'OPINION', text })

export const reported = (text: string): NarrativeLine => ({ kind: 'REPORTED', text })
