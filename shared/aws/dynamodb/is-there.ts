import type { AskedDeps } from '../../casework/record-refusal.ts'
import {
  adultIdSchema,
  alertIdSchema,
  childIdSchema,
  concernIdSchema,
  emergencyAccessIdSchema,
  reviewIdSchema,
} from '../../kernel/ids.ts'
import { adultKey, alertKey, childKey, concernKey, emergencyKey, reviewKey } from './keys.ts'
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
  }) as const

/** Whether there is what was asked for. Something that cannot be an id of ours is nothing, and is not looked up. */
export const isThereIn = (store: Pick<Store, 'batch'>, tables: Tables): AskedDeps['isThere'] => {
  const places = placeOf(tables)
  return async ({ kind, id }) => {
    if (kind === 'entry' || kind === 'NOT_KNOWN_HERE') return false
    const { table, keyOf } = places[kind]
    if (table === undefined || !idOf[kind].safeParse(id).success) return false
    return (await store.batch({ [table]: [keyOf(id)] })).length > 0
  }
}
