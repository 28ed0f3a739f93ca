import type { SeedChild } from '../../../local/seed/seed-types.ts'
import {
  type AdultId,
  adultIdSchema,
  type ChildId,
  childIdSchema,
  hubWide,
} from '../../../shared/kernel/ids.ts'
import { childSchema } from '../../../shared/register/child.ts'
import { planChild, toldOf } from '../../../shared/register/plan-change.ts'
import { type Found, nowhere } from '../../../shared/register/register-change.ts'
import type { StoredAdult, StoredChild } from '../../../shared/register/stored.ts'
import { plainKeys } from '../../builders/a-registered-family.ts'

/** The register's records as maps, written and read by the product's own pure code. */
export const createInMemoryRegister = () => {
  const children = new Map<ChildId, Found<StoredChild>>()
  const adults = new Map<AdultId, Found<StoredAdult>>()

  /** Writes one child with its adults. */
  const put = async ({ authority, id, child }: SeedChild, now: Date): Promise<void> => {
    const childId = childIdSchema.parse(hubWide(authority, id))
    const adultIds = child.adults.map((adult) => adultIdSchema.parse(hubWide(authority, adult.id)))
    const before = { child: children.get(childId) ?? nowhere, adults }
    const parsed = childSchema.parse(child)
    const told = toldOf({ childId, child: parsed, adultIds }, before.child.record)
    const { records } = await planChild({ before, ...told, now }, plainKeys)
    for (const change of records) {
      const place = { version: change.after?.version ?? 0, revision: change.stood.revision + 1 }
      if (change.kind === 'adult') adults.set(change.id, { ...place, record: change.after })
      else children.set(change.id, { ...place, record: change.after })
    }
  }

  const adultAt = (adultId: AdultId) => adults.get(adultId)?.record

  return { put, adultAt }
}
