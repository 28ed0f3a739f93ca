import { expect, it } from 'vitest'
import { aChild } from '../../builders/a-child.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

type Line = [level: string, event: string, fields: Readonly<Record<string, unknown>>]

it('every line of a concern, and of what follows from it, has its id', async () => {
  const hub = await startInMemoryHub()
  const calls = callsOf(hub)
  await calls.putChild('C1', aChild())
  const since = hub.logged.length
  const { body } = await calls.submit('first-key-of-the-lines')
  const { concernId } = body as { concernId: string }
  await hub.settle()
  const [listed] = await calls.listAlerts()
  const alertId = listed?.alertId ?? ''
  await calls.readAlert(alertId)
  await calls.answer('acknowledgeAlert', { id: alertId, version: listed?.version ?? 1 })
  await calls.follow(concernId)
  const lines = (hub.logged as Line[]).slice(since)
  const about = lines
    .filter(([, , fields]) => fields['concernId'] === concernId)
    .map(([, event, { route, kind }]) => [event, route ?? kind].join(' '))
  expect(about).toEqual([
    'REQUEST_COMPLETED submitConcern',
    'RECORD_COMPLETED assessment',
    'RECORD_COMPLETED relay',
    'REQUEST_COMPLETED readAlert',
    'REQUEST_COMPLETED acknowledgeAlert',
    'REQUEST_COMPLETED followConcern',
  ])
})

it('a line of a request has the ids of the gateway and of the caller, and what it was refused for', async () => {
  const hub = await startInMemoryHub()
  const { follow } = callsOf(hub)
  const id = '01890000-0000-7000-8000-000000000000'
  await follow(id)
  expect((hub.logged as Line[]).at(-1)?.[2]).toMatchObject({
    gatewayId: 'test-request-0001',
    requestId: 'test-request-0001',
    concernId: id,
    code: 'not-found',
  })
})
