import { type RekeyDeps, rekeyAdult, rekeyChild } from '../../casework/rekey-children.ts'
import type { RotateIndexDeps } from '../../casework/rotate-index.ts'
import type { Clock } from '../../kernel/clock.ts'
import { concernIdSchema } from '../../kernel/ids.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { standUnder } from '../../matching/key-version.ts'
import { remove } from './actions.ts'
import { chunksOf } from './chunks-of.ts'
import { lookupsKey } from './keys.ts'
import { lookupsKind } from './lookup-kinds.ts'
import { type RefileDeps, refileConcern } from './refile-concern.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Scan } from './scan.ts'
import type { Key, Row, Store } from './store.ts'

/** Rows of one page: of the smallest some hundred kilobytes, of records a megabyte ends it before. */
const rowsOfPage = 1000
/** Records put right at once. */
const atOnce = 8

type Ground = {
  readonly store: Store
  readonly scan: Scan
  readonly tables: { readonly register: string; readonly casework: string }
  readonly rekey: RekeyDeps
  readonly refile: RefileDeps
  readonly now: Clock
  /** A row that could not be put right: of what kind, and why. */
  readonly onFailure: (kind: string, error: unknown) => void
}

type Keys = Parameters<RotateIndexDeps['sweepPage']>[1]
/** What has to be done for one row; none for a row that is right as it stands. */
type Work = { readonly kind: string; readonly run: () => Promise<unknown> }

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) })

const workOfRecord = (row: Row, { rekey }: Ground, { writes }: Keys): Work | undefined => {
  const [child, adult] = [childOf(row), adultOf(row)]
  if (child !== undefined && !standUnder(child.keys, writes))
    return { kind: 'child', run: () => rekeyChild(child.childId, rekey) }
  if (adult !== undefined && !standUnder(adult.keys, writes))
    return { kind: 'adult', run: () => rekeyAdult(adult.adultId, rekey) }
  return undefined
}

const workOfConcern = (row: Row, { refile, now }: Ground, { writes }: Keys): Work | undefined => {
  const { pk, sk } = keyOf(row)
  if (!pk.startsWith('CONCERN#') || sk !== lookupsKey('').sk) return undefined
  const { keyed, expiresAt } = lookupsKind.read(row)
  const isOver = expiresAt * 1000 <= now().getTime()
  if (isOver || keyed === [...writes].toSorted().join(' ')) return undefined
  const concernId = concernIdSchema.parse(pk.slice('CONCERN#'.length))
  return { kind: 'concern', run: () => refileConcern(concernId, writes, refile) }
}

/** A row of the index under the key that leaves. */
const isOfLeaving = ({ pk }: Key, { leaving }: Keys): boolean =>
  leaving !== undefined && (pk.startsWith(`BK#${leaving}#`) || pk.startsWith(`LK#${leaving}#`))

/** A row that cannot be read is work that fails. */
const workOf = (row: Row, ground: Ground, keys: Keys): Work[] => {
  try {
    return [workOfRecord(row, ground, keys) ?? workOfConcern(row, ground, keys) ?? []].flat()
  } catch (error) {
    return [{ kind: 'row', run: () => Promise.reject(error) }]
  }
}

const runAll = async (works: readonly Work[], { onFailure }: Ground): Promise<number> => {
  let failed = 0
  for (const chunk of chunksOf(works, atOnce))
    await Promise.all(
      chunk.map(async ({ kind, run }) => {
        try {
          await run()
        } catch (error) {
          failed += 1
          onFailure(kind, error)
        }
      }),
    )
  return failed
}

/**
 * Passes over one page of the register or of casework and puts right every record, and every concern that waits for a later
 * one, that does not stand under exactly the keys in use. Of a key that leaves, the rows themselves are taken away too.
 */
export const sweepPageIn =
  (ground: Ground): RotateIndexDeps['sweepPage'] =>
  async ({ table, after }, keys) => {
    const name = new Map(Object.entries(ground.tables)).get(table)
    if (name === undefined) throw new Error('a sweep of a table that this release does not sweep')
    const { rows, next } = await ground.scan(name, { limit: rowsOfPage, after })
    const leaving = rows.map(keyOf).filter((key) => isOfLeaving(key, keys))
    const works = rows.flatMap((row) => workOf(row, ground, keys))
    const failed = await runAll(works, ground)
    for (const chunk of chunksOf(leaving, mostActions))
      await ground.store.transact(chunk.map((key) => remove(name, key)))
    return {
      seen: rows.length,
      lacking: works.length + leaving.length,
      failed,
      ...(next !== undefined && { after: keyOf(next) }),
    }
  }
