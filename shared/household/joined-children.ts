import { openStatuses } from '../codes/open-statuses.ts'
import type { AdultRef } from '../concerns/person-ref.ts'
import type { AdultId, ChildId } from '../kernel/ids.ts'
import { stageOf } from '../people/stage.ts'
import { isAtHome } from '../register/home.ts'
import { openStatusOf } from '../register/open-status.ts'
import { isAdopted, type StoredAdult, type StoredChild } from '../register/stored.ts'
import { shareHome } from './home-address.ts'
import { type JoinedChild, joinedBecause } from './joined-child.ts'

/** Who of a concern is who of the register. A person may stand on several registers. */
export type Confirmed = {
  readonly adults: readonly { readonly ref: AdultRef; readonly adultId: AdultId }[]
  readonly children: readonly ChildId[]
}

/** The part of the register around the people confirmed. */
export type Around = {
  readonly adults: readonly StoredAdult[]
  readonly children: readonly StoredChild[]
}

/** The most children whose records stand in alerts; of more, the alert says that it is incomplete. */
export const mostJoined = 16

const relationshipsTo = (
  child: StoredChild,
  { adults }: Confirmed,
  today: string,
): JoinedChild['relationships'] =>
  adults.flatMap(({ ref, adultId }) =>
    child.adults
      .filter((one) => one.adultId === adultId && isInForce(one, today))
      .map(({ relationship }) => ({ adult: ref, relationship })),
  )

const isInForce = (
  { relationshipEndedOn }: StoredChild['adults'][number],
  today: string,
): boolean => relationshipEndedOn === undefined || relationshipEndedOn > today

const currentOf = (
  addresses: StoredAdult['person']['addresses'],
): StoredAdult['person']['addresses'] => addresses.filter(({ to }) => to === undefined).slice(0, 1)

/** Adults who live with the child. */
const atHomeWith = (child: StoredChild): AdultId[] =>
  child.adults.flatMap(({ adultId }) => (isAtHome(child, adultId) ? [adultId] : []))

/** Every place where the child is recorded to live: its own address, and those of the adults who live with it. */
const addressesOf = (child: StoredChild, adults: readonly StoredAdult[]) => [
  ...currentOf(child.child.addresses),
  ...adults
    .filter(({ adultId }) => atHomeWith(child).includes(adultId))
    .flatMap(({ person }) => currentOf(person.addresses)),
]

/** Whether the child's home is that of one who is named, or of an adult who is confirmed. */
const sharesHomeWith = (
  child: StoredChild,
  {
    named,
    adultIds,
  }: { readonly named: readonly StoredChild[]; readonly adultIds: readonly AdultId[] },
  { adults }: Around,
): boolean => {
  const lives = atHomeWith(child)
  const withAdults = [...adultIds, ...named.flatMap(atHomeWith)]
  if (lives.some((adultId) => withAdults.includes(adultId))) return true
  const home = addressesOf(child, adults)
  const subjects = adults.filter(({ adultId }) => adultIds.includes(adultId))
  return (
    subjects.some(({ person }) => shareHome(currentOf(person.addresses), home)) ||
    named.some((one) => shareHome(addressesOf(one, adults), home))
  )
}

/**
 * The known children of a concern, each once, the surest reason first (policy §1.2): named and confirmed; of a confirmed
 * adult by a relationship in force; of the same home. An adopted child only where it is itself named. `today` is London's.
 */
export const joinedChildren = (
  confirmed: Confirmed,
  around: Around,
  today: string,
): JoinedChild[] => {
  const adultIds = confirmed.adults.map(({ adultId }) => adultId)
  const named = around.children.filter(({ childId }) => confirmed.children.includes(childId))
  const home = { named: named.filter(({ child }) => !isAdopted(child)), adultIds }
  return around.children
    .flatMap((child): JoinedChild[] => {
      const relationships = relationshipsTo(child, confirmed, today)
      const holds: Readonly<Record<JoinedChild['why'], boolean>> = {
        NAMED: named.includes(child),
        RELATED: !isAdopted(child.child) && relationships.length > 0,
        HOME: !isAdopted(child.child) && sharesHomeWith(child, home, around),
      }
      const why = joinedBecause.find((reason) => holds[reason])
      return why === undefined ? [] : [joinedAs(child, { why, relationships }, today)]
    })
    .toSorted(inOrder)
}

const joinedAs = (
  { childId, child }: StoredChild,
  { why, relationships }: Pick<JoinedChild, 'why' | 'relationships'>,
  today: string,
): JoinedChild => ({
  childId,
  authority: child.authority,
  why,
  relationships,
  openStatus: openStatusOf(child, today),
  ...(isAdopted(child) && { isAdopted: true }),
  ...stageOf(child, today),
})

const rankOf = ({ why, openStatus }: JoinedChild): number =>
  joinedBecause.indexOf(why) * 10 +
  (openStatus === null ? 9 : Object.keys(openStatuses).indexOf(openStatus))

const inOrder = (one: JoinedChild, other: JoinedChild): number =>
  rankOf(one) - rankOf(other) || (one.childId < other.childId ? -1 : 1)
