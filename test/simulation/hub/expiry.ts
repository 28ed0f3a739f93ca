import type { InMemoryStore } from '../../../local/in-memory/store.ts'
import type { Written } from '../../../local/in-memory/table.ts'
import type { Random } from '../../../local/people/random.ts'
import { remove } from '../../../shared/aws/dynamodb/actions.ts'
import type { Key } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, type TableDefinition } from '../../../shared/aws/dynamodb/tables.ts'
import type { Chaos } from '../engine/chaos.ts'
import type { Scheduler } from '../engine/scheduler.ts'
import { startAt } from '../world/place.ts'

type ExpiryDeps = {
  readonly scheduler: Scheduler
  readonly chaos: Chaos
  readonly random: Random
}

/** What expires later than this expires in no run. */
const lastAt = startAt + 4 * 24 * 60 * 60_000
const fields = new Map(
  Object.entries<TableDefinition>(definitions).map(([table, { expiry }]) => [table, expiry]),
)

/**
 * Takes away what has expired, as a table does: some soon, some days later, some never; and the stream tells of it. `hold` is told of every
 * row.
 */
export const createExpiry = ({ scheduler, chaos, random }: ExpiryDeps) => {
  const expiring = new Map<
    string,
    { readonly table: string; readonly key: Key; readonly at: number }
  >()
  return {
    note: ({ table, key, after }: Written): void => {
      const field = fields.get(table)
      if (field === undefined) return
      const name = `${table} ${key.pk} ${key.sk}`
      const at = Number(after?.[field] ?? Number.NaN) * 1000
      if (at < lastAt) expiring.set(name, { table, key, at })
      else expiring.delete(name)
    },
    /** One look of the table’s at what has expired. */
    run: async (store: InMemoryStore): Promise<void> => {
      for (const [name, { table, key, at }] of expiring) {
        if (at > scheduler.now() || !random.chance(0.05) || !chaos.happens('F34', 100)) continue
        expiring.delete(name)
        await store.transact([remove(table, key)])
      }
    },
  }
}
