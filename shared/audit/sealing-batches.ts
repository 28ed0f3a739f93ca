import { mostActions } from '../kernel/most-actions.ts'
import type { UnsealedEntry } from './log-head.ts'

/** Of a transaction that seals: what the head and the batch leave. */
const room = mostActions - 2

/** An entry is taken from where it waits, and stands in the log once under each subject. */
const actionsOf = ({ standsUnder }: UnsealedEntry): number => 1 + standsUnder.length

/** Entries in their order, by the transactions that seal them: as many in each as it has actions for. */
export const sealingBatches = (
  entries: readonly UnsealedEntry[],
): readonly (readonly UnsealedEntry[])[] => {
  const batches: UnsealedEntry[][] = []
  let left = 0
  for (const entry of entries) {
    const actions = actionsOf(entry)
    const last = actions <= left ? batches.at(-1) : undefined
    if (last === undefined) batches.push([entry])
    else last.push(entry)
    left = (last === undefined ? room : left) - actions
  }
  return batches
}
