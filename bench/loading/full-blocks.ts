import { keyOf } from '../../local/in-memory/act.ts'
import type { Action } from '../../shared/aws/dynamodb/store.ts'
import { childKeyKinds } from '../../shared/matching/keys/child-key-kinds.ts'
import { keyKinds } from '../../shared/matching/keys/key-kinds.ts'

const fullAbove = new Map(
  [...keyKinds, ...childKeyKinds].map(({ type, fullAbove: most = Infinity }) => [type, most]),
)

/** Of `BK#<key version>#<kind of key>#<HMAC>`. */
const kindOf = (pk: string): string => pk.split('#')[2] ?? ''

/** Counts rows of the match index by block as they are put: the tables themselves would have to be copied for it. */
export const countingBlocks = () => {
  const blocks = new Map<string, number>()
  return {
    see: (action: Action): void => {
      const { pk } = keyOf(action)
      if (!pk.startsWith('BK#')) return
      blocks.set(pk, (blocks.get(pk) ?? 0) + (action.kind === 'delete' ? -1 : 1))
    },
    /** Those in blocks that are passed over as full, and those of them beyond what makes a block full. */
    counts: () => {
      const counts = { rows: 0, inFull: 0, beyond: 0 }
      for (const [pk, count] of blocks) {
        const most = fullAbove.get(kindOf(pk)) ?? Infinity
        counts.rows += count
        if (count <= most) continue
        counts.inFull += count
        counts.beyond += count - most - 1
      }
      return counts
    },
  }
}
