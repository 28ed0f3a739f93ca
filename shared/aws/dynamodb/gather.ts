import type { Gather, Sought } from '../../assessing/gathered.ts'
import { shareCandidates } from '../../matching/share-candidates.ts'
import { standing } from '../../register/index-entry.ts'
import { blocksOf, type Found, type HashKeys, leadingTo, readBlocks } from './blocks.ts'
import { adultKey, childKey, trialKey } from './keys.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Row, Store } from './store.ts'
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
      ...standing(adults, ({ adultId }) => leadingTo(blocks, adultId)),
      ...adults.filter(({ adultId }) => settled.has(adultId)),
    ],
    children: [
      ...standing(children, ({ childId }) => leadingTo(blocks, childId)),
      ...children.filter(({ childId }) => settled.has(childId)),
    ],
  }
}

/**
 * Two round trips for everybody named: every key of the index at once, then one batch for the people worth comparing and
 * how the model's trial stands.
 */
export const gatherFrom =
  (store: Store, tables: Tables, hashKeys: HashKeys): Gather =>
  async (seeks, modelVersion) => {
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
    const trial = trialKey(modelVersion)
    const rows = await store.batch({
      [tables.register]: [...idsOf('adult').map(adultKey), ...idsOf('child').map(childKey)],
      [tables.casework]: [trial],
    })
    const settled = new Set(seeks.flatMap((seek) => seek.settled))
    return {
      ...recordsIn(rows, [...read.values()], settled),
      sought,
      confirmedInTrial: confirmedInTrialOf(rows.find(({ pk }) => pk === trial.pk)),
    }
  }
