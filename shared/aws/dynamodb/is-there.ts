import type { AskedDeps } from '../../casework/record-refusal.ts'
import {
  adultIdSchema,
  alertIdSchema,
  childIdSchema,
  concernIdSchema,
  emergencyAccessIdSchema,
  reviewIdSchema,
  uuidSchema,
} from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import {
  adultKey,
  alertKey,
  childKey,
  concernKey,
  emergencyKey,
  registerImportKey,
  reviewKey,
} from './keys.ts'
import type { Store } from './store.ts'

/** The tables that a function may read; of what stands in any other it cannot say whether it is there. */
type Tables = {
  readonly intake: string
  readonly casework?: string | undefined
  readonly register?: string | undefined
}

const idOf = {
  alert: alertIdSchema,
  concern: concernIdSchema,
  review: reviewIdSchema,
  child: childIdSchema,
  adult: adultIdSchema,
  'emergency-access': emergencyAccessIdSchema,
  import: uuidSchema,
} as const

/** Where a record stands, whoever's it is. */
const placeOf = (tables: Tables) =>
  ({
    alert: { table: tables.casework, keyOf: alertKey },
    concern: { table: tables.intake, keyOf: concernKey },
    review: { table: tables.casework, keyOf: reviewKey },
    child: { table: tables.register, keyOf: childKey },
    adult: { table: tables.register, keyOf: adultKey },
    'emergency-access': { table: tables.casework, keyOf: emergencyKey },
    import: { table: tables.casework, keyOf: registerImportKey },
  }) as const

const kinds = keysOf(idOf)

/** Whether there is what was asked for. Something that cannot be an id of ours is nothing, and is not looked up. */
export const isThereIn = (store: Pick<Store, 'batch'>, tables: Tables): AskedDeps['isThere'] => {
  const places = placeOf(tables)
  return async ({ kind, id }) => {
    if (kind === 'entry' || kind === 'NOT_KNOWN_HERE') return false
    const wanted = (kind === 'record' ? kinds : [kind]).flatMap((one) => {
      const { table, keyOf } = places[one]
      return table === undefined || !idOf[one].safeParse(id).success
        ? []
        : [{ table, key: keyOf(id) }]
    })
    if (wanted.length === 0) return false
    const byTable = Map.groupBy(wanted, ({ table }) => table)
    const keys = [...byTable].map(([table, all]) => [table, all.map(({ key }) => key)] as const)
    return (await store.batch(Object.fromEntries(keys))).length > 0
  }
}

/** Of an entry. */
const longestSubject = 120

/** As {@link isThereIn}, for whoever may read the log and no record: what there is has entries under its id. */
export const isOnRecordIn =
  (store: Pick<Store, 'query'>, auditLog: string): AskedDeps['isThere'] =>
  async ({ id }) => {
    if (id.length > longestSubject) return false
    const partition = { field: 'pk', value: `SUBJECT#${id}` }
    const { rows } = await store.query({ table: auditLog, partition, consistent: true, limit: 1 })
    return rows.length > 0
  }
