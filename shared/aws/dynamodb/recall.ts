import type { Recall } from '../../assessing/gathered.ts'
import type { StandingEntry } from '../../chronology/entry.ts'
import type { RememberedChild } from '../../chronology/household.ts'
import { chronologySchema } from '../../chronology/notification.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AdultId, ChildId, ConcernId } from '../../kernel/ids.ts'
import { othersAtHome, siblingIds } from '../../register/home.ts'
import type { StoredChild } from '../../register/stored.ts'
import { readEntriesOfChildIn } from './chronology.ts'
import { readConcernIn } from './concerns.ts'
import { adultKey, childKey, chronologyKey } from './keys.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Store } from './store.ts'

type Tables = { readonly register: string; readonly casework: string }

/** Entries of one child that an alert may carry, and siblings of other adults whose past is looked at. */
const mostEntries = 20
const mostSiblings = 16

/** The newest entries that each child's authority may see. */
export const readEarlierIn =
  (store: Store, casework: string) =>
  async (childIds: readonly ChildId[]): Promise<readonly StandingEntry[]> => {
    const read = readEntriesOfChildIn(store, casework)
    const pages = await Promise.all(
      childIds.map((childId) => read(childId, { limit: mostEntries })),
    )
    return pages.flatMap(({ items }) => items)
  }

const readSiblings = async (
  store: Store,
  tables: Tables,
  {
    others,
    children,
  }: { readonly others: readonly AdultId[]; readonly children: readonly StoredChild[] },
): Promise<readonly RememberedChild[]> => {
  const adults = await store.batch({ [tables.register]: others.map(adultKey) })
  const ids = siblingIds(
    adults.flatMap((row) => adultOf(row) ?? []),
    children,
  ).slice(0, mostSiblings)
  const rows = await store.batch({
    [tables.register]: ids.map(childKey),
    [tables.casework]: ids.map(chronologyKey),
  })
  const heads = rows.flatMap(({ chronology }) =>
    chronology === undefined ? [] : [chronologySchema.parse(chronology)],
  )
  return rows.flatMap((row) => {
    const child = childOf(row)
    if (child === undefined) return []
    const { childId } = child
    const chronology = heads.find((head) => head.childId === childId)
    return [{ child, chronology: chronology ?? { childId, version: 0, notifications: [] } }]
  })
}

/** Only of its own agency may a concern correct another; anything else is no correction. */
const correctedBy = async (
  { concern, concernId, submittedBy }: StoredConcern,
  read: ReturnType<typeof readConcernIn>,
): Promise<ConcernId | undefined> => {
  if (concern.corrects === undefined || concern.corrects === concernId) return undefined
  const corrected = await read(concern.corrects)
  return corrected?.submittedBy.agency === submittedBy.agency ? corrected.concernId : undefined
}

/** Two round trips at most, and none where nobody is matched and nothing corrected. */
export const recallFrom =
  (store: Store, tables: Tables): Recall =>
  async (stored, { children, subjects }) => {
    const others = othersAtHome(children, subjects)
    const [siblings, earlier, corrects] = await Promise.all([
      readSiblings(store, tables, { others, children }),
      readEarlierIn(store, tables.casework)(children.map(({ childId }) => childId)),
      correctedBy(stored, readConcernIn(store, tables.casework)),
    ])
    return { others, siblings, earlier, corrects }
  }
