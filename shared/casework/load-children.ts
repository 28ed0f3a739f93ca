import { isTheirs } from '../agencies/access.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { type ChildId, childIdSchema, hubWide } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { sideBySide } from '../kernel/side-by-side.ts'
import type { Child } from '../register/child.ts'
import type { StatusCode } from '../register/child-status.ts'
import {
  advanced,
  closingOf,
  type LoadCounts,
  type LoadStep,
  type LoadTurn,
  type RegisterLoad,
  turnOf,
} from '../register/load.ts'
import type { LoadReportKept } from '../register/load-report.ts'
import { isOpenStatus } from '../register/open-status.ts'
import { type LoadedRecord, loadGone } from './load-child.ts'
import { atOnce, type LoadRecordsDeps, loadRecords } from './load-records.ts'

export type ListedStatus = { readonly childId: ChildId; readonly status: StatusCode }

export type LoadChildrenDeps = LoadRecordsDeps & {
  /** Children of the authority after one id and up to another, by id; `isMore` where there were too many for one reading. */
  readonly listBetween: (
    authority: AuthorityCode,
    between: { readonly after: string; readonly upTo: string | undefined },
  ) => Promise<{ readonly items: readonly ListedStatus[]; readonly isMore: boolean }>
  readonly readLoad: (authority: AuthorityCode, digest: string) => Promise<RegisterLoad | undefined>
  /** Keeps the load as its next revision, with its entries; `changed` where somebody else has. */
  readonly saveLoad: (
    load: RegisterLoad,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
}

/** Part of a load: everybody whom it tells of after one own id, up to another or to the end. */
export type LoadPart = {
  readonly authority: AuthorityCode
  readonly digest: string
  readonly extent: RegisterLoad['extent']
  readonly step: LoadStep
  readonly after: string
  readonly records: readonly { readonly id: string; readonly child: Child }[]
  /** Own ids of whom the file tells and who are not loaded: nobody of them is gone. */
  readonly kept: readonly string[]
  /** Own ids whom the source asks to be no longer held. */
  readonly purged: readonly string[]
  readonly isLast: boolean
  readonly confirmed?: number | undefined
  /** What was wrong in the files; it is kept with the part that begins a step. */
  readonly report?: LoadReportKept | undefined
}

export type LoadPartDone =
  | {
      readonly kind: 'done'
      readonly load: RegisterLoad
      readonly records: readonly LoadedRecord[]
    }
  | Exclude<LoadTurn, { readonly kind: 'goes on' }>
  | { readonly kind: 'not-theirs' }

const idsOf = ({ records, kept, purged }: LoadPart): string[] => [
  ...records.map(({ id }) => id),
  ...kept,
  ...purged,
]

type Reach = {
  readonly upTo: string | undefined
  readonly gone: readonly string[]
  readonly open: number
}

/** How far this part reaches, and who stands there on the register that it does not tell of. */
const reachOf = async (part: LoadPart, { listBetween }: LoadChildrenDeps): Promise<Reach> => {
  const ids = idsOf(part)
  const last = part.isLast ? undefined : ids.toSorted().at(-1)
  if (part.extent === 'DELTA') return { upTo: last, gone: [], open: ids.length }
  const { items, isMore } = await listBetween(part.authority, { after: part.after, upTo: last })
  const own = items.map(({ childId, status }) => ({
    id: childId.slice(part.authority.length + 1),
    isOpen: isOpenStatus(status),
  }))
  const told = new Set(ids)
  const upTo = isMore ? own.at(-1)?.id : last
  return {
    upTo,
    gone: own.filter(({ id, isOpen }) => isOpen && !told.has(id)).map(({ id }) => id),
    open: own.filter(({ isOpen }) => isOpen).length,
  }
}

const isWithin = (id: string, upTo: string | undefined): boolean => upTo === undefined || id <= upTo

type Work = {
  readonly by: By
  readonly part: LoadPart
  readonly reach: Reach
  readonly load: RegisterLoad
}

const workOn = async (
  { by, part, reach, load: { comparedAt } }: Work,
  deps: LoadChildrenDeps,
): Promise<readonly LoadedRecord[]> => {
  const { authority, step } = part
  const told = part.records.filter(({ id }) => isWithin(id, reach.upTo))
  const results = [...(await loadRecords({ by, step, records: told }, deps))]
  const gone = [...reach.gone, ...part.purged.filter((id) => isWithin(id, reach.upTo))]
  await sideBySide(gone, atOnce, async (id) => {
    const childId = childIdSchema.parse(hubWide(authority, id))
    const result = await loadGone({ by, id, childId, step, comparedAt }, deps)
    if (result !== undefined) results.push(result)
  })
  return results.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const countsOf = (records: readonly LoadedRecord[]): LoadCounts => {
  const counts: Record<string, number> = {}
  for (const { outcome, notes } of records)
    for (const name of [outcome, ...notes]) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const wordOf = {
  COMPARING: 'comparing',
  COMPARED: 'compared',
  APPLYING: 'begun',
  APPLIED: 'applied',
} as const

const textOfCounts = (counts: LoadCounts): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]))

/** An entry where a load begins to be applied, and one where each of its two steps has ended. */
const entriesOf = (
  by: By,
  { load, isFirst }: { readonly load: RegisterLoad; readonly isFirst: boolean },
  deps: Pick<LoadChildrenDeps, 'now' | 'newId'>,
): AuditEntry[] => {
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const { digest, extent, phase, counts, authority } = load
  const common = { load: digest.slice(0, 16), extent }
  const entry = (step: string, codes: Record<string, string>): readonly AuditEntry[] =>
    record('REGISTER_LOADED', [authority], { authority, codes: { ...common, step, ...codes } })
  const isApplied = phase === 'APPLYING' || phase === 'APPLIED'
  const isEnded = phase === 'COMPARED' || phase === 'APPLIED'
  return [
    ...(isFirst && isApplied ? entry(wordOf.APPLYING, { toClose: String(closingOf(load)) }) : []),
    ...(isEnded ? entry(wordOf[phase], textOfCounts(counts)) : []),
  ]
}

/** Through which client, and which person, a load is sent. */
const senderOf = ({ caller, practitioner }: By) => ({
  client: caller.clientId,
  ...present({ practitioner }),
})

/** Compares part of a load with the register, or applies it; nothing is written of a record of which nothing is new. */
export const loadChildren = async (
  by: By,
  part: LoadPart,
  deps: LoadChildrenDeps,
): Promise<LoadPartDone> => {
  const { authority, digest } = part
  if (!isTheirs(by.caller, 'register.write', { authority })) return { kind: 'not-theirs' }
  if (part.records.some(({ child }) => child.authority !== authority)) return { kind: 'not-theirs' }
  const asked = { ...part, at: deps.now().toISOString(), by: senderOf(by) }
  const turn = turnOf(asked, await deps.readLoad(authority, digest))
  if (turn.kind !== 'goes on') return turn
  const reach = await reachOf(part, deps)
  const records = await workOn({ by, part, reach, load: turn.load }, deps)
  const load = advanced(turn.load, {
    at: deps.now().toISOString(),
    position: reach.upTo ?? '',
    isLast: reach.upTo === undefined,
    counts: countsOf(records),
    standing: reach.open,
  })
  const entries = entriesOf(by, { load, isFirst: turn.isFirst }, deps)
  const saved = await deps.saveLoad(load, entries)
  if (saved === 'committed') return { kind: 'done', load, records }
  const elsewhere = await deps.readLoad(authority, digest)
  return { kind: 'is elsewhere', load: elsewhere ?? load }
}
