import { type AuditAction, recorderFor } from '../../shared/audit/audit-entry.ts'
import { kindOfRow } from '../../shared/audit/known-changes.ts'
import { logCopyOf } from '../../shared/audit/log-copy.ts'
import { verifyLog } from '../../shared/audit/verify-log.ts'
import { put, remove } from '../../shared/aws/dynamodb/actions.ts'
import { auditRows } from '../../shared/aws/dynamodb/audit-rows.ts'
import { readExpiriesOfIn } from '../../shared/aws/dynamodb/expiries.ts'
import { readHoldsIn } from '../../shared/aws/dynamodb/legal-holds.ts'
import type { Key, KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { watchTable } from '../../shared/casework/watch-table.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'

const hour = 60 * 60 * 1000
/** A long one: a calendar's has no more. */
const year = 366 * 24 * hour
/** After so many every part has been looked at for rows that no leaf is of. */
export const hoursOfWeek = 7 * 24

const isEntry = (row: Record<string, unknown>): row is KeyedRow =>
  String(row['pk']).startsWith('SUBJECT#')

/** A hub in memory whose log is years old, as its operator, its auditor and whoever alters it meet it. */
export const anOldLog = async () => {
  const hub = await startInMemoryHub()
  const { store, tables, now } = hub
  const entriesStanding = async () => (await hub.rows('auditLog')).filter(isEntry)

  /** Entries in the name of a function, sealed. */
  const record = async (
    acts: readonly (readonly [AuditAction, ...string[]])[],
    actor = 'somebody',
    codes: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    const of = recorderFor({ actor }, now(), newId)
    const entries = acts.flatMap(([action, ...about]) => of(action, about, { codes }))
    await store.transact(auditRows(tables.auditEntries, entries))
    await hub.seal()
  }

  /** An hour later, what somebody does meanwhile, and a run. */
  const runs = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      hub.advance(hour)
      await record([['AGREEMENT_RECORDED', 'an-agency']])
      await hub.expireEntries()
    }
    await hub.seal()
  }

  const copy = async () => {
    const within = `sealed-log/${hub.logOrigin}/`
    const objects = [...hub.objects.all].map(([id, text]) => [id.slice(within.length), text])
    const held = { origin: hub.logOrigin, publicKeys: await hub.logKeys(), notes: [] }
    return { copy: logCopyOf(await hub.rows('auditLog'), new Map(objects as never)), held }
  }

  return {
    hub,
    record,
    runs,
    years: (count: number): void => hub.advance(count * year),
    /** Which actions stand in the log still, each as often as it has an entry there. */
    standing: async (): Promise<readonly unknown[]> => {
      const first = (await entriesStanding()).filter((row) => row['salt'] !== undefined)
      return first
        .toSorted((one, other) => Number(one['leafIndex']) - Number(other['leafIndex']))
        .map(({ entry }) => (entry as { action: string }).action)
    },
    rows: entriesStanding,
    write: (row: KeyedRow) => store.transact([put(tables.auditLog, row)]),
    erase: (keys: readonly Key[]) =>
      store.transact(keys.map(({ pk, sk }) => remove(tables.auditLog, { pk, sk }))),
    /** What an auditor finds who holds a copy, the key and a clock. */
    auditor: async (clock = now()): Promise<readonly unknown[]> => {
      const { copy: log, held } = await copy()
      return verifyLog(log, { ...held, now: clock }).map(
        ({ what, index }) => `${what} ${index ?? ''}`,
      )
    },
    /** What the hub's own walks ring for: in one hour, for of so short a log every leaf is among the newest, or in a week. */
    walk: async (hours = 1): Promise<readonly unknown[]> => {
      const before = hub.logged.length
      for (let at = 0; at < hours; at += 1) {
        hub.advance(hour)
        await hub.verifyLog()
      }
      return (hub.logged.slice(before) as [string, string, { kind: string }][])
        .filter(([, event]) => event === 'LOG_ALTERED')
        .map(([, , { kind }]) => kind)
    },
    /** Whether a removal rings. */
    ringsFor: async (before: KeyedRow): Promise<boolean> => {
      const { kind } = await watchTable(
        { table: 'auditLog', kind: kindOfRow(before), event: 'REMOVE', before, after: {} },
        {
          readSealed: async () => undefined,
          readExpiries: readExpiriesOfIn(store, tables.auditLog, now),
          readHolds: readHoldsIn(store, tables.directory),
          now,
        },
      )
      return kind === 'unknown'
    },
  }
}
