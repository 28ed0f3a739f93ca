import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Item } from '../../../../cli/recovery/item-digest.ts'
import { keyIds } from '../../../../local/in-memory/keys.ts'
import type { TableName } from '../../../../shared/aws/dynamodb/tables.ts'
import { tables as definitions } from '../../../../shared/aws/dynamodb/tables.ts'
import { keysOf } from '../../../../shared/kernel/keys-of.ts'
import { anId } from '../../../builders/a-stored-concern.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import { newFolder } from '../../../builders/new-folder.ts'
import { writeExport } from '../../../builders/write-export.ts'

const anItem = (pk: string, sk: string, more: Record<string, AttributeValue> = {}): Item => ({
  pk: { S: pk },
  sk: { S: sk },
  schema: { N: '1' },
  ...more,
})

const alerts = (count: number): Item[] =>
  Array.from({ length: count }, (_, at) => anItem(`ALERT#${at}`, 'ALERT', { at: { N: `${at}` } }))

const aHead = (size: number): Item =>
  anItem('LOG#main', 'HEAD', { size: { N: `${size}` }, origin: { S: 'hub.example/audit/other' } })

const entryIdOf = (at: number): string => anId(at)
const anEntry = (at: number): Record<string, AttributeValue> => ({
  entryId: { S: entryIdOf(at) },
  at: { S: '2026-11-26T01:00:00.000Z' },
  action: { S: 'CHILD_READ' },
  subjects: { L: [{ S: 's-1' }, { S: 's-2' }] },
})

const exportTime = new Date('2026-11-26T02:00:00.000Z')

describe('hub restore', () => {
  let folder: string
  let command: Awaited<ReturnType<typeof hubCommand>>

  const give = (table: TableName, items: readonly Item[], time = exportTime) =>
    writeExport(folder, { table, items }, { exportTime: time, rowsInFile: 10 })
  const restore = (...more: readonly string[]) =>
    command.run(
      `restore --state ${join(folder, 'state.json')} --by OPS-1 --index-key ${keyIds.index} --json`,
      '--from',
      folder,
      ...more,
    )
  const rows = (table: TableName) => command.recovery.target.rows(command.hub.tables[table])

  beforeEach(async () => {
    folder = await newFolder()
    command = await hubCommand()
  })

  it('puts every row back as it was exported, bytes, numbers and sets included', async () => {
    const exact = anItem('ALERT#1', 'ALERT', {
      bytes: { B: Buffer.from([0, 255, 7]) },
      number: { N: '12345678901234567890.123456789' },
      set: { SS: ['b', 'a'] },
      inside: { M: { B: { B: Buffer.from([1]) }, list: { L: [{ BOOL: true }, { NULL: true }] } } },
    })
    await give('casework', [exact])
    expect(JSON.parse((await restore()).out)).toMatchObject({ put: 1, newer: 0, unknown: {} })
    expect([...rows('casework').values()]).toEqual([exact])
  })

  it('says in the hub who restored what', async () => {
    await give('casework', alerts(25))
    await restore()
    const [entry] = (await command.entries()).filter(({ action }) => action === 'HUB_RESTORED')
    expect(entry).toMatchObject({
      actor: 'operator',
      practitioner: 'ops-1',
      codes: { casework: '2026-11-26T02:00:00.000Z 25', put: '25' },
    })
  })

  it('puts back rows of kinds that it does not know, and counts them by what their keys begin with', async () => {
    await give('casework', [anItem('DREAM#1', 'DREAM#a'), anItem('DREAM#2', 'DREAM#b')])
    expect(JSON.parse((await restore()).out)).toMatchObject({
      put: 2,
      unknown: { 'casework DREAM DREAM': 2 },
    })
    expect(rows('casework').size).toBe(2)
  })

  it('leaves a row that somebody has written since, and counts it', async () => {
    await give('casework', alerts(3))
    const newer = anItem('ALERT#1', 'ALERT', { at: { N: '99' } })
    await command.recovery.target.put(command.hub.tables.casework, newer)
    expect((await restore()).said).toContain('casework is not empty')
    expect(JSON.parse((await restore('--onto-rows')).out)).toMatchObject({ put: 2, newer: 1 })
    expect(rows('casework').get('ALERT#1 ALERT')).toEqual(newer)
  })

  it('leaves out what the table would delete', async () => {
    const over = anItem('LK#1', 'CONCERN#1', { expiresAt: { N: '1' } })
    await give('casework', [over, ...alerts(1)])
    expect(JSON.parse((await restore()).out)).toMatchObject({ put: 1, expired: 1 })
  })

  it('goes on with the file that was not done', async () => {
    await give('casework', alerts(30))
    const { target } = command.recovery
    const put = target.put
    let count = 0
    target.put = async (...row) => {
      count += 1
      if (count === 15) throw new Error('killed')
      return put(...row)
    }
    await expect(restore()).rejects.toThrow('killed')
    target.put = put
    expect(JSON.parse((await restore()).out)).toMatchObject({ put: 30, newer: 0 })
    expect(rows('casework').size).toBe(30)
    expect(command.recovery.said.join('')).not.toContain('file 1 of 3, 0 rows put')
  })

  it.each([
    ['a file that was changed', (data: string) => writeFile(data, 'not what was exported')],
    ['a file that is cut short', async (data: string) => writeFile(data, '')],
  ])('refuses %s before anything of it is put', async (_what, spoil) => {
    const { files } = await give('casework', alerts(5))
    await spoil(files[0] ?? '')
    const { code, said } = await restore()
    expect(code).toBe(2)
    expect(said).toContain('is not the file whose checksum the manifest has')
    expect(rows('casework').size).toBe(0)
  })

  it.each([
    ['intake', 'casework'],
    ['auditLog', 'auditEntries'],
  ] as const)('refuses %s exported before %s, unless it is told', async (one, other) => {
    await give(one, [])
    await give(other, [], new Date(exportTime.getTime() + 1000))
    expect((await restore()).said).toContain(`${one} was exported before ${other}`)
    expect((await restore('--out-of-order')).code).toBe(0)
  })

  it('says when a table holds something else than was restored', async () => {
    await give('casework', alerts(5))
    const { target } = command.recovery
    const put = target.put
    target.put = async (table, item) => {
      await put(table, { ...item, altered: { BOOL: true } })
      return undefined
    }
    expect((await restore()).said).toContain('casework does not hold what was restored')
  })

  it('refuses the key of an index that nobody can unwrap here, before anything is put', async () => {
    const keys = { M: { v1: { B: Buffer.from('wrapped by another account') } } }
    const ring = { version: { N: '1' }, keys, reads: { S: 'v1' }, writes: { L: [{ S: 'v1' }] } }
    await give('register', [anItem('INDEXKEY', 'INDEXKEY', ring)])
    await give('auditLog', [aHead(1)])
    expect((await restore()).said).toContain('the key of the match index cannot be unwrapped')
    expect(rows('auditLog').size).toBe(0)
  })

  /** The row of the index's keys, with one, wrapped by this key. */
  const aRing = async (by: string = keyIds.index): Promise<Item> => {
    const context = { purpose: 'match-index', version: 'v1' }
    const wrapped = await command.recovery.keys.makeSecret(by, context)
    return anItem('INDEXKEY', 'INDEXKEY', {
      version: { N: '1' },
      keys: { M: { v1: { B: Buffer.from(wrapped) } } },
      reads: { S: 'v1' },
      writes: { L: [{ S: 'v1' }] },
    })
  }
  const former = 'arn:aws:kms:eu-west-2:111111111111:key/former'
  const secretIn = async (ring: Item | undefined, by: string): Promise<string> => {
    const wrapped = ring?.['keys']?.M?.['v1']?.B ?? Buffer.from('')
    const context = { purpose: 'match-index', version: 'v1' }
    return Buffer.from(await command.recovery.keys.unwrap(by, wrapped, context)).toString('hex')
  }

  it('takes the key of an index that can be unwrapped', async () => {
    const ring = await aRing()
    await give('register', [ring])
    expect((await restore()).code).toBe(0)
    expect(rows('register').get('INDEXKEY INDEXKEY')).toEqual(ring)
  })

  it('wraps the key of an index anew that another account wrapped, when it is told by which', async () => {
    const ring = await aRing(former)
    await give('register', [anItem('CHILD#1', 'CHILD'), ring])
    expect((await restore()).said).toContain('--former-index-key')
    expect(rows('register').size).toBe(0)
    const moved: unknown = JSON.parse((await restore('--former-index-key', former)).out)
    expect(moved).toMatchObject({ put: 2, newer: 0 })
    const here = rows('register').get('INDEXKEY INDEXKEY')
    expect(await secretIn(here, keyIds.index)).toBe(await secretIn(ring, former))
  })

  it('goes on with the key that it has wrapped anew, and does so once', async () => {
    await give('register', [await aRing(former), anItem('CHILD#1', 'CHILD')])
    const { target } = command.recovery
    const put = target.put
    target.put = async (table, item) => {
      if (item['pk']?.S === 'CHILD#1') throw new Error('killed')
      return put(table, item)
    }
    await expect(restore('--former-index-key', former)).rejects.toThrow('killed')
    target.put = put
    const first = rows('register').get('INDEXKEY INDEXKEY')
    const again: unknown = JSON.parse((await restore('--former-index-key', former)).out)
    expect(again).toMatchObject({ put: 2, newer: 0 })
    expect(rows('register').get('INDEXKEY INDEXKEY')).toEqual(first)
  })

  it('refuses a former key that did not wrap it', async () => {
    await give('register', [await aRing()])
    const { said } = await restore('--former-index-key', former)
    expect(said).toContain('cannot be unwrapped in this account')
    expect(rows('register').size).toBe(0)
  })

  const stand = (table: TableName, item: Item) =>
    command.recovery.target.put(command.hub.tables[table], item)

  it.each([
    ['an index key of its own', async () => stand('register', await aRing())],
    [
      'a rotation of its own, and no key',
      () => stand('register', anItem('INDEXROTATION', 'INDEXROTATION')),
    ],
  ])('puts no register onto rows that have %s', async (_what, standing) => {
    await standing()
    await give('register', [await aRing(), anItem('CHILD#1', 'CHILD')])
    const { code, said } = await restore('--onto-rows')
    expect(code).toBe(2)
    expect(said).toContain('the tables anew')
    expect(rows('register').has('CHILD#1 CHILD')).toBe(false)
  })

  it('puts no register without a key onto one that has a key', async () => {
    await stand('register', await aRing())
    await give('register', [anItem('CHILD#1', 'CHILD')])
    expect((await restore('--onto-rows')).said).toContain('a key of its own')
  })

  it('puts rows back onto the register that they were exported from', async () => {
    const ring = await aRing()
    await stand('register', ring)
    await give('register', [ring, anItem('CHILD#1', 'CHILD')])
    expect(JSON.parse((await restore('--onto-rows')).out)).toMatchObject({ put: 2, newer: 0 })
  })

  it('puts no log onto one that has a head', async () => {
    await stand('auditLog', aHead(7))
    await give('auditLog', [aHead(5)])
    expect((await restore('--onto-rows')).said).toContain('a log of its own stands in auditLog')
  })

  it('leaves out of a log what was torn off beyond its head, and lets its entries wait again', async () => {
    const sealed = (at: number): Item => ({
      ...anItem('SUBJECT#s-1', `2026-11-26#${at}`),
      leafIndex: { N: `${at}` },
      salt: { S: 'salt' },
      entry: { M: anEntry(at) },
    })
    const { salt: _, ...copy } = sealed(2)
    await give('auditLog', [
      sealed(1),
      ...[sealed(2), { ...copy, pk: { S: 'SUBJECT#s-2' } }],
      aHead(2),
      ...[anItem('LOG#main', 'SEQ#000000000000', { first: { N: '0' } })],
      ...[anItem('LOG#main', 'SEQ#000000000002', { first: { N: '2' } })],
      ...[anItem('LOG#main', 'CHECKPOINT#000000000002', { size: { N: '2' } })],
      ...[anItem('LOG#main', 'CHECKPOINT#000000000003', { size: { N: '3' } })],
    ])
    expect(JSON.parse((await restore()).out)).toMatchObject({ put: 4, beyond: 4, toSeal: 1 })
    expect([...rows('auditLog').keys()].toSorted()).toEqual([
      'LOG#main CHECKPOINT#000000000002',
      'LOG#main HEAD',
      'LOG#main SEQ#000000000000',
      'SUBJECT#s-1 2026-11-26#1',
    ])
    const waiting = (await command.hub.rows('auditEntries')).map(({ entry }) => entry)
    expect(waiting).toContainEqual(expect.objectContaining({ entryId: entryIdOf(2) }))
    expect(waiting).not.toContainEqual(expect.objectContaining({ entryId: entryIdOf(1) }))
  })

  it('refuses a log without a head', async () => {
    await give('auditLog', [anItem('LOG#main', 'SEQ#000000000000', { first: { N: '0' } })])
    expect((await restore()).said).toContain('without its head')
  })

  it('says no more of a concern that it stands in all places where it is found', async () => {
    const list = anItem('CONCERN#1', 'LOOKUPS', { expiresAt: { N: '9999999999' } })
    await give('casework', [{ ...list, keyed: { S: 'v1' } }])
    expect((await restore()).code).toBe(0)
    expect(rows('casework').get('CONCERN#1 LOOKUPS')).toEqual(list)
  })

  it('refuses the log of the very table that has signed since', async () => {
    command.recovery.target.streamLabel = async () => '2026-11-01T00:00:00.000'
    const origin = { S: 'hub.example/audit/2026-11-01T00:00:00.000' }
    await give('auditLog', [{ ...aHead(1), origin }])
    expect((await restore()).said).toContain('restore it into a new table')
  })

  it('refuses a state that is of another restore', async () => {
    await give('casework', alerts(1))
    await restore()
    folder = await newFolder()
    await give('casework', alerts(2))
    const other = join(folder, 'state.json')
    await writeFile(other, JSON.stringify({ exports: {}, tables: {}, files: {}, verified: [] }))
    expect((await restore()).said).toContain('is of another restore')
  })

  it('refuses a place where no export stands', async () => {
    expect((await restore()).said).toContain('no export stands there')
  })

  it('takes an export of every table', async () => {
    for (const table of keysOf(definitions)) await give(table, [])
    expect((await restore()).code).toBe(0)
  })
})
