import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { agencyKey, agreementKey, authorityKey } from '../../../shared/aws/dynamodb/keys.ts'
import type { Key, Row } from '../../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../../shared/aws/dynamodb/tables.ts'
import type { Quarantined } from '../../../shared/casework/quarantined.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { drugService, northmoor as northmoorDesk, partnershipLead } from '../../builders/clients.ts'
import { callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { hubCommand } from '../../builders/hub-command.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A hub whose rows can be damaged and mended, with what it rang for. */
const aHub = async () => {
  const command = await hubCommand()
  const { hub } = command
  const calls = callsOf(hub)
  let sent = 0
  const submit = async (concern = aConcern()): Promise<string> => {
    sent += 1
    return concernIdIn(await calls.submit(`a-key-of-its-own-${sent}-and-long`, concern))
  }
  const rowAt = async (table: TableName, { pk, sk }: Key): Promise<Row> =>
    (await hub.rows(table)).find((row) => row['pk'] === pk && row['sk'] === sk) ?? {}
  const write = (table: TableName, key: Key, row: Row) =>
    hub.store.transact([put(hub.tables[table], { ...row, ...key })])
  /** Makes a field of the row what no release can have written; gives what mends it. */
  const damage = async (
    table: TableName,
    key: Key,
    field: string,
  ): Promise<() => Promise<void>> => {
    const before = await rowAt(table, key)
    await write(table, key, { ...before, [field]: { shape: 'unheard-of' } })
    return async () => void (await write(table, key, before))
  }
  const lines = (event: string) =>
    (hub.logged as (readonly [string, string, Row])[]).filter(([, said]) => said === event)
  const sweeps = async (count: number): Promise<void> => {
    for (let time = 0; time < count; time += 1) {
      hub.advance(minute)
      await hub.sweep()
    }
  }
  const aside = async (): Promise<readonly Quarantined[]> =>
    ((await command.json('quarantine list')) as { quarantined: Quarantined[] }).quarantined
  return {
    ...{ ...command, calls, submit, damage, write, rowAt, sweeps, aside },
    rung: () => lines('ROW_QUARANTINED'),
    errors: () => lines('RECORD_FAILED').filter(([level]) => level === 'error'),
  }
}

const concernKeyOf = (id: string): Key => ({ pk: `CONCERN#${id}`, sk: 'CONCERN' })

describe('concerns that cannot be read', () => {
  it('keep no other waiting, ring once each, and are decided once mended and released', async () => {
    const { hub, run, calls, submit, damage, sweeps, aside, rung, errors } = await aHub()
    const mend: (() => Promise<void>)[] = []
    for (let at = 0; at < 30; at += 1)
      mend.push(await damage('intake', concernKeyOf(await submit()), 'received'))
    await submit()
    await submit()
    await sweeps(2)
    expect(await calls.listAlerts()).toHaveLength(2)
    await sweeps(8)
    expect([rung().length, errors()]).toEqual([30, []])
    expect(await aside()).toHaveLength(30)
    for (const one of mend) await one()
    const { out } = await run('quarantine release --all --by op-7')
    expect(out).toContain('30 released')
    await sweeps(2)
    expect(await calls.listAlerts()).toHaveLength(32)
    expect(await aside()).toEqual([])
    expect((await hub.rows('casework')).filter(({ pk }) => pk === 'QUARANTINE')).toEqual([])
  })

  it('of immediate danger are told to the partnership lead at once, by no id of a concern', async () => {
    const { hub, submit, damage, sweeps, aside } = await aHub()
    const danger = aConcern({ harm: 'H4', phoneCallMade: { made: true } })
    const id = await submit(danger)
    await damage('intake', concernKeyOf(id), 'received')
    await sweeps(4)
    const [row] = await aside()
    expect(row).toMatchObject({ urgency: 'immediate', ids: { concernId: id } })
    const told = hub.published.filter(({ message }) => message.includes('row.quarantined'))
    expect(told).toHaveLength(1)
    expect(told[0]?.queue).toContain('escalations-partnership')
    expect(JSON.parse(told[0]?.message ?? '')).toMatchObject({
      data: { quarantineId: row?.quarantineId },
    })
    expect(told[0]?.message).not.toContain(id)
  })

  it('of which not even the key can be read stand aside too, and ring once', async () => {
    const { hub, write, sweeps, aside, rung, errors } = await aHub()
    const waiting = { waitingFor: 'ASSESSMENT', waitingUntil: '2026-11-23T09:00:00.000Z' }
    await write('intake', { pk: 'UNHEARD', sk: 'OF' }, waiting)
    await sweeps(6)
    expect([rung().length, errors()]).toEqual([1, []])
    expect(await aside()).toMatchObject([
      { ids: { pk: 'UNHEARD', sk: 'OF' }, code: 'row-unreadable' },
    ])
    await hub.measure()
    expect(JSON.stringify(hub.logged.at(-1))).toContain('"RowsInQuarantine":1')
    // It has an alarm of its own, and keeps that of all other concerns from ringing on.
    expect(JSON.stringify(hub.logged.at(-1))).toContain('"ConcernsWaiting":0')
  })

  it('still there after a day ring each morning at nine, and not between', async () => {
    const { hub, submit, damage, sweeps } = await aHub()
    await damage('intake', concernKeyOf(await submit()), 'received')
    await sweeps(2)
    const left = async (): Promise<unknown> => {
      await hub.measure()
      const [, , fields] = hub.logged.at(-1) as [string, string, { measured: Row }]
      return fields.measured['RowsLeftInQuarantine']
    }
    const atNine = day - 60 * minute
    expect(await left()).toBe(0)
    hub.advance(atNine)
    expect(await left()).toBe(0)
    hub.advance(day)
    expect(await left()).toBe(1)
    hub.advance(60 * minute)
    expect(await left()).toBe(0)
    hub.advance(atNine)
    expect(await left()).toBe(1)
  })
})

describe('a message of a digest that cannot be read', () => {
  it('keeps no other of its authority, of that day or the next', async () => {
    const { hub, submit, write, sweeps, aside, rung } = await aHub()
    const help = aConcern({ harm: 'H1', consent: { status: 'GIVEN', whatWasAgreed: 'Sharing' } })
    await submit(help)
    await submit(help)
    await sweeps(3)
    const [bad] = (await hub.rows('casework')).filter(({ sk }) => sk === 'DIGEST')
    expect(bad).toBeDefined()
    await write('casework', { pk: String(bad?.['pk']), sk: 'DIGEST' }, { ...bad, message: 'gone' })
    const digests = () => hub.published.filter(({ message }) => message.includes('alert.digest'))
    const alertsOf = () =>
      digests().map(
        ({ message }) =>
          (JSON.parse(message) as { data: { alerts: unknown[] } }).data.alerts.length,
      )
    hub.advance(day)
    await sweeps(3)
    expect(alertsOf().filter((count) => count > 0)).toEqual([1])
    expect(await aside()).toMatchObject([
      { kind: 'digest', authority: westmarch, code: 'row-unreadable' },
    ])
    await submit(help)
    await sweeps(3)
    hub.advance(day)
    await sweeps(3)
    // What was told on the first and nobody has answered is listed on the second once more.
    expect(alertsOf().filter((count) => count > 0)).toEqual([1, 2])
    expect(rung()).toHaveLength(1)
  })
})

describe('a row of the directory that cannot be read', () => {
  it('of an authority holds what is for it, goes to nobody else, and stops no other', async () => {
    const { hub, run, calls, submit, damage, sweeps, aside } = await aHub()
    const mend = await damage('directory', authorityKey(westmarch), 'authority')
    hub.advance(minute)
    const held = await submit()
    await submit(aConcern({ authority: northmoor }))
    await sweeps(5)
    expect(await aside()).toMatchObject([{ ids: { concernId: held }, code: 'row-unreadable' }])
    expect(await calls.listAlerts(partnershipLead)).toEqual([])
    expect(await calls.listAlerts(northmoorDesk)).toHaveLength(1)
    const alerts = (await hub.rows('casework')).filter(({ sk }) => sk === 'ALERT')
    expect(alerts).toMatchObject([{ authority: northmoor }])
    await hub.measure()
    expect(JSON.stringify(hub.logged)).toContain('DIRECTORY_UNREADABLE')
    expect(JSON.stringify(hub.logged)).not.toContain('unheard-of')
    expect((await run('authority list')).out).toContain(`cannot be read: ${westmarch}`)
    await mend()
    hub.advance(minute)
    await run('quarantine release --all --by op-7')
    await sweeps(3)
    expect(await aside()).toEqual([])
    expect((await hub.rows('casework')).filter(({ sk }) => sk === 'ALERT')).toHaveLength(2)
  })

  it('of an agency keeps its concerns, and has them wait', async () => {
    const { calls, hub, submit, damage, sweeps, aside } = await aHub()
    const mend = await damage('directory', agencyKey(drugService.agency), 'agency')
    hub.advance(minute)
    await submit()
    await sweeps(4)
    expect(await aside()).toMatchObject([{ code: 'row-unreadable' }])
    await mend()
    await sweeps(70)
    expect(await aside()).toEqual([])
    expect(await calls.listAlerts()).toHaveLength(1)
  })

  it('of an agreement holds nothing back, widens nothing, and is told of once and by day', async () => {
    const { calls, hub, submit, damage, sweeps, aside } = await aHub()
    await damage('directory', agreementKey(drugService.agency, westmarch), 'agreement')
    await submit()
    await submit()
    await sweeps(3)
    expect(await calls.listAlerts()).toHaveLength(2)
    expect(await aside()).toEqual([])
    const said = hub.logged.filter((line) => JSON.stringify(line).includes('DIRECTORY_UNREADABLE'))
    expect(said.length).toBeGreaterThanOrEqual(1)
    const assessed = (await hub.rows('casework')).filter((row) => 'assessment' in row)
    expect(JSON.stringify(assessed)).toContain('"standing":"none"')
    hub.advance(day)
    await sweeps(3)
    expect(
      hub.published.filter(({ message }) => message.includes('agreements.missing')),
    ).toHaveLength(1)
  })
})
