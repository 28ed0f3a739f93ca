import { describe, expect, it } from 'vitest'
import {
  nextRevision,
  put,
  putNew,
  putRevision,
  putVersion,
  remove,
  unmoved,
} from '../../shared/aws/dynamodb/actions.ts'
import { type Action, type Query, queryToEnd, type Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import { settingAside } from '../../shared/kernel/aside.ts'
import { withoutNumber } from '../fakes/without-number.ts'

type Place = { readonly store: Store; readonly tables: Readonly<Record<TableName, string>> }

const key = { pk: 'A', sk: 'B' }
const large = (kilobytes: number): string => 'x'.repeat(kilobytes * 1000)
const manyRows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ pk: 'P', sk: `R#${String(at).padStart(4, '0')}` }))

/** What every store does, whatever it keeps its rows in. `start` gives empty tables. */
export const storeContract = (name: string, start: () => Promise<Place>): void => {
  const aStore = async () => {
    const { store: numbered, tables } = await start()
    const store = withoutNumber(numbered)
    const write = async (actions: readonly Action[]): Promise<void> => {
      for (let at = 0; at < actions.length; at += 100)
        expect(await store.transact(actions.slice(at, at + 100))).toBe('committed')
    }
    return { store, numbered, tables, table: tables.casework, write }
  }
  type Started = Awaited<ReturnType<typeof aStore>>

  describe(`a row in ${name}`, () => {
    it('comes back as it was put, without what was undefined, at any depth', async () => {
      const { store, table, write } = await aStore()
      const row = {
        ...key,
        text: '',
        number: 1.5,
        no: false,
        none: null,
        list: [1, 'a', { b: 2 }],
        inner: { bytes: Uint8Array.from([0, 255]), deep: { x: '😀' } },
      }
      await write([
        put(table, { ...row, gone: undefined, inner: { ...row.inner, gone: undefined } }),
      ])
      expect(await store.get(table, key)).toEqual(row)
    })

    it('has a schema number, whether it was put or counted into being', async () => {
      const { store, numbered, table } = await aStore()
      await store.transact([put(table, key), { kind: 'update', table, key: { pk: 'A', sk: 'C' } }])
      await store.update(table, { key: { pk: 'A', sk: 'D' }, add: { count: 1 } })
      for (const sk of ['B', 'C', 'D'])
        expect(await numbered.get(table, { pk: 'A', sk })).toMatchObject({ schema: 1 })
    })

    it('keeps the number of a newer release, and what that added to it', async () => {
      const { store, numbered, table } = await aStore()
      const alert = { state: 'RAISED', chases: { count: 1 } }
      const later = { ...key, schema: 7, state: 'LATER', colour: 'red' }
      const stood = { ...later, alert: { ...alert, mood: 'calm', state: 'LATER' } }
      const code = { read: 'RAISED', stood: 'LATER', leftOut: [] }
      const read = settingAside(alert, {
        fields: { mood: 'calm' },
        codes: { state: code },
        row: { fields: { schema: 7, colour: 'red' }, codes: { state: code } },
      })
      await store.transact([put(table, { ...key, state: 'RAISED', alert: { ...read } })])
      expect(await numbered.get(table, key)).toEqual(stood)
      await store.update(table, { key, set: { alert: { ...read, state: 'DECIDED' } } })
      expect(await numbered.get(table, key)).toEqual({
        ...stood,
        alert: { ...stood.alert, state: 'DECIDED' },
      })
    })

    it('shares nothing with what was put or given out', async () => {
      const { store, table, write } = await aStore()
      const bytes = Uint8Array.from([1])
      const row = { ...key, inner: { list: [1] }, bytes }
      await write([put(table, row)])
      row.inner.list.push(2)
      bytes[0] = 9
      const given = (await store.get(table, key)) as unknown as typeof row
      // A copy, or something that nobody can change.
      if (!Object.isFrozen(given.inner.list)) given.inner.list.push(3)
      expect(await store.get(table, key)).toEqual({
        ...key,
        inner: { list: [1] },
        bytes: Uint8Array.from([1]),
      })
    })

    it('is undefined where there is none', async () => {
      const { store, table } = await aStore()
      expect(await store.get(table, key)).toBeUndefined()
    })

    it.each([
      ['pk', { pk: '', sk: 'B' }],
      ['sk', { pk: 'A', sk: '' }],
    ])('is refused with an empty %s', async (_, empty) => {
      const { store, table } = await aStore()
      await expect(store.transact([put(table, empty)])).rejects.toThrow()
      await expect(store.get(table, empty)).rejects.toThrow()
    })

    it('is refused above 400 kB, and taken just below', async () => {
      const { store, table, write } = await aStore()
      await write([put(table, { ...key, text: large(409) })])
      await expect(
        store.transact([put(table, { pk: 'A', sk: 'C', text: large(410) })]),
      ).rejects.toThrow()
      expect(await store.get(table, { pk: 'A', sk: 'C' })).toBeUndefined()
    })

    it('is in no table that is not there', async () => {
      const { store } = await aStore()
      await expect(store.get('no-such-table', key)).rejects.toThrow()
    })
  })

  describe(`rows by key in ${name}`, () => {
    it('come from several tables, more than a hundred of them, without those that are not there', async () => {
      const { store, tables, write } = await aStore()
      const rows = manyRows(130)
      await write(rows.map((row) => put(tables.casework, row)))
      await write([put(tables.register, key)])
      const found = await store.batch({
        [tables.casework]: [...rows, { pk: 'P', sk: 'absent' }],
        [tables.register]: [key, { pk: 'absent', sk: 'B' }],
      })
      expect(found.map(({ sk }) => sk).toSorted()).toEqual(
        [...rows.map(({ sk }) => sk), 'B'].toSorted(),
      )
    })

    it('are none when none are asked for', async () => {
      const { store, table } = await aStore()
      expect(await store.batch({ [table]: [] })).toEqual([])
    })

    it('are refused when one is asked for twice', async () => {
      const { store, table } = await aStore()
      await expect(store.batch({ [table]: [key, key] })).rejects.toThrow()
    })
  })

  describe(`a transaction in ${name}`, () => {
    const stood = { ...key, version: 3, said: 'before' }
    const refusals: readonly (readonly [string, (table: string) => Action, boolean])[] = [
      ['new that is there', (table) => putNew(table, key), true],
      [
        'the first version of what is there',
        (table) => putVersion(table, { ...key, version: 1 }),
        true,
      ],
      ['a version further on', (table) => putVersion(table, { ...key, version: 5 }), true],
      ['a version gone by', (table) => putVersion(table, { ...key, version: 3 }), true],
      ['a check of a version gone by', (table) => unmoved(table, key, 2), false],
      ['a check of nothing', (table) => unmoved(table, key, 0), false],
      ['a revision gone by', (table) => putRevision(table, { ...key, revision: 3 }), true],
      ['a count of a revision gone by', (table) => nextRevision(table, key, 2), false],
      [
        'a removal of a version gone by',
        (table) => ({
          kind: 'delete',
          table,
          key,
          condition: { kind: 'equals', field: 'version', value: 2 },
        }),
        false,
      ],
      [
        'an update of a field that is not there',
        (table) => ({
          kind: 'update',
          table,
          key,
          set: { said: 'after' },
          condition: { kind: 'has', field: 'told' },
        }),
        false,
      ],
      [
        'an update of another value',
        (table) => ({
          kind: 'update',
          table,
          key,
          set: { said: 'after' },
          condition: { kind: 'equals', field: 'said', value: 'else' },
        }),
        false,
      ],
    ]

    it.each(refusals)(
      'is refused for %s, by its place, and nothing of it is kept',
      async (...[, refused, tells]) => {
        const { store, table, write } = await aStore()
        await write([put(table, stood)])
        const other = { pk: 'other', sk: 'B' }
        const last = { pk: 'last', sk: 'B' }
        const result = await store.transact([put(table, other), refused(table), put(table, last)])
        expect(result).toEqual({ index: 1, old: tells ? stood : undefined })
        expect(await store.get(table, other)).toBeUndefined()
        expect(await store.get(table, last)).toBeUndefined()
        expect(await store.get(table, key)).toEqual(stood)
      },
    )

    it('names the first of two that are refused', async () => {
      const { store, tables, write } = await aStore()
      await write([put(tables.casework, stood), put(tables.auditEntries, stood)])
      expect(
        await store.transact([putNew(tables.auditEntries, key), putNew(tables.casework, key)]),
      ).toEqual({ index: 0, old: stood })
    })

    it('moves a row from version to version', async () => {
      const { store, table, write } = await aStore()
      for (const version of [1, 2, 3]) await write([putVersion(table, { ...key, version })])
      await write([unmoved(table, key, 3), unmoved(table, { pk: 'absent', sk: 'B' }, 0)])
      await write([remove(table, key)])
      expect(await store.get(table, key)).toBeUndefined()
    })

    it('counts a row’s writes, and makes a row of nothing else where there is none', async () => {
      const { store, table, write } = await aStore()
      await write([nextRevision(table, key, 0)])
      expect(await store.get(table, key)).toEqual({ ...key, version: 0, revision: 1 })
      await write([putRevision(table, { ...key, version: 1, revision: 2, said: 'this' })])
      await write([nextRevision(table, key, 2)])
      expect(await store.get(table, key)).toEqual({ ...key, version: 1, revision: 3, said: 'this' })
    })

    it('removes what is there, and what is not', async () => {
      const { store, table, write } = await aStore()
      await write([put(table, key)])
      await write([remove(table, key), remove(table, { pk: 'absent', sk: 'B' })])
      expect(await store.get(table, key)).toBeUndefined()
    })

    it('sets, takes away and counts fields of a row, and leaves the others', async () => {
      const { store, table, write } = await aStore()
      await write([put(table, { ...key, kept: 1, status: 'PENDING', waits: 'x', count: 2 })])
      const update = {
        kind: 'update',
        table,
        key,
        set: { status: 'SENT', message: { a: [1] } },
        remove: ['waits'],
        add: { count: 1, fresh: 1 },
        condition: { kind: 'equals', field: 'status', value: 'PENDING' },
      } as const
      await write([update])
      const after = { ...key, kept: 1, status: 'SENT', message: { a: [1] }, count: 3, fresh: 1 }
      expect(await store.get(table, key)).toEqual(after)
      expect(await store.transact([update])).toEqual({ index: 0, old: undefined })
    })

    it('counts from nothing where there is no row', async () => {
      const { store, table, write } = await aStore()
      await write([{ kind: 'update', table, key, set: { inRow: 0 }, add: { refuted: 1 } }])
      expect(await store.get(table, key)).toEqual({ ...key, inRow: 0, refuted: 1 })
    })

    it.each([
      ['no action', 0, false],
      ['a hundred', 100, true],
      ['a hundred and one', 101, false],
    ])('of %s is taken or not', async (_, count, isTaken) => {
      const { store, table } = await aStore()
      const result = store
        .transact(manyRows(count).map((row) => put(table, row)))
        .catch((error: unknown) => error)
      expect(await result).toEqual(isTaken ? 'committed' : expect.any(Error))
    })

    it('is refused when it holds one row twice', async () => {
      const { store, table } = await aStore()
      await expect(store.transact([put(table, key), unmoved(table, key, 0)])).rejects.toThrow()
      expect(await store.get(table, key)).toBeUndefined()
    })

    it('is won by one of many at once', async () => {
      const { store, table } = await aStore()
      const racing = Array.from({ length: 5 }, (_, writer) =>
        store.transact([putNew(table, { ...key, writer })]),
      )
      const results = await Promise.all(racing)
      expect(results.filter((result) => result === 'committed')).toHaveLength(1)
    })
  })

  describe(`a row that many change at once in ${name}`, () => {
    it('is given as it then stands, from nothing on, and keeps what is left alone', async () => {
      const { store, table } = await aStore()
      const first = await store.update(table, { key, set: { name: 'a' }, add: { count: 2 } })
      expect(first).toEqual({ ...key, name: 'a', count: 2 })
      const second = await store.update(table, { key, add: { count: 1 }, remove: ['name'] })
      expect(second).toEqual({ ...key, count: 3 })
      expect(await store.get(table, key)).toEqual(second)
    })

    it('counts every one of them, and refuses none', async () => {
      const { store, table } = await aStore()
      const counts = await Promise.all(
        Array.from({ length: 20 }, () => store.update(table, { key, add: { count: 1 } })),
      )
      expect(counts.map(({ count }) => Number(count)).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, at) => at + 1),
      )
    })
  })

  describe(`a query in ${name}`, () => {
    const partition = { field: 'pk', value: 'P' }
    const withRows = async (): Promise<Started> => {
      const started = await aStore()
      const { table, write } = started
      const sorts = ['A#1', 'R#1', 'R#2', 'R#3', 'R#4', 'S']
      await write(sorts.map((sk) => put(table, { pk: 'P', sk })))
      await write([put(table, { pk: 'Q', sk: 'R#1' })])
      return started
    }
    const ranges: readonly (readonly [string, Omit<Query, 'table' | 'partition'>, string[]])[] = [
      ['all', {}, ['A#1', 'R#1', 'R#2', 'R#3', 'R#4', 'S']],
      ['the other way round', { descending: true }, ['S', 'R#4', 'R#3', 'R#2', 'R#1', 'A#1']],
      [
        'that begin alike',
        { range: { kind: 'begins', field: 'sk', with: 'R#' } },
        ['R#1', 'R#2', 'R#3', 'R#4'],
      ],
      [
        'between two, both among them',
        { range: { kind: 'between', field: 'sk', from: 'R#2', to: 'R#4' } },
        ['R#2', 'R#3', 'R#4'],
      ],
      [
        'before one, without it',
        { range: { kind: 'before', field: 'sk', end: 'R#2' } },
        ['A#1', 'R#1'],
      ],
      [
        'the newest',
        { range: { kind: 'begins', field: 'sk', with: 'R#' }, descending: true, limit: 1 },
        ['R#4'],
      ],
    ]

    it.each(ranges)('gives rows of a partition in order: %s', async (...[, asked, sorts]) => {
      const { store, table } = await withRows()
      const { rows } = await store.query({ table, partition, consistent: true, ...asked })
      expect(rows.map(({ sk }) => sk)).toEqual(sorts)
    })

    it.each([false, true])('goes on where a page ended (descending: %s)', async (descending) => {
      const { store, table } = await withRows()
      const query = { table, partition, descending, consistent: true, limit: 4 }
      const first = await store.query(query)
      expect(first.rows).toHaveLength(4)
      expect(first.next).toEqual({ pk: 'P', sk: first.rows.at(-1)?.['sk'] })
      const second = await store.query({ ...query, after: first.next })
      expect(second.rows).toHaveLength(2)
      expect(second.next).toBeUndefined()
      const sorts = [...first.rows, ...second.rows].map(({ sk }) => sk)
      const inOrder = ['A#1', 'R#1', 'R#2', 'R#3', 'R#4', 'S']
      expect(sorts).toEqual(descending ? inOrder.toReversed() : inOrder)
    })

    it('goes on after a row that is no longer there', async () => {
      const { store, table, write } = await withRows()
      await write([remove(table, { pk: 'P', sk: 'R#2' })])
      const { rows } = await store.query({
        table,
        partition,
        consistent: true,
        after: { pk: 'P', sk: 'R#2' },
      })
      expect(rows.map(({ sk }) => sk)).toEqual(['R#3', 'R#4', 'S'])
    })

    it('ends a page at its limit without looking whether there is more', async () => {
      const { store, table } = await withRows()
      const page = await store.query({ table, partition, consistent: true, limit: 6 })
      expect(page.next).toEqual({ pk: 'P', sk: 'S' })
      expect(
        (await store.query({ table, partition, consistent: true, limit: 7 })).next,
      ).toBeUndefined()
    })

    it('ends a page at a megabyte, and is read to its end page by page', async () => {
      const { store, table, write } = await aStore()
      const rows = manyRows(12).map((row) => ({ ...row, text: large(200) }))
      for (const row of rows) await write([put(table, row)])
      const page = await store.query({ table, partition, consistent: true })
      expect(page.rows.length).toBeLessThan(rows.length)
      expect(page.next).toBeDefined()
      const all = await queryToEnd(store, { table, partition, consistent: true })
      expect(all.map(({ sk }) => sk)).toEqual(rows.map(({ sk }) => sk))
    })

    it('counts what its filter drops to its limit', async () => {
      const { store, table, write } = await aStore()
      const entries = ['READ', 'SENT', 'READ', 'SENT'].map((action, at) =>
        put(table, { pk: 'P', sk: String(at), entry: { action, actor: 'a' } }),
      )
      await write([...entries, put(table, { pk: 'P', sk: '4' })])
      const filter = { within: 'entry', equals: { action: 'SENT', actor: 'a' } }
      const query = { table, partition, filter, consistent: true }
      const page = await store.query({ ...query, limit: 3 })
      expect(page.rows.map(({ sk }) => sk)).toEqual(['1'])
      expect(page.next).toEqual({ pk: 'P', sk: '2' })
      expect((await queryToEnd(store, query)).map(({ sk }) => sk)).toEqual(['1', '3'])
    })

    it('of an empty partition gives nothing', async () => {
      const { store, table } = await aStore()
      expect(await store.query({ table, partition })).toEqual({ rows: [], next: undefined })
    })
  })

  describe(`an index in ${name}`, () => {
    const waiting = (id: string, waitingUntil: string, waitingFor = 'RELAY') => ({
      pk: `OUTBOX#${id}`,
      sk: 'OUTBOX',
      waitingFor,
      waitingUntil,
      message: 'not in the index',
    })
    const list = ({ store, table }: Started) =>
      queryToEnd(store, {
        table,
        index: 'waiting',
        partition: { field: 'waitingFor', value: 'RELAY' },
        range: { kind: 'before', field: 'waitingUntil', end: '2026' },
      })

    it('holds the keys of the rows that have its own, in the order of its sort key', async () => {
      const started = await aStore()
      const { table, write } = started
      await write([
        put(table, waiting('late', '2025')),
        put(table, waiting('early', '2024')),
        put(table, waiting('not yet', '2027')),
        put(table, waiting('other', '2024', 'DIGEST')),
        put(table, key),
      ])
      expect(await list(started)).toEqual([
        { pk: 'OUTBOX#early', sk: 'OUTBOX', waitingFor: 'RELAY', waitingUntil: '2024' },
        { pk: 'OUTBOX#late', sk: 'OUTBOX', waitingFor: 'RELAY', waitingUntil: '2025' },
      ])
    })

    it('lets go of a row that lost its key, moved or is gone', async () => {
      const started = await aStore()
      const { table, write } = started
      const rows = ['a', 'b', 'c', 'd'].map((id) => waiting(id, '2024'))
      await write(rows.map((row) => put(table, row)))
      const keyOf = (id: string) => ({ pk: `OUTBOX#${id}`, sk: 'OUTBOX' })
      await write([
        { kind: 'update', table, key: keyOf('a'), remove: ['waitingFor', 'waitingUntil'] },
        remove(table, keyOf('b')),
        put(table, waiting('c', '2030')),
      ])
      expect((await list(started)).map(({ pk }) => pk)).toEqual(['OUTBOX#d'])
    })

    it('gives a page and goes on after it, past rows of equal sort keys', async () => {
      const { store, table, write } = await aStore()
      await write(['a', 'b', 'c', 'd', 'e'].map((id) => put(table, waiting(id, '2024'))))
      const query = {
        table,
        index: 'waiting',
        partition: { field: 'waitingFor', value: 'RELAY' },
        limit: 2,
      }
      const page = await store.query(query)
      expect(page.next).toMatchObject({ waitingFor: 'RELAY', waitingUntil: '2024', sk: 'OUTBOX' })
      const all = await queryToEnd(store, query)
      expect(all.map(({ pk }) => String(pk)).toSorted()).toEqual(
        ['a', 'b', 'c', 'd', 'e'].map((id) => `OUTBOX#${id}`),
      )
    })

    it('holds what its projection names, and no more', async () => {
      const { store, table, write } = await aStore()
      const row = {
        ...key,
        measured: 'V',
        raisedAt: '2026',
        counted: { notices: 0 },
        alert: { a: 1 },
      }
      await write([put(table, row)])
      const partition = { field: 'measured', value: 'V' }
      expect((await store.query({ table, index: 'measured', partition })).rows).toEqual([
        { ...key, measured: 'V', raisedAt: '2026', counted: { notices: 0 } },
      ])
    })

    it('holds whole rows where it says so', async () => {
      const { store, tables, write } = await aStore()
      const row = { ...key, day: '2026-11-23', entry: { action: 'READ' } }
      await write([put(tables.auditLog, row)])
      const partition = { field: 'day', value: '2026-11-23' }
      const { rows } = await store.query({ table: tables.auditLog, index: 'day', partition })
      expect(rows).toEqual([row])
    })

    it('cannot be read consistently', async () => {
      const { store, table } = await aStore()
      const partition = { field: 'measured', value: 'V' }
      await expect(
        store.query({ table, index: 'measured', partition, consistent: true }),
      ).rejects.toThrow()
    })

    it('takes no empty text for a key', async () => {
      const { store, table } = await aStore()
      await expect(store.transact([put(table, waiting('a', ''))])).rejects.toThrow()
    })
  })
}
