import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOfHub, servedDoor } from '../../../cli/local-hub.ts'
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

  it('is found by the operator’s commands, which read and change what it keeps', async () => {
    const place = await placeOfHub(undefined, folder)
    expect(place).toEqual(served.place)
    const door = servedDoor(place)
    if (door === undefined) throw new Error('a served hub has a door')
    const { directory, auditEntries } = place.tables
    const partition = { field: 'pk', value: 'DIRECTORY' }
    const { rows } = await door.query({ table: directory, partition, consistent: true })
    expect(await door.rows(directory)).toEqual(expect.arrayContaining([...rows]))
    expect(rows.length).toBeGreaterThan(0)
    const put = {
      kind: 'put',
      table: auditEntries,
      row: { pk: 'P', sk: 'S', bytes: Buffer.of(7) },
    } as const
    expect(await door.transact([put])).toBe('committed')
    const kept = await door.get(auditEntries, { pk: 'P', sk: 'S' })
    expect(Buffer.from(kept?.['bytes'] as Uint8Array)).toEqual(Buffer.of(7))
    expect([(await door.logKeys()).length, (await door.exportKey()).length]).toEqual([2, 32])
  })

  it('opens to nobody who does not know its word, and is not taken for one at another port', async () => {
    const door = servedDoor({ ...served.place, operatorWord: 'guessed' })
    await expect(door?.rows('directory')).rejects.toThrow('answers 403')
    await expect(placeOfHub('1', folder)).rejects.toThrow('no hub runs at port 1')
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
