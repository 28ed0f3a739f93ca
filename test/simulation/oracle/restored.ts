import type { Alert } from '../../../shared/alerts/alert.ts'
import { checkpointIn } from '../../../shared/audit/checkpoint.ts'
import { headKey, logHeadKind } from '../../../shared/aws/dynamodb/log-rows.ts'
import type { KeyedRow } from '../../../shared/aws/dynamodb/store.ts'
import type { ConcernStanding } from '../../../shared/concerns/stored-concern.ts'
import type { Simulation } from '../run.ts'
import type { Restorable } from '../run-restored.ts'
import { environment, tables } from '../world/place.ts'
import { sumOf } from './afterwards.ts'
import { notesIn } from './sealed-log.ts'
import { seeChange } from './witness.ts'

type Lost = ReadonlySet<string>

const entryIn = (row: KeyedRow): string | undefined =>
  (row['entry'] as { readonly entryId?: string } | undefined)?.entryId
const concernIn = ({ pk, sk }: KeyedRow): string | undefined =>
  pk.startsWith('CONCERN#') && sk === 'CONCERN' ? pk.slice('CONCERN#'.length) : undefined

/** By which a table’s rows are counted where they are gone for good: entries of the log, and concerns as they were sent. */
const idIn: Readonly<Partial<Record<Restorable, (row: KeyedRow) => string | undefined>>> = {
  auditLog: entryIn,
  auditEntries: entryIn,
  intake: concernIn,
}

/** What will be in no table once this one holds what it held then. */
export const lostWith = (
  { hub }: Simulation,
  table: Restorable,
  copy: readonly KeyedRow[],
): Lost => {
  const ids = (rows: readonly KeyedRow[]) => rows.flatMap((row) => idIn[table]?.(row) ?? [])
  const kept = new Set(ids(copy))
  return new Set(ids(hub.store.rows(tables[table])).filter((id) => !kept.has(id)))
}

const keepAsWas = ({ hub, witness }: Simulation): void => {
  const rows = hub.store.rows(tables.casework)
  witness.standing.clear()
  witness.versions.clear()
  const standing = new Set<string>()
  for (const row of rows) {
    const concernId = concernIn(row)
    if (concernId !== undefined) witness.standing.set(concernId, row['standing'] as ConcernStanding)
    if (row.sk !== 'ALERT') continue
    const { alertId, version } = row['alert'] as Alert
    witness.versions.set(row.pk, version)
    standing.add(alertId)
  }
  const kept = witness.alerts.filter(({ alertId }) => standing.has(alertId))
  witness.alerts.splice(0, witness.alerts.length, ...kept)
}

const keepAsSent = ({ hub, witness, history }: Simulation, lost: Lost): void => {
  const rows = hub.store.rows(tables.intake)
  const keys = new Set(rows.map(({ pk, sk }) => `${pk} ${sk.split('#')[0]}`))
  const isKept = (concernId: string, word: string): boolean =>
    keys.has(`CONCERN#${concernId} ${word}`)
  for (const id of witness.withdrawn) if (!isKept(id, 'WITHDRAWAL')) witness.withdrawn.delete(id)
  witness.consents.clear()
  for (const { pk, sk, ...row } of rows)
    if (sk.startsWith('CONSENT#')) seeChange({ pk, sk, row }, witness)
  for (const [about, ids] of witness.committed) {
    const kept = ids.filter((id) => !lost.has(id))
    if (kept.length > 0) witness.committed.set(about, kept)
    else witness.committed.delete(about)
  }
  // They were asked for, and whether they are there nobody can know any more.
  const told = history.done.map((one) =>
    lost.has(one.concernId ?? '') ? { ...one, end: 'info' as const } : one,
  )
  history.done.splice(0, history.done.length, ...told)
}

/** From here on the witness knows no more than what the tables hold now. */
export const keepOld = (simulation: Simulation, table: Restorable, lost: Lost): void => {
  const { witness, hub, restored } = simulation
  restored.isPutBack = true
  hub.streams.forget(tables[table])
  if (table === 'casework') keepAsWas(simulation)
  if (table === 'intake') keepAsSent(simulation, lost)
  for (const id of lost) witness.entries.delete(id)
  if (table === 'casework' || table === 'intake') hub.poisoned.splice(0)
  for (const id of lost) restored.lost.add(id)
  if (table === 'auditLog')
    restored.log = { origin: environment.LOG_ORIGIN, ...sizesOf(simulation) }
}

/** How far the log goes now, and whether it had been signed beyond: where it had not, it may go on. */
const sizesOf = (simulation: Simulation) => {
  const size = sizeOf(simulation)
  return { size, isRewound: isSignedBeyond(simulation, size) }
}

export const isSignedBeyond = ({ hub }: Simulation, size: number): boolean =>
  notesIn({ store: hub.store, objects: hub.objects.all }).some(
    (note) => (checkpointIn(note)?.size ?? 0) > size,
  )

export const sizeOf = ({ hub }: Simulation): number => {
  const head = hub.store
    .rows(tables.auditLog)
    .find(({ pk, sk }) => pk === headKey.pk && sk === headKey.sk)
  return head === undefined ? 0 : logHeadKind.read(head).size
}

/** Concerns of which half is gone and that the sum does not name. */
export const unnamed = async (
  { hub, history, witness, scheduler }: Simulation,
  table: Restorable,
): Promise<readonly string[]> => {
  if (table !== 'casework' && table !== 'intake') return []
  const now = (): Date => new Date(scheduler.now())
  const { faulty } = await sumOf({
    store: hub.store,
    history,
    witness,
    heard: hub.topics.heard,
    now,
  })
  const named = new Set(faulty.map(({ id }) => id))
  const idsIn = (name: string) =>
    new Set(hub.store.rows(name).flatMap((row) => concernIn(row) ?? []))
  const [sent, stands] = [idsIn(tables.intake), idsIn(tables.casework)]
  const waits = new Set(
    hub.store
      .rows(tables.intake)
      .filter(({ pk }) => pk.startsWith('ARRIVED#'))
      .map(({ pk }) => pk.split('#')[2]),
  )
  const halves = [
    ...[...sent].filter((id) => !stands.has(id) && !waits.has(id)),
    ...[...stands].filter((id) => !sent.has(id)),
  ]
  return halves
    .filter((id) => !named.has(id))
    .map((id) => `half of it is gone and nobody says so: ${id}`)
}

/** A log that was signed on since must stop, and sign nothing, until somebody says that its rows were restored. */
export const faultsOfRestoredLog = ({ rang, restored }: Simulation): readonly string[] =>
  restored.log?.isRewound === true && !rang.has('LOG_CONTRADICTED')
    ? ['log: put back, and nobody rang']
    : []
