import { demoAgreements } from '../../../local/seed/agreements.ts'
import type { SeedChild } from '../../../local/seed/seed-types.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import type { Chronology } from '../../../shared/chronology/notification.ts'
import { adultIdSchema, childIdSchema, hubWide } from '../../../shared/kernel/ids.ts'
import { candidatesOf } from '../../../shared/matching/candidates-of.ts'
import type { IndexKey } from '../../../shared/matching/index-keys.ts'
import { largestBlock } from '../../../shared/matching/usable-hits.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { planChange } from '../../../shared/register/plan-change.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'

const plain = async (keys: readonly IndexKey[]): Promise<readonly string[]> =>
  keys.map(({ type, value }) => `${type}|${value}`)

/** The register's tables, index and chronologies as maps, written and read by the product's own pure code. */
export const createInMemoryRegister = () => {
  const children = new Map<string, StoredChild>()
  const adults = new Map<string, StoredAdult>()
  const index = new Map<string, Set<string>>()
  const chronologies = new Map<string, Chronology>()

  /** Gives the writes that one transaction would hold. */
  const put = async ({ authority, id, child }: SeedChild, now: Date): Promise<number> => {
    const childId = childIdSchema.parse(hubWide(authority, id))
    const adultIds = child.adults.map((adult) => adultIdSchema.parse(hubWide(authority, adult.id)))
    const before = {
      child: children.get(childId),
      adults: adultIds.flatMap((adultId) => adults.get(adultId) ?? []),
    }
    const parsed = childSchema.parse(child)
    const change = await planChange({ childId, child: parsed, adultIds, before, now }, plain)
    children.set(childId, change.child)
    for (const { adult, staleKeys } of change.adults) {
      adults.set(adult.adultId, adult)
      for (const key of staleKeys) index.get(key)?.delete(adult.adultId)
      for (const key of adult.keys) index.set(key, (index.get(key) ?? new Set()).add(adult.adultId))
    }
    return change.actions
  }

  const gather = (keys: readonly IndexKey[], now: Date): Gathered => {
    const { ids, incomplete } = candidatesOf(
      keys.map((key) => {
        const all = [...(index.get(`${key.type}|${key.value}`) ?? [])]
        return { key, ids: all.slice(0, largestBlock), isCut: all.length > largestBlock }
      }),
    )
    const found = ids.flatMap((id) => adults.get(id) ?? [])
    const childIds = [
      ...new Set(found.flatMap((adult) => adult.children.map((link) => link.childId))),
    ]
    return {
      adults: found,
      children: childIds.flatMap((childId) => children.get(childId) ?? []),
      chronologies: childIds.map(
        (childId) => chronologies.get(childId) ?? { childId, version: 0, notifications: [] },
      ),
      incomplete,
      agreements: demoAgreements(now),
      confirmedInTrial: 0,
    }
  }

  const remember = (changed: readonly Chronology[]): void => {
    for (const chronology of changed) chronologies.set(chronology.childId, chronology)
  }

  return { put, gather, remember }
}
export type InMemoryRegister = ReturnType<typeof createInMemoryRegister>
