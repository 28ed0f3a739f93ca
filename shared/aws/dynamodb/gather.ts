import type { Gather, Gathered, Seek, Sought } from '../../assessing/gathered.ts'
import { shareCandidates } from '../../matching/share-candidates.ts'
import { standing } from '../../register/index-entry.ts'
import { blocksOf, type Found, type HashKeys, leadingTo, readBlocks } from './blocks.ts'
import { adultKey, childKey, trialKey } from './keys.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Key, Row, Store } from './store.ts'
import { confirmedInTrialOf } from './trial.ts'

type Tables = { readonly register: string; readonly casework: string }

/** Records of these people, of whom a key still leads to them, or of whom somebody has said that they are meant. */
const recordsIn = (
  rows: readonly Row[],
  blocks: readonly Found[],
  settled: ReadonlySet<string>,
) => {
  const adults = rows.flatMap((row) => adultOf(row) ?? [])
  const children = rows.flatMap((row) => childOf(row) ?? [])
  return {
    adults: [
      ...new Set([
        ...standing(adults, ({ adultId }) => leadingTo(blocks, adultId)),
        ...adults.filter(({ adultId }) => settled.has(adultId)),
      ]),
    ],
    children: [
      ...new Set([
        ...standing(children, ({ childId }) => leadingTo(blocks, childId)),
        ...children.filter(({ childId }) => settled.has(childId)),
      ]),
    ],
  }
}

type Asking = {
  readonly seeks: readonly Seek[]
  readonly hashKeys: HashKeys
  readonly trial: Key
}

/** Two round trips: every key of the index at once, then one batch for the people worth comparing. */
const seekOnce = async (
  store: Store,
  tables: Tables,
  { seeks, hashKeys, trial }: Asking,
): Promise<{ readonly gathered: Gathered; readonly isMoving: boolean }> => {
  const keys = seeks.flatMap((seek) => seek.keys)
  const read = await readBlocks(store, tables.register, { keys, hashKeys })
  const shares = shareCandidates(
    seeks.map((seek) => ({ kind: seek.kind, blocks: blocksOf(seek.keys, read) })),
  )
  const sought = seeks.map(({ person, kind, settled }, at): Sought => {
    const { ids = [], incomplete = true } = shares[at] ?? {}
    return { person, kind, ids: [...new Set([...ids, ...settled])], incomplete }
  })
  const idsOf = (kind: Sought['kind']): string[] => [
    ...new Set(sought.filter((one) => one.kind === kind).flatMap(({ ids }) => ids)),
  ]
  const [adultIds, childIds] = [idsOf('adult'), idsOf('child')]
  const rows = await store.batch({
    [tables.register]: [...adultIds.map(adultKey), ...childIds.map(childKey)],
    [tables.casework]: [trial],
  })
  const settled = new Set(seeks.flatMap((seek) => seek.settled))
  const records = recordsIn(rows, [...read.values()], settled)
  const confirmedInTrial = confirmedInTrialOf(rows.find(({ pk }) => pk === trial.pk))
  return {
    gathered: { ...records, sought, confirmedInTrial },
    isMoving: records.adults.length + records.children.length < adultIds.length + childIds.length,
  }
}

/**
 * Two round trips for everybody named. Where a key leads to nobody, a record may have changed between them; then both are
 * made once more, lest somebody be missed who was found before and is found after.
 */
export const gatherFrom =
  (store: Store, tables: Tables, hashKeys: HashKeys): Gather =>
  async (seeks, modelVersion) => {
    const asking = { seeks, hashKeys, trial: trialKey(modelVersion) }
    const first = await seekOnce(store, tables, asking)
    return (first.isMoving ? await seekOnce(store, tables, asking) : first).gathered
  }
