import { generateKeyPairSync } from 'node:crypto'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { localCodes } from '../../infra/stages/local.ts'
import { environmentOf } from '../../local/environment-of.ts'
import { createInMemoryImports } from '../../local/in-memory/imports.ts'
import { nothingDelivered } from '../../local/in-memory/nothing-delivered.ts'
import { createInMemoryObjects } from '../../local/in-memory/objects.ts'
import { scanOf } from '../../local/in-memory/scan.ts'
import { anAgreement } from '../../local/seed/agreements.ts'
import { servedRows } from '../../local/seed/directory.ts'
import { wiredHub } from '../../local/wired-hub.ts'
import type { Client } from '../../shared/agencies/client.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { agreementRow } from '../../shared/aws/dynamodb/agreements.ts'
import { clientRow } from '../../shared/aws/dynamodb/clients.ts'
import type { Scan } from '../../shared/aws/dynamodb/scan.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'
import { readLogKey } from '../../shared/aws/kms/log-key.ts'
import { readTokenKey, signWith } from '../../shared/aws/kms/token-key.ts'
import { newId as anyId } from '../../shared/aws/new-id.ts'
import type { FunctionName } from '../../shared/config/functions.ts'
import { everyMinute } from '../../shared/config/sweepers.ts'
import { accessTokenClaims, signAccessToken } from '../../shared/http/tokens.ts'
import type { NewId } from '../../shared/kernel/ids.ts'
import { joined } from '../../shared/logging/joined.ts'
import type { Trial } from '../../shared/matching/trial.ts'
import { aContext } from '../builders/an-api-event.ts'
import { fakeReceivers } from './fake-receivers.ts'
import { grantedStore } from './granted-store.ts'
import { withWrittenPlaces } from './written-places.ts'

const issuer = 'http://hub.test/v1'

/** What a test hub stands on. */
type Ground = {
  readonly store: Store
  readonly keys: Keys
  readonly keyIds: Parameters<typeof environmentOf>[0]['keys']
  readonly tables: Readonly<Record<TableName, string>>
  readonly rows: (table: string) => Promise<readonly Record<string, unknown>[]>
}
type Registered = Omit<Client, 'keys' | 'active'>

const createWorld = (newId: NewId) => {
  let time = Date.parse('2026-11-23T10:00:00Z')
  const logged: unknown[] = []
  return {
    logged,
    world: {
      now: () => new Date(time),
      newId,
      log: joined((...line) => void logged.push(line)),
    },
    advance: (milliseconds: number): void => {
      time += milliseconds
    },
  }
}

/** The API's functions by a short name each. */
const apisOf = (hub: ReturnType<typeof wiredHub>) => ({
  submit: hub['submit-concern'],
  follow: hub['follow-concern'],
  changeConsent: hub['change-consent'],
  preview: hub['preview-concern'],
  review: hub['review-concerns'],
  challenge: hub['challenge-answer'],
  read: hub['read-alerts'],
  answer: hub['answer-alert'],
  chronology: hub['read-chronology'],
  emergency: hub['grant-emergency-access'],
  register: hub['maintain-register'],
  imports: hub['import-register'],
  audit: hub['query-audit'],
  token: hub['issue-token'],
})

/** Where rows wait that another hub wrote. */
const placesIn = async ({ tables, rows }: Ground): Promise<readonly string[]> => {
  const of = async (table: string): Promise<readonly string[]> =>
    (await rows(table)).map(({ waitingFor }) => `${table} ${String(waitingFor)}`)
  return [...(await of(tables.intake)), ...(await of(tables.casework))]
}

/**
 * Every function of the hub in this process, wired as it is deployed, with a clock the test moves. Streams are stood in
 * for by the sweep, which must be able to do everything they do. Published messages are kept in a list.
 */
export const startTestHub = async (
  ground: Ground,
  trial: Trial = { needed: 0, authorities: [] },
  newId: NewId = anyId,
) => {
  const { keys, keyIds, tables } = ground
  const store = withWrittenPlaces(ground.store, await placesIn(ground))
  const scan: Scan = async (table, page) => scanOf(await ground.rows(table), page)
  const { world, logged, advance } = createWorld(newId)
  const { now } = world
  const published: { readonly queue: string; readonly message: string }[] = []
  let refused: string | undefined
  const publish = async (queue: string, message: string): Promise<void> => {
    if (queue === refused) throw new Error('there is no such topic')
    published.push({ queue, message })
  }
  const environment = environmentOf({
    address: issuer,
    tables,
    keys: keyIds,
    trial,
  })
  const objects = createInMemoryObjects()
  const receivers = fakeReceivers()
  const files = createInMemoryImports('http://objects.test/')
  const clientsOf = (name: FunctionName) => ({
    ...nothingDelivered,
    imports: files.imports,
    startMachine: files.startMachine,
    keys,
    objects,
    publish,
    scan,
    queues: receivers.queues,
    post: receivers.post,
    readAccessLog: async () => [],
    store: grantedStore(store, name, tables),
  })
  const hub = wiredHub(clientsOf, environment, world)
  const apis = apisOf(hub)
  const sweep = async (): Promise<void> => {
    for (const name of everyMinute) await hub[name]()
  }
  const { kid } = await readTokenKey(keys, keyIds.token)
  const signer = { kid, sign: signWith(keys, keyIds.token) }
  const write = (row: Parameters<typeof put>[1]) => store.transact([put(tables.directory, row)])
  for (const row of servedRows) await write(row)
  const agree = async (agency: string): Promise<void> => {
    for (const code of localCodes) await write(agreementRow(anAgreement(agency, code, now())))
  }
  for (const agency of ['turning-tide', 'other']) await agree(agency)
  // As a deployed hub does within its first minute: without a key nobody can be recorded or found.
  await hub['rotate-index']()
  return {
    issuer,
    store,
    tables,
    published,
    /** Lets a topic take nothing; undefined: each takes what comes. */
    refuse: (queue: string | undefined): void => {
      refused = queue
    },
    logged,
    now,
    advance,
    /** Runs every sweep a moment after the streams would have been given up on, so that it does their work. */
    settle: async (): Promise<void> => {
      advance(61_000)
      await sweep()
      advance(61_000)
      await sweep()
    },
    /** What the clock wakes every minute, one after another. */
    sweep,
    /** One of them alone: what the others would do is left lying. */
    clocks: hub['watch-clocks'],
    seal: hub['seal-audit'],
    measure: hub['measure-hub'],
    reportUse: hub['report-use'],
    verifyLog: hub['verify-log'],
    expireEntries: hub['expire-entries'],
    /** What stands in the bucket of the sealed log. */
    objects,
    /** What was uploaded, by name; and what the state machine of imports would do. */
    uploads: files.uploads,
    carryOut: () => files.carryOut(hub),
    deliver: hub['deliver-alerts'],
    receivers,
    call: async (api: keyof typeof apis, event: APIGatewayProxyEvent) => {
      const result: APIGatewayProxyResult = await apis[api](event as never, aContext)
      return {
        status: result.statusCode,
        headers: result.headers ?? {},
        body: result.body === '' ? undefined : (JSON.parse(result.body) as unknown),
      }
    },
    /** The key that signs access tokens, as whoever forges with it would hold it. */
    tokenKey: async () => {
      const key = await keys.publicKey(keyIds.token)
      return { ...signer, publicKeyPem: key.export({ format: 'pem', type: 'spki' }).toString() }
    },
    /** The public halves of the keys that may sign checkpoints. */
    logKeys: () => Promise.all([keyIds.log, keyIds.logNext].map((key) => readLogKey(keys, key))),
    exportKey: () => readLogKey(keys, keyIds.export),
    logOrigin: environment.LOG_ORIGIN,
    /** A token as the hub would issue it to this client, without the ceremony. */
    tokenFor: (client: Registered, scope = client.scopes.join(' ')) =>
      signAccessToken(
        accessTokenClaims({ ...client, active: true, keys: [] }, scope, {
          issuer,
          now: now(),
          jti: newId(now()),
        }),
        signer,
      ),
    /** Registers a client with a fresh key, and gives its private half; or suspends it. */
    register: async (client: Registered, active = true) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const key = {
        ...publicKey.export({ format: 'jwk' }),
        kid: 'k1',
        alg: 'ES256',
      } as Client['keys'][number]
      await write(clientRow({ ...client, active, keys: [key] }))
      return privateKey
    },
    /** Records a sharing agreement of this agency with every authority. */
    agree,
    /** Every row of a table, for asserting what was and was not stored. */
    rows: (table: TableName) => ground.rows(tables[table]),
  }
}
export type TestHub = Awaited<ReturnType<typeof startTestHub>>
