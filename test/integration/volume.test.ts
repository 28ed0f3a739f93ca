import { describe, expect, it } from 'vitest'
import type { Client } from '../../shared/agencies/client.ts'
import { aChild, closedLongAgo } from '../builders/a-child.ts'
import { aConcern } from '../builders/a-concern.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { northmoor, otherService, westmarch } from '../builders/clients.ts'
import { auditEntries, callsOf } from '../builders/hub-calls.ts'
import { startCaseworkHub } from './in-process-hub.ts'

type Caller = Omit<Client, 'keys' | 'active'>
type Item = { month: string; agencyName: string; raised: number; decided: number }

const aHub = async () => {
  const hub = await startCaseworkHub('volume')
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild({ status: closedLongAgo }))
  const count = async (from: string, to: string, caller: Caller = westmarch) => {
    const token = await hub.tokenFor(caller)
    const reply = await hub.call('read', anApiEvent('countAlerts', { token, query: { from, to } }))
    return (reply.body as { items: Item[] }).items
  }
  return { hub, calls, count }
}

describe('an authority', () => {
  it('sees what it was sent, by month and agency, and what it closed without action', async () => {
    const { hub, calls, count } = await aHub()
    await calls.submit('a-key-of-its-own-1')
    await hub.settle()
    const id = (await calls.listAlerts())[0]?.alertId ?? ''
    await calls.submit('a-key-of-its-own-2', aConcern(), otherService)
    await hub.settle()
    hub.advance(Date.parse('2026-12-01T00:30:00Z') - hub.now().getTime())
    await calls.submit('a-key-of-its-own-3', aConcern(), otherService)
    await hub.settle()
    const empty = { decided: 0, noFurtherAction: 0, noFurtherActionRate: null }
    expect(await count('2026-11', '2026-12')).toEqual([
      { month: '2026-11', agencyName: 'Other', raised: 1, ...empty },
      { month: '2026-11', agencyName: 'Turning Tide', raised: 1, ...empty },
      { month: '2026-12', agencyName: 'Other', raised: 1, ...empty },
    ])
    for (const other of await calls.listAlerts())
      await calls.answer('acknowledgeAlert', { id: other.alertId, version: other.version })
    const reason = 'Seen in October, and nothing of concern was found then.'
    const { version } = (await calls.readAlert(id)).body as { version: number }
    const body = { outcome: 'NO_FURTHER_ACTION', reason, noFurtherActionReason: 'DISPROVED' }
    expect((await calls.answer('recordOutcome', { id, version, body })).status).toBe(200)
    expect((await count('2026-11', '2026-11'))[1]).toMatchObject({
      agencyName: 'Turning Tide',
      raised: 1,
      decided: 1,
      noFurtherAction: 1,
      noFurtherActionRate: 1,
    })
  })

  it('sees nothing of another, and leaves an entry that it asked', async () => {
    const { hub, calls, count } = await aHub()
    await calls.submit('a-key-of-its-own-1')
    await hub.settle()
    expect(await count('2026-11', '2026-11', northmoor)).toEqual([])
    const entry = (await auditEntries(hub)).find(({ action }) => action === 'ALERTS_COUNTED')
    expect(entry).toMatchObject({
      actor: northmoor.clientId,
      codes: { from: '2026-11', to: '2026-11' },
    })
  })
})
