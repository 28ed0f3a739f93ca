import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { apiClient } from '../../../local/api-client.ts'
import { type Served, startServer } from '../../../local/serve/start-server.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'

type Listed = { readonly items: readonly { readonly alertId: string; readonly version: number }[] }

describe('the hub in one process', () => {
  const published: string[] = []
  let folder: string
  let served: Served
  const start = (port: number): Promise<Served> =>
    startServer({
      port,
      children: 0,
      folder,
      log: () => {},
      publish: async (topic) => void published.push(topic),
    })
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-serve-'))
    served = await start(0)
  })
  afterAll(async () => {
    await served.stop()
    await rm(folder, { recursive: true })
  })

  it('takes a concern, alerts the authority and takes its acknowledgement', async () => {
    const [service, authority, register] = [
      'westmarch-substance-misuse',
      'westmarch-social-care',
      'westmarch-register',
    ].map((clientId) => apiClient(served.place, clientId))
    const put = await register?.call('PUT', '/children/C1', { body: aChild() })
    expect(put?.status).toBe(200)
    const headers = { 'Idempotency-Key': 'one-key-for-each-concern' }
    const accepted = await service?.call('POST', '/concerns', { body: aConcern(), headers })
    expect(accepted?.status).toBe(202)
    const listed = await authority?.call('GET', '/alerts?limit=10')
    const [alert] = (listed as { readonly body: Listed }).body.items
    expect(published).toEqual([`alerts-${westmarch}`])
    const acknowledged = await authority?.call(
      'POST',
      `/alerts/${alert?.alertId}/acknowledgement`,
      { headers: { 'If-Match': `"${alert?.version}"`, 'Hub-Practitioner': 'SW-101' } },
    )
    expect(acknowledged?.status).toBe(200)
    expect(acknowledged?.body).toMatchObject({ state: 'ACKNOWLEDGED' })
  })

  it('answers what no route takes with a problem', async () => {
    const response = await fetch(`${served.place.apiUrl}/nothing/here`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  it('says in one sentence that its port is taken', async () => {
    const port = Number(new URL(served.place.address).port)
    await expect(start(port)).rejects.toThrow(`Port ${port} is taken; choose another with --port.`)
  })
})
