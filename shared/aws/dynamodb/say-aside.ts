import { recorderFor } from '../../audit/audit-entry.ts'
import type { UnsealedEntry } from '../../audit/log-head.ts'
import {
  digestOfWaiting,
  positionAside,
  subjectOfAside,
  type Unsealable,
} from '../../audit/set-aside.ts'
import { present } from '../../kernel/present.ts'
import type { World } from '../world.ts'
import { isLeaf } from './audit-log.ts'
import { placesOf } from './audit-rows.ts'
import type { Store } from './store.ts'

/** A waiting row that cannot be sealed. */
export type Aside = {
  readonly row: { readonly pk: string; readonly sk: string; readonly entry?: unknown }
  readonly why: Unsealable
}

/** Of those that nothing tells of yet, so many in one round. */
const mostTold = 200
/** The log's rows about one: as many as anybody may have put there beside its own. */
const mostRows = 25

/**
 * The entries that tell of rows which cannot be sealed, one a row: those of which the log does not tell yet. A row stays where it waits,
 * for a release that can read it; what the log has told is remembered as long as this process lives.
 */
export const sayAsideIn = (
  { store, auditLog }: { readonly store: Store; readonly auditLog: string },
  { now, newId }: Pick<World, 'now' | 'newId'>,
): ((asides: readonly Aside[]) => Promise<readonly UnsealedEntry[]>) => {
  const known = new Set<string>()
  const isTold = async (digest: string): Promise<boolean> => {
    if (known.has(digest)) return true
    const { rows } = await store.query({
      table: auditLog,
      partition: { field: 'pk', value: `SUBJECT#${subjectOfAside(digest)}` },
      limit: mostRows,
      consistent: true,
    })
    for (const row of rows) if (await isLeaf(store, auditLog, row)) known.add(digest)
    return known.has(digest)
  }
  return async (asides) => {
    const untold: UnsealedEntry[] = []
    for (const { row, why } of asides) {
      const digest = digestOfWaiting(row)
      if (await isTold(digest)) continue
      const position = positionAside(row.sk)
      const codes = { digest, why, owner: 'operator', ...present({ position }) }
      const record = recorderFor({ actor: 'seal-audit' }, now(), newId)
      const [entry] = record('ENTRY_SET_ASIDE', [subjectOfAside(digest)], { codes })
      untold.push({ entry, ...placesOf(entry), isOwn: true })
      if (untold.length === mostTold) break
    }
    return untold
  }
}
