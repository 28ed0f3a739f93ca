import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryObjects } from '../../../local/in-memory/objects.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { type AuditEntry, recorderFor } from '../../../shared/audit/audit-entry.ts'
import type { AuditFilter } from '../../../shared/audit/audit-filter.ts'
import { entryPosition } from '../../../shared/audit/entry-position.ts'
import { readSealedIn, readWaitingIn } from '../../../shared/aws/dynamodb/audit-entries.ts'
import { readNewestNoteIn } from '../../../shared/aws/dynamodb/audit-log.ts'
import { recordEntriesIn } from '../../../shared/aws/dynamodb/record-entries.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { sealLogDeps } from '../../../shared/aws/seal-log-deps.ts'
import { queryAudit } from '../../../shared/casework/query-audit.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'
import { auditor } from '../../builders/clients.ts'
import { aTrace, byOf } from '../../builders/ports.ts'
import { runs } from '../../builders/runs.ts'

const tables = {
  directory: 'directory',
  auditEntries: 'auditEntries',
  auditLog: 'auditLog',
} as const
/** Two and a half days before the moment at which the auditor asks. */
const begin = Date.UTC(2026, 10, 21)

const entryOf = (number: number, { minute, who }: { minute: number; who: number }): AuditEntry => {
  const at = new Date(begin + minute * 60_000)
  const random = new Uint8Array(16).fill((number * 91) % 256)
  new DataView(random.buffer).setUint32(11, number * 2654435761)
  const record = recorderFor(
    { actor: `actor-${who % 2}`, ...(who % 3 === 0 && { authority: westmarch }) },
    at,
    (now) => uuidV7(now, random),
  )
  const action = who % 5 === 0 ? 'ALERT_READ' : 'CHILD_READ'
  return record(action, [`child-${who % 4}`, `alert-${who % 7}`])[0]
}

/** A log in memory, of which so many of the waiting entries are sealed at a time. */
const logOf = async (entries: readonly AuditEntry[]) => {
  const store = createInMemoryStore(definitions)
  await recordEntriesIn(store, tables.auditEntries)(entries)
  const deps = sealLogDeps(
    { store, keys: createInMemoryKeys(), objects: createInMemoryObjects() },
    { ...tables, sealedLog: 'sealed-log', keyIds: [keyIds.log], origin: 'log' },
    { now: () => new Date(), newId, log: () => undefined },
  )
  const seal = async (count: number): Promise<void> => {
    const { entries: waiting } = await deps.readUnsealed()
    const reads = [waiting.slice(0, count)]
    await sealLog({
      ...deps,
      readUnsealed: async () => ({ entries: reads.shift() ?? [], isAll: false }),
    })
  }
  return { store, seal }
}
type Log = Awaited<ReturnType<typeof logOf>>

type Asked = AuditFilter & { readonly limit: number }

/** A page; between its two reads so many entries are sealed. */
const pageOf = (
  { store, seal }: Log,
  question: Asked,
  { cursor, meanwhile }: { readonly cursor: string | undefined; readonly meanwhile: number },
) =>
  queryAudit(
    { by: byOf(auditor), question, cursor },
    {
      ...aTrace().recording,
      keyedHash: async () => 'hashed',
      readWaiting: async (...asked) => {
        const page = await readWaitingIn(store, tables.auditEntries)(...asked)
        await seal(meanwhile)
        return page
      },
      readNewestNote: readNewestNoteIn(store, tables.auditLog),
      readSealed: readSealedIn(store, tables.auditLog),
      cursors: {
        seal: async (position) => JSON.stringify(position),
        open: async (text) => JSON.parse(text) as Record<string, unknown>,
      },
    },
  )

const fits = (entry: AuditEntry, { subject, ...filter }: AuditFilter): boolean =>
  Object.entries(filter).every(([name, value]) => entry[name as keyof AuditEntry] === value) &&
  (subject === undefined || entry.subjects.includes(subject))

const idsOf = (entries: readonly AuditEntry[]): readonly string[] =>
  entries.map(({ entryId }) => entryId)

/** All pages, each checked for its length; `sealed` says how many are sealed before each read. */
const allOf = async (
  log: Log,
  question: Asked,
  sealed: readonly number[],
): Promise<readonly AuditEntry[]> => {
  const found: AuditEntry[] = []
  let cursor: string | undefined
  let reads = 0
  const next = (): number => {
    reads += 1
    return sealed[reads % sealed.length] ?? 0
  }
  do {
    await log.seal(next())
    const result = await pageOf(log, question, { cursor, meanwhile: next() })
    if (result.kind !== 'found') throw new Error('nothing was asked too late')
    expect(result.items.length).toBeLessThanOrEqual(question.limit)
    found.push(...result.items)
    cursor = result.next
  } while (cursor !== undefined)
  return found
}

const filters = fc.record(
  {
    actor: fc.constantFrom('actor-0', 'actor-1'),
    subject: fc.constantFrom('child-1', 'alert-3'),
    authority: fc.constant(westmarch),
    action: fc.constantFrom('ALERT_READ', 'CHILD_READ'),
  },
  { requiredKeys: [] },
)

const cases = fc.record({
  some: fc.array(fc.record({ minute: fc.nat(3000), who: fc.nat(40) }), { maxLength: 60 }),
  filter: filters,
  limit: fc.integer({ min: 1, max: 20 }),
  sealed: fc.array(fc.nat(25), { minLength: 1, maxLength: 8 }),
})

describe('the trail', () => {
  it('comes whole, once and newest first, whatever is sealed before, within and between its pages', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ some, filter, limit, sealed }) => {
        const entries = some.map((one, number) => entryOf(number, one))
        const found = await allOf(await logOf(entries), { ...filter, limit }, sealed)
        const newestFirst = entries
          .filter((entry) => fits(entry, filter))
          .toSorted((one, other) => (entryPosition(one) < entryPosition(other) ? 1 : -1))
        expect(idsOf(found)).toEqual(idsOf(newestFirst))
      }),
      runs(150),
    )
  })

  it('leaves nothing out though more waits than one page reads', async () => {
    const entries = Array.from({ length: 2500 }, (_, number) =>
      entryOf(number, { minute: number, who: number }),
    )
    const found = await allOf(await logOf(entries), { subject: 'alert-3', limit: 100 }, [0])
    const expected = entries.filter(({ subjects }) => subjects.includes('alert-3'))
    expect(idsOf(found)).toEqual(idsOf(expected.toReversed()))
  })
})
