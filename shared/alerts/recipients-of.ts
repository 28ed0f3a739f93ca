import type { AuthorityCode } from '../agencies/authorities.ts'
import type { Holder } from '../agencies/holder.ts'
import type { JoinedChild } from '../household/joined-child.ts'
import { authorityOf } from '../kernel/ids.ts'
import { type Decision, isShared } from '../sharing/decision.ts'
import type { toldBecause } from './content/alert-content.ts'

/** Who is told, and why. */
export type RecipientOf = {
  readonly authority: Holder
  readonly why: readonly (typeof toldBecause)[number][]
  readonly isOfAdopted?: true | undefined
}

/** Registers on which one person is confirmed, where there is more than one (policy §9.4). */
const severalRegisters = (confirmed: readonly (readonly string[])[]): Set<string> =>
  new Set(
    confirmed
      .map((ids) => [...new Set(ids.map(authorityOf))])
      .filter((authorities) => authorities.length > 1)
      .flat(),
  )

export type Joined = {
  readonly joined: readonly JoinedChild[]
  /** Per adult of the concern, the entries of all registers that are this person. */
  readonly confirmed: readonly (readonly string[])[]
  /** Authorities that a person of theirs has said know somebody of the concern. */
  readonly identifiedBy: readonly string[]
}

/**
 * Authorities that hold joined children but are asked who the adult is before they are told: writing about a person does
 * not subscribe to them. Where an adult stands on several registers, a further authority is told only of a child that is
 * named, or with whom it works now.
 */
export const askedFirst = (
  stated: string,
  { joined, confirmed, identifiedBy }: Joined,
): AuthorityCode[] => {
  const several = severalRegisters(confirmed)
  const holders = [...new Set(joined.map(({ authority }) => authority))]
  return holders.filter(
    (authority) =>
      authority !== stated &&
      several.has(authority) &&
      !identifiedBy.includes(authority) &&
      joined
        .filter((child) => child.authority === authority)
        .every(({ why, openStatus }) => why !== 'NAMED' && openStatus === null),
  )
}

/**
 * Who is told of what is shared (policy §1.4): the authority where the child is said to live or to be, and those of the
 * joined children; an adopted child's own of that child alone. A family has moved more often than a form is wrong.
 */
export const recipientsOf = (
  { decision }: Pick<Decision, 'decision'>,
  holder: Holder,
  known: Joined,
): RecipientOf[] => {
  if (!isShared(decision)) return []
  const asked = askedFirst(holder, known)
  const holders = known.joined
    .filter(({ isAdopted, authority }) => isAdopted !== true && !asked.includes(authority))
    .map(({ authority }) => authority)
  const adopted = known.joined.filter(({ isAdopted }) => isAdopted === true)
  const where: RecipientOf = {
    authority: holder,
    why: [
      'WHERE_THE_CHILD_IS',
      ...(holders.some((authority) => authority === holder) ? ['HOLDS_THE_CHILD' as const] : []),
    ],
  }
  return [
    where,
    ...[...new Set(holders)]
      .filter((authority) => authority !== holder)
      .map((authority): RecipientOf => ({ authority, why: ['HOLDS_THE_CHILD'] })),
    ...[...new Set(adopted.map(({ authority }) => authority))].map(
      (authority): RecipientOf => ({ authority, why: ['HOLDS_THE_CHILD'], isOfAdopted: true }),
    ),
  ]
}

/** Whether two recipients are one: the same authority, told of the same. */
export const isSameRecipient = (
  one: Pick<RecipientOf, 'authority' | 'isOfAdopted'>,
  other: Pick<RecipientOf, 'authority' | 'isOfAdopted'>,
): boolean => one.authority === other.authority && one.isOfAdopted === other.isOfAdopted
