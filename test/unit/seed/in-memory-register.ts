import { demoAgreements } from '../../../local/seed/agreements.ts'
import type { SeedChild } from '../../../local/seed/seed-types.ts'
import type { Gathered } from '../../../shared/assessing/gathered.ts'
import type { Chronology } from '../../../shared/chronology/notification.ts'
import {
  type AdultId,
  adultIdSchema,
  type ChildId,
  childIdSchema,
  hubWide,
} from '../../../shared/kernel/ids.ts'
import { candidatesOf } from '../../../shared/matching/candidates-of.ts'
import type { IndexKey } from '../../../shared/matching/index-keys.ts'
import { largestBlock } from '../../../shared/matching/usable-hits.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { planChild, toldOf } from '../../../shared/register/plan-change.ts'
import { type Found, nowhere, type RecordChange } from '../../../shared/register/register-change.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'

const plain = async (keys: readonly IndexKey[]): Promise<readonly string[]> =>
  keys.map(({ type, value }) => `${type}|${value}`)

/** The register's tables, index and chronologies as maps, written and read by the product's own pure code. */
export const createInMemoryRegister = () => {
  const children = new Map<ChildId, Found<StoredChild>>()
  const adults = new Map<AdultId, Found<StoredAdult>>()
  const index = new Map<string, Set<string>>()
  const chronologies = new Map<string, Chronology>()

  const enter = ({ id, newKeys, staleKeys }: RecordChange): void => {
    for (const key of staleKeys) index.get(key)?.delete(id)
    for (const key of newKeys) index.set(key, (index.get(key) ?? new Set()).add(id))
  }

  /** Writes one child with its adults. */
  const put = async ({ authority, id, child }: SeedChild, now: Date): Promise<void> => {
    const childId = childIdSchema.parse(hubWide(authority, id))
    const adultIds = child.adults.map((adult) => adultIdSchema.parse(hubWide(authority, adult.id)))
    const before = { child: children.get(childId) ?? nowhere, adults }
    const parsed = childSchema.parse(child)
    const told = toldOf({ childId, child: parsed, adultIds }, before.child.record)
    const { records } = await planChild({ before, ...told, now }, plain)
    for (const change of records) {
      const place = { version: change.after?.version ?? 0, revision: change.stood.revision + 1 }
      if (change.kind === 'adult') adults.set(change.id, { ...place, record: change.after })
      else children.set(change.id, { ...place, record: change.after })
      enter(change)
    }
  }

  const gather = (keys: readonly IndexKey[], now: Date): Gathered => {
    const { ids, incomplete } = candidatesOf(
      keys.map((key) => {
        const all = [...(index.get(`${key.type}|${key.value}`) ?? [])]
        return { key, ids: all.slice(0, largestBlock), isCut: all.length > largestBlock }
      }),
    )
    const found = ids.flatMap((id) => adults.get(adultIdSchema.parse(id))?.record ?? [])
    const childIds = [
      ...new Set(found.flatMap((adult) => adult.children.map((link) => link.childId))),
    ]
    return {
      adults: found,
      children: childIds.flatMap((childId) => children.get(childId)?.record ?? []),
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

  const adultAt = (adultId: AdultId) => adults.get(adultId)?.record

  return { put, gather, remember, adultAt }
}
export type InMemoryRegister = ReturnType<typeof createInMemoryRegister>
