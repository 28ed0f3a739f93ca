import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { northmoor } from '../../builders/clients.ts'
import { allRows, auditEntries, callsOf, concernIdIn } from '../../builders/hub-calls.ts'
import { told } from '../../builders/told.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const key = 'one-key-for-each-concern'

const alerted = async (concern = aConcern()) => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1')
  const concernId = concernIdIn(await calls.submit(key, concern))
  await hub.settle()
  const [alert] = await calls.listAlerts()
  return { hub, calls, concernId, id: alert?.alertId ?? '' }
}

describe('a concern in the hub in memory', () => {
  it('is an alert that its authority reads, and nobody else', async () => {
    const { hub, calls, id } = await alerted()
    expect(hub.published).toHaveLength(1)
    const read = await calls.readAlert(id)
    expect(read.body).toMatchObject({
      kind: 'matched',
      content: {
        children: [{ person: 'children/0', name: { given: 'Odo', family: 'Quillfeather' } }],
        joined: [{ childId: `${westmarch}.C1` }],
      },
    })
    expect((await calls.readAlert(id, northmoor)).status).toBe(404)
  })

  it('is answered step by step, and its referrer hears of it', async () => {
    const { calls, concernId, id } = await alerted()
    const steps = [
      ['acknowledgeAlert', undefined],
      ['recordOutcome', { outcome: 'ASSESSMENT_S17' }],
      ['giveFeedback', { lines: told('A social worker will visit.') }],
    ] as const
    for (const [at, [route, body]] of steps.entries())
      expect((await calls.answer(route, { id, version: at + 1, body })).status).toBe(200)
    expect((await calls.follow(concernId)).body).toMatchObject({
      status: 'answered',
      feedback: [{ outcome: 'ASSESSMENT_S17' }],
    })
  })

  it('is one concern however often it is sent under its key', async () => {
    const { hub, calls, concernId } = await alerted()
    const again = await calls.submit(key)
    expect(again.headers['Idempotency-Replayed']).toBe('true')
    expect(concernIdIn(again)).toBe(concernId)
    const rows = await allRows(hub, 'casework')
    expect(rows.filter(({ sk }) => sk === 'CONCERN')).toHaveLength(1)
  })

  it('leaves entries in the audit log that the sealer signs', async () => {
    const { hub } = await alerted()
    const waiting = await auditEntries(hub)
    await hub.seal()
    expect(await allRows(hub, 'auditEntries')).toEqual([])
    expect(await auditEntries(hub)).toEqual(waiting)
    const rows = await allRows(hub, 'auditLog')
    expect(rows.some(({ sk }) => String(sk).startsWith('CHECKPOINT#'))).toBe(true)
  })
})
