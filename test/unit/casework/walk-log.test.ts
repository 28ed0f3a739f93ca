import { beforeEach, describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { scanInMemory } from '../../../local/in-memory/scan.ts'
import { digestOfWaiting, subjectOfAside } from '../../../shared/audit/set-aside.ts'
import { parts } from '../../../shared/audit/walk.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import { readAppendedIn } from '../../../shared/aws/dynamodb/appended-batches.ts'
import { placesOf } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { readExpiriesIn } from '../../../shared/aws/dynamodb/expiries.ts'
import { batchKey, checkpointKey } from '../../../shared/aws/dynamodb/log-rows.ts'
import { sayAsideIn } from '../../../shared/aws/dynamodb/say-aside.ts'
import type { KeyedRow, Row } from '../../../shared/aws/dynamodb/store.ts'
import { readAsidesIn } from '../../../shared/aws/dynamodb/unsealed-entries.ts'
import {
  isSealedSinceIn,
  readCopiesIn,
  readNotesIn,
  readPartIn,
} from '../../../shared/aws/dynamodb/walk-rows.ts'
import { openNoteOfAnyWith } from '../../../shared/aws/kms/log-key.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { readBundledIn, readSealedNoteIn } from '../../../shared/aws/s3/sealed-log.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { type WalkLogDeps, walkLog } from '../../../shared/casework/walk-log.ts'
import { anEntry, inMemoryAuditLog, signer } from './in-memory-audit-log.ts'

const auditLog = 'auditLog'
const hour = 60 * 60 * 1000
const entries = 24

type Log = ReturnType<typeof inMemoryAuditLog>

/** The walk of one hour, as it is wired, over this log. */
const depsOf = ({ store, objectStore, deps, rows, held }: Log, at: Date): WalkLogDeps => ({
  readNewest: deps.readNewest,
  readNotes: readNotesIn({ store, auditLog }),
  readSealedNote: readSealedNoteIn(objectStore, 'sealed-log'),
  readAppended: readAppendedIn(store, auditLog),
  readBundled: readBundledIn(objectStore, { bucket: 'sealed-log', origin: held.origin }),
  readExpiries: readExpiriesIn(store, auditLog),
  readCopies: readCopiesIn({ store, auditLog }),
  readAsides: readAsidesIn({ store, auditEntries: 'auditEntries' }),
  isSealedSince: isSealedSinceIn({ store, auditLog }),
  readPart: readPartIn({ store, scan: scanInMemory(rows), auditLog }),
  open: openNoteOfAnyWith(signer, [keyIds.log], held.origin),
  now: () => at,
  isLate: () => false,
})

/** What a whole week of walks finds. */
const weekOf = async (log: Log): Promise<readonly string[]> => {
  const found: string[] = []
  for (let number = 0; number < parts; number += 1) {
    const at = new Date(Date.UTC(2026, 10, 23) + number * hour)
    const { findings, isWhole } = await walkLog(depsOf(log, at))
    expect(isWhole).toBe(true)
    found.push(...findings.map(({ what }) => what))
  }
  return found
}

/** What one hour's finds: of so short a log every leaf is among the newest. */
const hourOf = async (log: Log): Promise<readonly string[]> => {
  const { findings } = await walkLog(depsOf(log, new Date('2026-11-23T00:00:00Z')))
  return findings.map(({ what }) => what)
}

const keyOf = ({ pk, sk }: Row) => ({ pk: String(pk), sk: String(sk) })
const isEntry = (row: Row): row is KeyedRow => String(row['pk']).startsWith('SUBJECT#')
const entriesOf = (log: Log) => log.rows().filter(isEntry)
const firstOf = (log: Log) => entriesOf(log).find((row) => row['salt'] !== undefined)
const copyOf = (log: Log) => entriesOf(log).find((row) => row['salt'] === undefined)
const needed = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('the log has no such row')
  return one
}

/** Head, batches and rows of other entries in place of these; the notes stay. */
const forge = async (log: Log): Promise<void> => {
  const isNote = (row: Row): boolean => String(row['sk']).startsWith('CHECKPOINT#')
  const forged = inMemoryAuditLog(0, 3)
  for (let number = 1; number <= entries; number += 1) forged.add(number)
  await sealLog(forged.deps)
  for (const row of log.rows().filter((one) => !isNote(one))) await log.erase(keyOf(row))
  for (const row of forged.rows().filter((one) => !isNote(one)))
    await log.write({ ...row, ...keyOf(row) })
}

describe('a week of walks', () => {
  let log: Log
  beforeEach(async () => {
    log = inMemoryAuditLog(0, 3)
    for (let number = 0; number < entries; number += 1) {
      log.add(number)
      if (number % 7 === 6) await sealLog(log.deps)
    }
    await sealLog(log.deps)
  })

  it('finds nothing in a log that nobody altered, and looks at all of it', async () => {
    expect(await weekOf(log)).toEqual([])
    const { leaves } = await walkLog(depsOf(log, new Date('2026-11-23T00:00:00Z')))
    expect(leaves).toBe(entries)
  })

  const alterations: Readonly<Record<string, readonly [(log: Log) => Promise<unknown>, string]>> = {
    'a copy under a child that was deleted': [
      (one) => one.erase(needed(copyOf(one))),
      'COPY_MISSING',
    ],
    'a copy that was changed': [
      (one) => {
        const row = needed(copyOf(one))
        return one.write({ ...row, entry: { ...Object(row['entry']), actor: 'another' } })
      },
      'COPY_CHANGED',
    ],
    'a first row that was deleted': [(one) => one.erase(needed(firstOf(one))), 'COPY_MISSING'],
    'an index field that was stripped': [
      (one) => {
        const { day: _day, ...rest } = needed(firstOf(one))
        return one.write(rest as KeyedRow)
      },
      'COPY_CHANGED',
    ],
    'a batch that was taken away': [(one) => one.erase(batchKey(3)), 'BATCH_DIFFERS'],
    'a note that was put over': [
      (one) => {
        const note = needed(one.rows().find((row) => row['sk'] === checkpointKey(entries).sk))
        return one.write({ ...note, note: 'x\n\n— y z\n' } as unknown as KeyedRow)
      },
      'NOTE_DIFFERS',
    ],
  }

  it.each(Object.entries(alterations))('finds %s', async (_what, [alter, finding]) => {
    await alter(log)
    expect(await hourOf(log)).toContain(finding)
  })

  it('finds rows that were never sealed, by the part of the table in which they stand', async () => {
    await log.write({ ...needed(firstOf(log)), pk: 'SUBJECT#somebody-else' })
    await log.write({ ...needed(firstOf(log)), pk: 'SUBJECT#somebody', leafIndex: -1 })
    expect(await hourOf(log)).toEqual([])
    expect(await weekOf(log)).toEqual(['ROW_NOT_IN_LOG', 'ROW_NOT_IN_LOG'])
  })

  const { pk, sk, entry } = anEntry(100)

  it('finds a row that cannot be sealed, each hour while it waits, and for good once somebody took it away', async () => {
    const row = { pk, sk, entry: { ...entry, at: 'never' } }
    await log.store.transact([put('auditEntries', row)])
    expect(await hourOf(log)).toEqual(['SET_ASIDE'])
    await sealLog(log.deps)
    expect(await hourOf(log)).toEqual(['SET_ASIDE'])
    await log.store.transact([remove('auditEntries', { pk, sk })])
    expect(await hourOf(log)).toEqual(['SET_ASIDE'])
    const [found] = (await walkLog(depsOf(log, new Date('2026-11-23T00:00:00Z')))).findings
    expect([found?.index, found?.place]).toEqual([entries, subjectOfAside(digestOfWaiting(row))])
  })

  it('finds nothing more once a release that can read it has sealed it as it waited, and is not hushed up by a row alone', async () => {
    const aside = { row: { pk, sk, entry }, why: 'UNREADABLE' } as const
    const say = sayAsideIn(
      { store: log.store, auditLog },
      { now: () => new Date('2026-11-24T00:10:00Z'), newId },
    )
    const readUnsealed = async () => ({ entries: await say([aside]), isAll: true })
    await sealLog({ ...log.deps, readUnsealed })
    expect(await hourOf(log)).toEqual(['SET_ASIDE'])
    const { standsUnder, indexFields } = placesOf(entry)
    const row = { pk: standsUnder[0] ?? '', sk, entry, leafIndex: 3, ...indexFields }
    await log.write(row)
    expect(await hourOf(log)).toEqual(['SET_ASIDE'])
    await log.erase(row)
    await log.store.transact([put('auditEntries', { pk, sk, entry })])
    await sealLog(log.deps)
    expect(await hourOf(log)).toEqual([])
  })

  it('is not misled by a head, batches and rows that were written anew together', async () => {
    await forge(log)
    expect(await hourOf(log)).toEqual(['ROOT_DIFFERS'])
  })

  it('rings where the newest checkpoint is not of the log’s key', async () => {
    const other = createInMemoryKeys()
    const deps = {
      ...depsOf(log, new Date()),
      open: openNoteOfAnyWith(other, [keyIds.log], log.held.origin),
    }
    expect((await walkLog(deps)).findings).toEqual([{ what: 'CHECKPOINT_NOT_SIGNED' }])
  })

  it('says that it is not whole where time ran out', async () => {
    const late = { ...depsOf(log, new Date()), isLate: () => true }
    expect(await walkLog(late)).toMatchObject({ isWhole: false })
  })
})
