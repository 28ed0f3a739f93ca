// Policy §5 and §9.1 stated once more, from the page and not from the code: which secret may reach whom.
import { type Family, holds, type Moment } from './family.ts'
import type { Owner, Secret } from './secrets.ts'
import type { Telling } from './telling.ts'

/** Whom the register hides at this moment: whose address is restricted, and who lives with them. */
const isHidden = ({ hidden, livesWithAway }: Family, owner: Owner, moment: Moment): boolean => {
  const is = (who: keyof Family['hidden']): boolean => holds(hidden[who], moment)
  switch (owner) {
    case 'survivor':
      return is('survivor') || is('childAway')
    case 'childAway':
      return is('survivor') || is('childAway') || (livesWithAway === 'YES' && is('subject'))
    case 'grandmother':
      return is('grandmother')
    case 'subject':
      return is('subject') || (livesWithAway === 'YES' && is('childAway'))
    case 'childHere':
      return is('subject')
    case 'adopted':
    case 'charity':
      return false
  }
}

/**
 * An adopted child's name and placement reach nobody through a birth parent, unless the sender names a child of whom
 * nobody has settled that it is this one: then its name is one that the council must have. What a charity hid reaches
 * nobody.
 */
const isNobodys = (
  { owner, kind }: Secret,
  { family: { adoption, charity }, telling: { names, band }, moment }: Seen,
): boolean =>
  (owner === 'adopted' &&
    holds(adoption, moment) &&
    !(kind === 'name' && names.adopted && band === 'POSSIBLE')) ||
  (owner === 'charity' && holds(charity, moment))

/** Whether a person's whereabouts stand in the form. */
export const isGiven = ({ names }: Telling, { owner, kind }: Secret): boolean => {
  if (owner === 'subject') return true
  if (owner === 'charity' || (owner === 'adopted' && kind === 'phone')) return false
  return names[owner] || (owner === 'survivor' && kind === 'home' && names.childAway)
}

const isGrave = ({ harm }: Telling): boolean => harm === 'H3' || harm === 'H4'

/** X1: below H3, whereabouts that were sent do not stand. */
const isUnderX1 = (telling: Telling, secret: Secret): boolean =>
  telling.flags.length > 0 &&
  !isGrave(telling) &&
  secret.kind !== 'name' &&
  isGiven(telling, secret)

export type Seen = { readonly family: Family; readonly telling: Telling; readonly moment: Moment }

/**
 * What must not reach a council that is told of a concern about the subject: the protected places of anybody else. His
 * own, and those of a child who lives with him, stand in what is told of him.
 */
export const isKeptFromCouncil = (secret: Secret, seen: Seen): boolean =>
  isNobodys(secret, seen) ||
  isUnderX1(seen.telling, secret) ||
  (['survivor', 'grandmother', 'childAway'].includes(secret.owner) &&
    !(secret.owner === 'childAway' && isHisOwn(seen)) &&
    isHidden(seen.family, secret.owner, seen.moment))

/** A child with whom the subject is himself in hiding. */
const isHisOwn = ({ family: { hidden, livesWithAway }, moment }: Seen): boolean =>
  livesWithAway === 'YES' && holds(hidden.subject, moment)

/** What must not reach the sender, or the chronology of another authority: what was given to be hidden, too. */
export const isKeptFromOthers = (secret: Secret, seen: Seen): boolean => {
  const { family, telling, moment } = seen
  const isGivenHidden =
    telling.flags.some((flag) => flag === 'RESTRICTED_ADDRESS') &&
    secret.kind !== 'name' &&
    isGiven(telling, secret)
  return (
    isNobodys(secret, seen) ||
    isGivenHidden ||
    (secret.owner !== 'subject' && isHidden(family, secret.owner, moment)) ||
    (secret.owner === 'subject' && secret.kind !== 'home' && isHidden(family, 'subject', moment))
  )
}
