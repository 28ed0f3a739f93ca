import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOfHub, servedDoor } from '../../../cli/local-hub.ts'
import { hubClient } from '../../../client/hub.ts'
import type { Concern } from '../../../client/hub-api.ts'
import type { SentTo } from '../../../client/operations.ts'
import { VersionConflict } from '../../../client/problem.ts'
import { westmarch } from '../../../infra/stages/local.ts'
import { type Served, startServer } from '../../../local/serve/start-server.ts'
import { aChild } from '../../builders/a-child.ts'
import { aConcern } from '../../builders/a-concern.ts'

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
    const as = async (client: string) =>
      hubClient({
        hub: served.place.apiUrl,
        client,
        key: await readFile(join(served.place.clientKeys, `${client}.pem`), 'utf8'),
        practitioner: 'SW-101',
      })
    const register = await as('westmarch-register')
    await register.putChild({ id: 'C1', body: aChild() as SentTo<'putChild'>['body'] })
    const service = await as('westmarch-substance-misuse')
    const sent = { body: aConcern() as Concern, key: 'one-key-for-each-concern' }
    const accepted = await service.submitConcern(sent)
    expect(accepted).toMatchObject({ status: 202, isReplayed: false })
    expect(await service.submitConcern(sent)).toMatchObject({
      body: { concernId: accepted.body.concernId },
      isReplayed: true,
    })
    const authority = await as('westmarch-social-care')
    const { value: alert } = await authority.all('listAlerts', { query: { limit: '1' } }).next()
    expect(published).toEqual([`alerts-${westmarch}`])
    const id = alert?.alertId ?? ''
    const { etag = '' } = await authority.readAlert({ id })
    const acknowledged = await authority.acknowledgeAlert({ id, etag })
    expect(acknowledged.body).toMatchObject({ state: 'ACKNOWLEDGED' })
    const body = { outcome: 'SECTION_47' } as const
    await expect(authority.recordOutcome({ id, etag, body })).rejects.toThrow(VersionConflict)
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
