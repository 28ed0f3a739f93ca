import { beforeAll, describe, expect, it } from 'vitest'
import { aConcern } from '../../builders/a-concern.ts'
import { northmoor, reviewLead, westmarch } from '../../builders/clients.ts'
import { auditEntries, callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'
import type { TestHub } from '../../fakes/test-hub.ts'

describe('an alert that changes hands', () => {
  let hub: TestHub
  let calls: ReturnType<typeof callsOf>
  let id: string
  type By = { readonly practitioner?: string; readonly caller?: typeof westmarch }
  const handTo = (
    to: string | null,
    version: number,
    { practitioner = 'SW-1', caller = westmarch }: By = {},
  ) => calls.answer('handOverAlert', { id, version, body: { to }, practitioner }, caller)
  const holder = async () => (await calls.listAlerts())[0]?.['heldBy']

  beforeAll(async () => {
    hub = await startInMemoryHub()
    calls = callsOf(hub)
    await calls.submit('a-key-of-some-length', aConcern({ harm: 'H3' }))
    await hub.settle()
    id = (await calls.listAlerts())[0]?.alertId ?? ''
  })

  it('is taken first', async () => {
    expect((await handTo('SW-2', 1)).status).toBe(409)
    await calls.answer('acknowledgeAlert', { id, version: 1 })
    expect(await holder()).toBe('sw-1')
  })

  it('is the colleague’s from then on: in the list, in the alert and in the log', async () => {
    const before = (await calls.listAlerts())[0]
    const reply = await handTo(' SW-2 ', 2)
    expect(reply).toMatchObject({ status: 200, body: { state: 'ACKNOWLEDGED', version: 3 } })
    const after = (await calls.listAlerts())[0]
    expect(after).toEqual({ ...before, version: 3, heldBy: 'sw-2' })
    const { body } = await calls.readAlert(id)
    expect(body).toMatchObject({
      heldBy: 'sw-2',
      acknowledgement: { practitioner: 'sw-1' },
      handOvers: [{ practitioner: 'sw-1', to: 'sw-2' }],
    })
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_HANDED_OVER')
    expect(said).toMatchObject([
      { practitioner: 'sw-1', codes: { version: '3', from: 'sw-1', to: 'sw-2' } },
    ])
    expect(said[0]?.subjects[0]).toBe(id)
  })

  it('is handed on by whoever has it or the lead, and by nobody else; said again it is on record', async () => {
    expect((await handTo('SW-3', 3)).status).toBe(409)
    expect((await handTo('SW-2', 1)).status).toBe(200)
    expect((await handTo('SW-3', 3, { practitioner: 'SW-9', caller: reviewLead })).status).toBe(200)
    expect(await holder()).toBe('sw-3')
    const said = (await auditEntries(hub)).filter(({ action }) => action === 'ALERT_HANDED_OVER')
    expect(said.filter(({ codes }) => codes?.['again'] === 'true')).toHaveLength(1)
    expect(said).toHaveLength(3)
  })

  it('is nobody’s once it was given back, due as before, and anybody of the team takes it', async () => {
    const dueAt = (await calls.listAlerts())[0]?.['dueAt']
    expect((await handTo(null, 4, { practitioner: 'SW-3' })).status).toBe(200)
    const [given] = await calls.listAlerts()
    expect(given).not.toHaveProperty('heldBy')
    expect(given).toMatchObject({ state: 'ACKNOWLEDGED', dueAt })
    expect((await handTo('SW-4', 5, { practitioner: 'SW-4' })).status).toBe(200)
    expect(await holder()).toBe('sw-4')
  })

  it('is not there for another authority’s, and takes no name', async () => {
    expect((await handTo('SW-4', 6, { practitioner: 'SW-4', caller: northmoor })).status).toBe(404)
    expect((await handTo('Nia', 6, { practitioner: 'SW-4' })).status).toBe(400)
  })
})
