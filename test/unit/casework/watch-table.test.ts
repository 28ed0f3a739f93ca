import { describe, expect, it } from 'vitest'
import { createHandler } from '../../../functions/watch-tables/handler.ts'
import type { SealableEntry } from '../../../shared/audit/sealed-leaf.ts'
import { watchedChangeIn } from '../../../shared/aws/dynamodb/watched-change.ts'
import { type RowChange, watchTable } from '../../../shared/casework/watch-table.ts'
import { anEntry } from './in-memory-audit-log.ts'

const { entry } = anEntry(1)
const other = { ...entry, action: 'CHILD_READ' }

const nothingExpired = {
  readExpiries: () => Promise.resolve([]),
  readHolds: () => Promise.resolve([]),
  now: () => new Date('2026-11-24T00:00:00Z'),
}

const watching = async (
  change: Omit<RowChange, 'kind'> & { kind?: RowChange['kind'] },
  sealed?: SealableEntry,
) =>
  (
    await watchTable(
      { kind: 'OTHER', ...change },
      { readSealed: () => Promise.resolve(sealed), ...nothingExpired },
    )
  ).kind

describe('a change of the directory', () => {
  it.each([
    ['INSERT', 'known'],
    ['MODIFY', 'unknown'],
    ['REMOVE', 'unknown'],
  ] as const)('that is an %s is %s', async (event, kind) => {
    expect(await watching({ table: 'directory', event, before: {}, after: {} })).toBe(kind)
  })
})

describe('a change of the audit entries', () => {
  const table = 'auditEntries' as const

  it('is known where an entry is put, and not where one is put over it', async () => {
    expect(await watching({ table, event: 'INSERT', before: {}, after: { entry } })).toBe('known')
    const over = { table, event: 'MODIFY', before: { entry }, after: { entry: other } } as const
    expect(await watching(over, entry)).toBe('unknown')
  })

  it('is known where an entry goes that stands in the log as it was', async () => {
    const gone = { table, event: 'REMOVE', before: { entry }, after: {} } as const
    expect(await watching(gone, entry)).toBe('known')
    expect(await watching(gone, other)).toBe('unknown')
    expect(await watching(gone)).toBe('unknown')
  })

  it('is unknown where what went was no entry, or the stream does not tell it', async () => {
    for (const before of [{}, { entry: 'none' }, { entry: {} }])
      expect(await watching({ table, event: 'REMOVE', before, after: {} }, entry)).toBe('unknown')
  })
})

describe('a change of the audit log', () => {
  const table = 'auditLog' as const
  const before = { version: 7, size: 300 }
  const headTo = (after: object, kind: RowChange['kind'] = 'HEAD') =>
    watching({ table, kind, event: 'MODIFY', before, after })

  it('is known where its head grows by one version', async () => {
    expect(await headTo({ version: 8, size: 301 })).toBe('known')
  })

  it.each([
    ['stays as long', { version: 8, size: 300 }],
    ['shrinks', { version: 8, size: 299 }],
    ['stays of its version', { version: 7, size: 301 }],
    ['leaps', { version: 9, size: 301 }],
    ['goes back', { version: 6, size: 301 }],
    ['has no size', { version: 8 }],
    ['has a version that is a text', { version: '8', size: 301 }],
  ])('is unknown where its head %s', async (_, after) => {
    expect(await headTo(after)).toBe('unknown')
  })

  it.each(['SUBJECT', 'SEQ', 'CHECKPOINT', 'OTHER'] as const)(
    'is unknown where a %s changes, even as a head would',
    async (kind) => {
      expect(await headTo({ version: 8, size: 301 }, kind)).toBe('unknown')
    },
  )

  it('is known where something is put, and never where anything goes', async () => {
    expect(await watching({ table, event: 'INSERT', before: {}, after: {} })).toBe('known')
    for (const kind of ['SUBJECT', 'SEQ', 'CHECKPOINT', 'HEAD'] as const)
      expect(await watching({ table, kind, event: 'REMOVE', before, after: {} }, entry)).toBe(
        'unknown',
      )
  })
})

describe('the function', () => {
  const recordOf = (called: string, eventName: 'MODIFY' | 'REMOVE') => ({
    eventName,
    eventSourceARN: `arn:aws:dynamodb:eu-west-2:000000000000:table/${called}/stream/2026`,
    dynamodb: {
      Keys: { pk: { S: 'SUBJECT#Odo Quillfeather' }, sk: { S: 'x' } },
      OldImage: { reason: { S: 'Odo Quillfeather' } },
      SequenceNumber: '1',
    },
  })
  const running = async (called: string) => {
    const lines: unknown[] = []
    const handler = createHandler({
      changeIn: watchedChangeIn({ auditLog: 'the-log', directory: 'the-directory' }),
      readSealed: () => Promise.resolve(undefined),
      ...nothingExpired,
      log: (...line) => void lines.push(line),
    })
    return { result: await handler({ Records: [recordOf(called, 'REMOVE')] }), lines }
  }

  it('says of an unknown change which table, which kind of row and what happened, and nothing that the row holds', async () => {
    const { result, lines } = await running('the-log')
    expect(result).toEqual({ batchItemFailures: [] })
    expect(lines[0]).toEqual([
      'warn',
      'UNKNOWN_CHANGE',
      { table: 'auditLog', kind: 'SUBJECT', event: 'REMOVE' },
    ])
    expect(JSON.stringify(lines)).not.toContain('Quillfeather')
  })

  it('fails on a record of a table that it does not watch', async () => {
    const { result } = await running('another')
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] })
  })
})
