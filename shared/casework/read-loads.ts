import { isTheirs } from '../agencies/access.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { RegisterLoad } from '../register/load.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ReadLoadsDeps = RecordDeps & {
  /** Every load of the authority that is kept, in no order. */
  readonly listLoads: (authority: AuthorityCode) => Promise<readonly RegisterLoad[]>
  readonly readLoad: (authority: AuthorityCode, digest: string) => Promise<RegisterLoad | undefined>
}

/** The most that one list holds: three months of a load every night. */
const mostListed = 100

/** Newest first; of a load that says no time nobody knows whether it was before another. */
const orderOf = ({ changedAt = '', digest }: RegisterLoad): string => `${changedAt} ${digest}`

/** The loads of the caller's authority, newest first; `isCut` where there are more. */
export const listLoads = async (
  by: By,
  deps: ReadLoadsDeps,
): Promise<{ readonly items: readonly RegisterLoad[]; readonly isCut: boolean }> => {
  const { authority } = by.caller
  if (authority === undefined) return { items: [], isCut: false }
  const all = (await deps.listLoads(authority)).toSorted((one, other) =>
    orderOf(one) < orderOf(other) ? 1 : -1,
  )
  const items = all.slice(0, mostListed)
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = { count: String(items.length) }
  await deps.record(record('REGISTER_LOADS_LISTED', [authority], { authority, codes }))
  return { items, isCut: items.length < all.length }
}

/** One load of the caller's authority; undefined where it has none of this digest. */
export const readLoad = async (
  { by, digest }: { readonly by: By; readonly digest: string },
  deps: ReadLoadsDeps,
): Promise<RegisterLoad | undefined> => {
  const { authority } = by.caller
  if (authority === undefined) return undefined
  if (!isTheirs(by.caller, 'register.read', { authority })) return undefined
  const load = await deps.readLoad(authority, digest)
  if (load === undefined) return undefined
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = { load: digest.slice(0, 16), phase: load.phase }
  await deps.record(record('REGISTER_LOAD_READ', [authority], { authority, codes }))
  return load
}
