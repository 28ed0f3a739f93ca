import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diagnose } from '../../../cli/doctor/diagnose.ts'
import type { Machine } from '../../../cli/doctor/gather/machine.ts'
import { gather } from '../../../cli/doctor/gather.ts'
import { standingBy, tryTokenAt } from '../../../cli/hub/doctor.ts'
import { servedDoor } from '../../../cli/local-hub.ts'
import { westmarch } from '../../../infra/stages/local.ts'
import { type Served, startServer } from '../../../local/serve/start-server.ts'
import { clientRow } from '../../../shared/aws/dynamodb/clients.ts'
import { readKeptIn } from '../../../shared/aws/dynamodb/keep-directory.ts'
import { selfSigned } from '../../builders/self-signed.ts'
import { startTlsServer } from '../../builders/tls-server.ts'

const client = 'westmarch-social-care'
const lock = '{"lockfileVersion": 3}'
const stamp = createHash('sha256').update(lock).digest('hex')
const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = { format: 'pem', type: 'pkcs8' } as const

let folder: string
let served: Served
const servers: Server[] = []

/** A server of this machine that answers as it is told; gives its address. */
const answering = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** Where something listened a moment ago. */
const leftFree = async (): Promise<string> => {
  const address = await answering(() => undefined)
  await new Promise((done) => servers.pop()?.close(done))
  return address
}

/** SQS as far as its errors go. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html */
const sqsSaying = (error?: string): Promise<string> =>
  answering((_request, response) => {
    response.writeHead(error === undefined ? 200 : 400, {
      'Content-Type': 'application/x-amz-json-1.0',
    })
    const body = error === undefined ? { Attributes: { QueueArn: 'arn' } } : { __type: error }
    response.end(JSON.stringify(body))
  })

/** A folder like that of a hub whose packages are installed. */
const aRoot = async (name: string, place?: string): Promise<string> => {
  const root = join(folder, name)
  await mkdir(join(root, 'node_modules'), { recursive: true })
  await mkdir(join(root, '.local'), { recursive: true })
  await writeFile(join(root, 'package-lock.json'), lock)
  await writeFile(join(root, 'node_modules', '.packages.sha256'), stamp)
  await writeFile(join(root, '.local', 'hub.json'), place ?? JSON.stringify(served.place))
  return root
}

/** A Python that answers the probe with this, or none. */
const aPath = async (name: string, said?: string): Promise<string> => {
  const path = join(folder, `bin-${name}`)
  await mkdir(path)
  if (said !== undefined) {
    await writeFile(join(path, 'python3'), `#!/bin/sh\necho ${said}\n`)
    await chmod(join(path, 'python3'), 0o755)
  }
  return path
}

const aFile = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

type Broken = {
  readonly hub?: string
  readonly client?: string
  readonly key?: string
  readonly queue?: string
  readonly stage?: string
  readonly region?: string
  readonly secondsAhead?: number
  readonly machine?: Partial<Machine>
}

/** Names of what is found in a whole installation, but for what a test has broken. */
const faultsOf = async ({ machine, region = 'eu-west-2', secondsAhead = 0, ...asked }: Broken) => {
  const hub = asked.hub ?? served.place.apiUrl
  const whole = { hub, client, key: join(served.place.clientKeys, `${client}.pem`) }
  const facts = await gather(
    { ...whole, stage: 'infra/stages/local.ts', queue: `${await sqsSaying()}/1/inbox`, ...asked },
    {
      machine: {
        root: await aRoot(`whole-${servers.length}`),
        node: process.versions.node,
        path: process.env['PATH'],
        port: Number(new URL(served.place.endpoint).port),
        ...machine,
      },
      region,
      now: () => new Date(Date.now() + secondsAhead * 1000),
      tryToken: tryTokenAt(hub),
      standing: standingBy({
        now: () => new Date(),
        open: async () => {
          const door = servedDoor(served.place)
          if (door === undefined) throw new Error('a served hub has a door')
          return { store: door, tables: served.place.tables, scan: async () => [] }
        },
      }),
    },
  )
  return diagnose(facts)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  const at = { folder: join(folder, 'served'), log: () => {}, publish: async () => undefined }
  served = await startServer({ ...at, port: 0, children: 0 })
  process.env['AWS_ACCESS_KEY_ID'] = 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test'
})
afterAll(async () => {
  await served.stop()
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

/** Each way in which an installation is broken, and how the fault is called. */
const breakages: readonly (readonly [string, () => Promise<Broken>])[] = [
  ['node-old', async () => ({ machine: { node: '20.20.2' } })],
  [
    'packages-missing',
    async () => {
      const root = await aRoot('none')
      await rm(join(root, 'node_modules'), { recursive: true })
      return { machine: { root } }
    },
  ],
  [
    'packages-stale',
    async () => {
      const root = await aRoot('stale')
      await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion": 3, "packages": {}}')
      return { machine: { root } }
    },
  ],
  ['python-missing', async () => ({ machine: { path: await aPath('none') } })],
  ['python-old', async () => ({ machine: { path: await aPath('old', '3 8 1 1') } })],
  ['python-without-venv', async () => ({ machine: { path: await aPath('venv', '3 11 2 0') } })],
  [
    'port-taken',
    async () => {
      const root = await aRoot('taken')
      await rm(join(root, '.local', 'hub.json'))
      const other = await answering((_request, response) => response.end('something else'))
      return { machine: { root, port: Number(new URL(other).port) } }
    },
  ],
  [
    'hub-stopped',
    async () => {
      const gone = { ...served.place, endpoint: await leftFree() }
      return { machine: { root: await aRoot('stopped', JSON.stringify(gone)) } }
    },
  ],
  ['place-unreadable', async () => ({ machine: { root: await aRoot('half', '{"endpoint": ') } })],
  ['stage-missing', async () => ({ stage: join(folder, 'nowhere.ts') })],
  [
    'stage-invalid',
    async () => ({ stage: await aFile('stage.mjs', 'export const stage = { name: 7 }') }),
  ],
  ['name-unknown', async () => ({ hub: 'http://hub.nowhere.invalid/v1' })],
  ['nothing-listens', async () => ({ hub: `${await leftFree()}/v1` })],
  [
    'certificate-untrusted',
    async () => {
      const { port, stop } = await startTlsServer(selfSigned('localhost'), (_request, response) =>
        response.end('{}'),
      )
      servers.push({ close: () => void stop() } as never)
      return { hub: `https://localhost:${port}/v1` }
    },
  ],
  ['no-hub-there', async () => ({ hub: served.place.endpoint })],
  ['clock-ahead', async () => ({ secondsAhead: 45 })],
  ['clock-behind', async () => ({ secondsAhead: -300 })],
  ['key-missing', async () => ({ key: join(folder, 'nowhere.pem') })],
  ['key-unreadable', async () => ({ key: folder })],
  ['key-none', async () => ({ key: await aFile('note.pem', 'my key') })],
  [
    'key-public',
    async () => {
      const half = p256().publicKey.export({ format: 'pem', type: 'spki' }).toString()
      return { key: await aFile('public.pem', half) }
    },
  ],
  [
    'key-other-kind',
    async () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
      return { key: await aFile('p384.pem', privateKey.export(pem).toString()) }
    },
  ],
  ['client-unknown', async () => ({ client: 'nobody' })],
  [
    'key-not-registered',
    async () => ({ key: await aFile('other.pem', p256().privateKey.export(pem).toString()) }),
  ],
  [
    'client-suspended',
    async () => {
      const id = 'northmoor-social-care'
      const { directory } = served.place.tables
      const kept = await readKeptIn(served.store, directory).client(id)
      if (kept === undefined) throw new Error('it is a client of the demo')
      const row = { ...clientRow({ ...kept.client, active: false }), version: kept.version + 1 }
      await served.store.transact([{ kind: 'put', table: directory, row }])
      return { client: id, key: join(served.place.clientKeys, `${id}.pem`) }
    },
  ],
  ['inbox-not-an-address', async () => ({ queue: `hub-inbox-${westmarch}` })],
  [
    'inbox-other-region',
    async () => ({ queue: 'https://sqs.eu-west-1.amazonaws.com/123456789012/hub-inbox' }),
  ],
  [
    'inbox-missing',
    async () => ({
      queue: `${await sqsSaying('com.amazonaws.sqs#QueueDoesNotExist')}/1/inbox`,
    }),
  ],
  [
    'inbox-refused',
    async () => ({
      queue: `${await sqsSaying('com.amazon.coral.service#AccessDeniedException')}/1/inbox`,
    }),
  ],
  [
    'inbox-without-credentials',
    async () => ({
      queue: `${await sqsSaying('com.amazon.coral.service#UnrecognizedClientException')}/1/inbox`,
    }),
  ],
  ['inbox-silent', async () => ({ queue: `${await leftFree()}/1/inbox` })],
]

describe('hub doctor', () => {
  it('finds nothing wrong with a whole installation', async () => {
    expect(await faultsOf({})).toEqual([])
  })

  it.each(breakages)('names %s, and nothing else, where it is so', async (fault, broken) => {
    const findings = await faultsOf(await broken())
    expect(findings.map((one) => one.fault)).toEqual([fault])
    for (const { says, todo } of findings) expect([says, todo].join(' ')).toMatch(/^.{20,}\.$/)
  })

  it('says of a refused token what a stranger can know, where the directory cannot be read', () => {
    const whole = {
      node: '24.0.0',
      packages: 'current',
      python: { version: [3, 11], hasVenv: true },
    } as const
    const facts = {
      ...whole,
      api: { host: 'hub.example', found: 'hub' },
      key: 'good',
      token: 'refused',
    } as const
    expect(diagnose(facts).map((one) => one.fault)).toEqual(['token-refused'])
  })

  it('prints what it found as data, and ends with 1 if that was anything', () => {
    const words = ['cli/hub.ts', 'doctor', '--key', 'nowhere.pem', '--json']
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    const { findings } = JSON.parse(stdout) as { findings: { fault: string }[] }
    expect(findings.map(({ fault }) => fault)).toContain('key-missing')
    expect(status).toBe(1)
  })
})
