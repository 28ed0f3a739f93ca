import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { HubError } from '../kernel/hub-error.ts'
import { present } from '../kernel/present.ts'
import { loadDigestSchema } from './load-codes.ts'
import { loadReportSchema } from './load-report.ts'

/** Open, for a later release counts what this one has no name for. */
const countsSchema = z.record(z.string().max(40), z.int().min(0))
export type LoadCounts = z.infer<typeof countsSchema>

export const loadExtents = ['FULL', 'DELTA'] as const
export type LoadExtent = (typeof loadExtents)[number]
export const loadPhases = ['COMPARING', 'COMPARED', 'APPLYING', 'APPLIED'] as const

/** Through which client, and which person, by their work id. */
export const loadedBySchema = z.strictObject({
  client: z.string().max(100),
  practitioner: z.string().max(64).optional(),
})

/** One load of an authority's register: how far it is, and what it found. `revision` counts its writes. */
export const registerLoadSchema = z.strictObject({
  authority: authorityCodeSchema,
  digest: loadDigestSchema,
  extent: z.enum(loadExtents),
  phase: z.enum(loadPhases),
  /** Everybody up to this own id is done in this phase. */
  position: z.string().max(64),
  counts: countsSchema,
  /** Of the comparison, once it has ended. */
  compared: countsSchema.optional(),
  /** Open cases of the authority that the comparison met; of a delta, the records in it. */
  standing: z.int().min(0),
  /** When this step began, and by whom. A load of an earlier release says neither. */
  startedAt: z.iso.datetime().optional(),
  /** Of one that is applied, when its comparison began. */
  comparedAt: z.iso.datetime().optional(),
  by: loadedBySchema.optional(),
  /** When its last part was done: of a step that has ended, its end. */
  changedAt: z.iso.datetime().optional(),
  /** When it was last applied to its end: it may have been compared again since. */
  appliedAt: z.iso.datetime().optional(),
  report: loadReportSchema.optional(),
  revision: z.int().min(1),
})
export type RegisterLoad = z.infer<typeof registerLoadSchema>

export const loadSteps = ['compare', 'apply'] as const
export type LoadStep = (typeof loadSteps)[number]

/** Of a hundred open cases, those that a load may close without anybody saying that it is meant. */
const mostClosedPercent = 10

type Compared = Pick<RegisterLoad, 'compared' | 'standing' | 'extent'>

/** How many open cases a load would close. A delta is of whom something has changed, so only those count whom it takes away. */
export const closingOf = ({ compared = {}, extent }: Omit<Compared, 'standing'>): number => {
  const { GONE: gone = 0, CASE_ENDS: ends = 0 } = compared
  return extent === 'FULL' ? gone + ends : gone
}

/** Whether a load would close so many cases that somebody has to say how many it is to close. */
const isShrinking = (load: Compared): boolean =>
  closingOf(load) * 100 > load.standing * mostClosedPercent

export const addCounts = (one: LoadCounts, other: LoadCounts): LoadCounts => {
  const sum: Record<string, number> = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** How many cases somebody has to confirm before this may be applied; undefined where nothing need be confirmed. */
export const toConfirm = (load: Compared & Pick<RegisterLoad, 'phase'>): number | undefined =>
  load.phase === 'COMPARED' && isShrinking(load) ? closingOf(load) : undefined

/** Whether somebody has yet to say how many cases it is to close. */
export const isUnconfirmed = (
  load: Parameters<typeof toConfirm>[0],
  confirmed: number | undefined,
): boolean => {
  const count = toConfirm(load)
  return count !== undefined && count !== confirmed
}

/** What whoever has not said so is told. */
export const shrinking = (load: RegisterLoad): HubError =>
  new HubError(
    'state-conflict',
    `the load would close ${closingOf(load)} of ${load.standing} open cases, more than a tenth: nothing was written; if that is meant, say confirmed: ${closingOf(load)}`,
  )

type Asked = Pick<RegisterLoad, 'authority' | 'digest' | 'extent' | 'by' | 'report'> & {
  readonly at: string
  readonly step: LoadStep
  readonly after: string
  readonly confirmed?: number | undefined
}

export type LoadTurn =
  /** The part is to be done, on this load. */
  | { readonly kind: 'goes on'; readonly load: RegisterLoad; readonly isFirst: boolean }
  /** It is elsewhere: whoever sends goes on after its position. */
  | { readonly kind: 'is elsewhere'; readonly load: RegisterLoad }
  | { readonly kind: 'not compared' }
  | { readonly kind: 'shrinks'; readonly load: RegisterLoad }

const begun = (
  { authority, digest, extent, at, by, report }: Asked,
  before: RegisterLoad | undefined,
  part: Pick<RegisterLoad, 'phase'> &
    Partial<Pick<RegisterLoad, 'compared' | 'comparedAt' | 'standing'>>,
): RegisterLoad => ({
  authority,
  digest,
  extent,
  position: '',
  counts: {},
  standing: 0,
  ...part,
  ...present({ startedAt: at, by, report: report ?? before?.report }),
  ...present({ appliedAt: before?.appliedAt }),
  revision: before?.revision ?? 0,
})

/** In which phase a load is while a step of it goes on. */
export const running = { compare: 'COMPARING', apply: 'APPLYING' } as const

const toApply = (asked: Asked, load: RegisterLoad): LoadTurn => {
  if (isUnconfirmed(load, asked.confirmed)) return { kind: 'shrinks', load }
  const { compared = {}, standing, startedAt: comparedAt } = load
  const said = { compared, standing, ...present({ comparedAt }) }
  const first = begun(asked, load, { phase: 'APPLYING', ...said })
  return { kind: 'goes on', load: first, isFirst: true }
}

const isOfOtherExtent = ({ extent }: Asked, load: RegisterLoad | undefined): boolean =>
  load !== undefined && load.extent !== extent

const compareTurn = (asked: Asked, load: RegisterLoad | undefined): LoadTurn => {
  if (load?.phase === 'APPLYING') return { kind: 'is elsewhere', load }
  const first = begun(asked, load, { phase: 'COMPARING' })
  return asked.after === ''
    ? { kind: 'goes on', load: first, isFirst: true }
    : { kind: 'not compared' }
}

const applyTurn = (asked: Asked, load: RegisterLoad | undefined): LoadTurn => {
  if (load?.phase === 'APPLIED') return { kind: 'is elsewhere', load }
  const isReady = load?.phase === 'COMPARED' && asked.after === ''
  return isReady ? toApply(asked, load) : { kind: 'not compared' }
}

/**
 * Where a part finds its load. A comparison that has ended is begun anew: what it compared with has moved on. One of a delta
 * says nothing of who would be gone, so that nothing is applied as what it was not compared as.
 */
export const turnOf = (asked: Asked, load: RegisterLoad | undefined): LoadTurn => {
  if (isOfOtherExtent(asked, load))
    return asked.step === 'apply' || load?.phase === 'APPLYING'
      ? { kind: 'not compared' }
      : compareTurn(asked, load)
  if (load?.phase === running[asked.step])
    return load.position === asked.after
      ? { kind: 'goes on', load, isFirst: false }
      : { kind: 'is elsewhere', load }
  return asked.step === 'compare' ? compareTurn(asked, load) : applyTurn(asked, load)
}

type Done = {
  readonly at: string
  readonly position: string
  readonly isLast: boolean
  readonly counts: LoadCounts
  readonly standing: number
}

/** The load once a part of it is done. */
export const advanced = (load: RegisterLoad, done: Done): RegisterLoad => {
  const counts = addCounts(load.counts, done.counts)
  const isComparing = load.phase === 'COMPARING'
  const ended = isComparing ? ('COMPARED' as const) : ('APPLIED' as const)
  return {
    ...load,
    position: done.isLast ? '' : done.position,
    counts,
    phase: done.isLast ? ended : load.phase,
    standing: load.standing + (isComparing ? done.standing : 0),
    changedAt: done.at,
    revision: load.revision + 1,
    ...(done.isLast && (isComparing ? { compared: counts } : { appliedAt: done.at })),
  }
}
