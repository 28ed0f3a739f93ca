import type { AdultId, ChildId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { type IndexKey, indexKeys } from '../matching/index-keys.ts'
import type { Child, RelatedAdult } from './child.ts'
import { findable } from './findable.ts'
import { changesHousehold, type HouseholdChange } from './household-change.ts'
import type { ChildLink, StoredAdult, StoredChild } from './stored.ts'

export type RegisterState = {
  readonly child: StoredChild | undefined
  readonly adults: readonly StoredAdult[]
}

/** An adult as it will stand, with the keys to write and those that no longer lead to them. */
export type AdultChange = {
  readonly adult: StoredAdult
  readonly staleKeys: readonly string[]
  /** True when no child depends on them any more: the adult and every key go. */
  readonly isRemoved: boolean
}

export type RegisterChange = {
  readonly child: StoredChild
  readonly adults: readonly AdultChange[]
  /** To be looked into, where this changes a household. */
  readonly household: HouseholdChange | undefined
  /** Writes this takes in one transaction, the audit entry left out. */
  readonly actions: number
}

type Request = {
  readonly childId: ChildId
  readonly child: Child
  readonly adultIds: readonly AdultId[]
  readonly before: RegisterState
  readonly now: Date
}

type HashKeys = (keys: readonly IndexKey[]) => Promise<readonly string[]>

const linkOf = (
  childId: ChildId,
  child: Child,
  relationship: RelatedAdult['relationship'],
): ChildLink => ({
  childId,
  relationship,
  hidesAddress: child.restricted.address,
  ...(child.name?.given !== undefined && { given: child.name.given }),
  ...(child.name?.family !== undefined && { family: child.name.family }),
  ...present({ dateOfBirth: child.dateOfBirth }),
  ...(child.expectedDateOfDelivery !== undefined && {
    expectedDateOfDelivery: child.expectedDateOfDelivery,
  }),
})

const withKeys = async (
  adult: StoredAdult,
  before: StoredAdult | undefined,
  hashKeys: HashKeys,
): Promise<AdultChange> => {
  const isRemoved = adult.children.length === 0
  const keys = isRemoved ? [] : await hashKeys(indexKeys(findable(adult), adult.children))
  const staleKeys = (before?.keys ?? []).filter((key) => !keys.includes(key))
  return { adult: { ...adult, keys: [...keys] }, staleKeys, isRemoved }
}

/** The adult as the authority now describes them, still linked to their other children. */
const described = (
  related: RelatedAdult,
  {
    adultId,
    link,
    before,
  }: {
    readonly adultId: AdultId
    readonly link: ChildLink
    readonly before: StoredAdult | undefined
  },
): StoredAdult => {
  const {
    id: _id,
    relationship: _r,
    parentalResponsibility: _p,
    livesWithChild: _l,
    previousRemoval,
    ...person
  } = related
  const others = (before?.children ?? []).filter(({ childId }) => childId !== link.childId)
  return {
    adultId,
    version: (before?.version ?? 0) + 1,
    person,
    previousRemoval,
    children: [...others, link],
    keys: [],
  }
}

const pendingOf = ({ childId, version, recordedAt }: StoredChild): HouseholdChange => ({
  childId,
  version,
  recordedAt,
  status: 'PENDING',
})

/**
 * What recording this child changes: the child, each adult named, and each adult named before and no longer. Hashing the
 * keys is the one thing it awaits, for the key lives elsewhere.
 */
export const planChange = async (request: Request, hashKeys: HashKeys): Promise<RegisterChange> => {
  const { childId, child, adultIds, before, now } = request
  const stood = new Map<string, StoredAdult>(before.adults.map((adult) => [adult.adultId, adult]))
  const named = child.adults.flatMap((related, index) => {
    const adultId = adultIds[index]
    if (adultId === undefined) return []
    const was = stood.get(adultId)
    return [
      withKeys(
        described(related, {
          adultId,
          link: linkOf(childId, child, related.relationship),
          before: was,
        }),
        was,
        hashKeys,
      ),
    ]
  })
  const dropped = before.adults
    .filter(
      (adult) =>
        !adultIds.includes(adult.adultId) &&
        adult.children.some((link) => link.childId === childId),
    )
    .map((adult) => {
      const children = adult.children.filter((link) => link.childId !== childId)
      return withKeys({ ...adult, version: adult.version + 1, children }, adult, hashKeys)
    })
  const adults = await Promise.all([...named, ...dropped])
  const after: StoredChild = {
    childId,
    version: (before.child?.version ?? 0) + 1,
    child,
    adultIds: [...adultIds],
    recordedAt: now.toISOString(),
  }
  const household = changesHousehold(before, after) ? pendingOf(after) : undefined
  const writes = adults.map(({ adult, staleKeys }) => 1 + adult.keys.length + staleKeys.length)
  return {
    child: after,
    adults,
    household,
    actions: writes.reduce((sum, count) => sum + count, household === undefined ? 1 : 2),
  }
}
