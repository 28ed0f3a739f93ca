import { describe, expect, it } from 'vitest'
import { westmarch as westmarchCode } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import type { Row } from '../../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../../shared/aws/dynamodb/tables.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { partnershipLead, westmarch } from '../../builders/clients.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

type Change = (row: Row) => Row

/** A hub with an alert, in which rows can be made what a newer release would have written. */
const aHub = async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1')
  const rowsOf = async (table: TableName, sk: string) =>
    (await hub.rows(table)).filter((row) => row['sk'] === sk)
  const rewrite = async (table: TableName, sk: string, change: Change): Promise<void> => {
    for (const row of await rowsOf(table, sk))
      await hub.store.transact([
        put(hub.tables[table], { ...change(row), pk: String(row['pk']), sk }),
      ])
  }
  return { hub, calls, rowsOf, rewrite }
}

const inside = (row: Row, name: string): Row => Object.assign({}, row[name])
const failuresIn = (logged: readonly unknown[]) =>
  logged.filter((line) => JSON.stringify(line).includes('FAILED'))

describe('an alert that a newer release has written', () => {
  const alerted = async () => {
    const made = await aHub()
    const concernId = concernIdIn(await made.calls.submit('a-key-for-the-concern'))
    await made.hub.settle()
    await made.rewrite('casework', 'ALERT', (row) => {
      const alert = inside(row, 'alert')
      const factors = [...(alert['factors'] as string[]), '99Z']
      const changed = { ...alert, factors, harm: 'H5', priority: 'violet', mood: { of: 'calm' } }
      return { ...row, schema: 4, harm: 'H5', sortedBy: 'mood', alert: changed }
    })
    return { ...made, concernId }
  }

  it('is listed and read as what protects most, and nothing is told of what is not known', async () => {
    const { hub, calls } = await alerted()
    const [listed] = await calls.listAlerts()
    expect(listed).toMatchObject({ harm: 'H4', state: 'RAISED' })
    const read = await calls.readAlert(listed?.alertId ?? '')
    expect(read).toMatchObject({ status: 200, body: { harm: 'H4', priority: 'red' } })
    expect(JSON.stringify(read.body)).not.toMatch(/mood|H5|violet/)
    expect(failuresIn(hub.logged)).toEqual([])
  })

  it('is answered, and holds afterwards all that the newer release wrote', async () => {
    const { calls, rowsOf } = await alerted()
    const [listed] = await calls.listAlerts()
    const id = listed?.alertId ?? ''
    expect((await calls.answer('acknowledgeAlert', { id, version: 1 })).status).toBe(200)
    const [row] = await rowsOf('casework', 'ALERT')
    expect(row).toMatchObject({ schema: 4, state: 'ACKNOWLEDGED', harm: 'H5', sortedBy: 'mood' })
    expect(row?.['alert']).toMatchObject({
      state: 'ACKNOWLEDGED',
      harm: 'H5',
      priority: 'violet',
      factors: ['2B', '99Z'],
      mood: { of: 'calm' },
    })
  })

  it('is chased like any other', async () => {
    const { hub } = await alerted()
    const before = hub.published.length
    hub.advance(48 * 60 * 60 * 1000)
    await hub.settle()
    expect(hub.published.length).toBeGreaterThan(before)
    expect(failuresIn(hub.logged)).toEqual([])
  })
})

describe('a concern that a newer release has received', () => {
  it('is assessed with what is known of it, and stays as it was received', async () => {
    const { hub, calls, rowsOf, rewrite } = await aHub()
    await calls.submit(
      'a-key-for-the-concern',
      aConcern({ harm: 'H3', phoneCallMade: { made: true } }),
    )
    await rewrite('intake', 'CONCERN', (row) => {
      const received = inside(row, 'received')
      const concern = inside(received, 'concern')
      return { ...row, received: { ...received, concern: { ...concern, flags: ['NEW'], mood: 1 } } }
    })
    await hub.settle()
    expect(await calls.listAlerts()).toHaveLength(1)
    expect(failuresIn(hub.logged)).toEqual([])
    const [row] = await rowsOf('intake', 'CONCERN')
    expect(row?.['received']).toMatchObject({ concern: { flags: ['NEW'], mood: 1 } })
  })
})

describe('a child that a newer release has recorded', () => {
  it('is recorded again by this one without losing what it does not know', async () => {
    const { calls, rowsOf, rewrite } = await aHub()
    await rewrite('register', 'CHILD', (row) => {
      const stored = inside(row, 'child')
      const child = { ...inside(stored, 'child'), keyWorker: 'SW-9' }
      return { ...row, child: { ...stored, child, mood: 'calm' } }
    })
    expect((await calls.putChild('C1', aChild({ gp: 'Dr Ode' }))).status).toBe(200)
    const [row] = await rowsOf('register', 'CHILD')
    expect(row?.['child']).toMatchObject({
      mood: 'calm',
      child: { keyWorker: 'SW-9', gp: 'Dr Ode' },
    })
  })
})

describe('what is deleted because its time is over', () => {
  it('goes with all that a newer release added to it', async () => {
    const { hub, calls, rewrite } = await aHub()
    await calls.submit('a-key-for-the-concern', aConcern({ harm: 'H0', factors: ['21'] }))
    await hub.settle()
    await rewrite('intake', 'CONCERN', (row) => {
      const received = inside(row, 'received')
      return { ...row, received: { ...received, words: 'Secret.' } }
    })
    await rewrite('casework', 'CONCERN', (row) => ({
      ...row,
      standing: { ...inside(row, 'standing'), words: 'Secret.' },
    }))
    hub.advance(100 * 24 * 60 * 60 * 1000)
    await hub.settle()
    const rows = [...(await hub.rows('intake')), ...(await hub.rows('casework'))]
    expect(JSON.stringify(rows)).toContain('EXPIRED')
    expect(JSON.stringify(rows)).not.toContain('Secret')
  })
})

describe('an alert to an authority that has ended since', () => {
  it('is the partnership lead’s where nobody known here took its place, and fails nothing', async () => {
    const { hub, calls, rewrite } = await aHub()
    await calls.submit('a-key-for-the-concern')
    await hub.settle()
    const [alert] = await calls.listAlerts()
    await rewrite('directory', `AUTHORITY#${westmarchCode}`, (row) => ({
      ...row,
      ...(row['pk'] === 'DIRECTORY' && {
        authority: {
          ...inside(row, 'authority'),
          until: '2026-11-23',
          replacedBy: ['E06999991', 'E06999992'],
        },
      }),
    }))
    hub.advance(48 * 60 * 60 * 1000)
    await hub.settle()
    expect(await calls.listAlerts()).toEqual([])
    expect(await calls.listAlerts(partnershipLead)).toHaveLength(1)
    expect((await calls.readAlert(alert?.alertId ?? '', westmarch)).status).toBe(200)
    expect(failuresIn(hub.logged)).toEqual([])
  })
})
