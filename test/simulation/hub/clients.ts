import { nothingDelivered } from '../../../local/in-memory/nothing-delivered.ts'
import type { Clients } from '../../../shared/aws/clients.ts'
import type {
  Action,
  Key,
  Query,
  QueryPage,
  Row,
  Store,
} from '../../../shared/aws/dynamodb/store.ts'
import { indexRingKey } from '../../../shared/aws/kms/index-ring.ts'
import { grantedStore } from '../../fakes/granted-store.ts'
import type { Call } from '../engine/chaos.ts'
import { taskHere } from '../engine/scheduler.ts'
import { tables } from '../world/place.ts'
import { halfAnswered } from './half-answered.ts'
import { ofNewerRelease } from './newer-release.ts'
import { postFor, queuesFor } from './pushing.ts'
import { type Behind, drawn, frozenFor, lost, stepsOf } from './steps.ts'
import type { Simulated } from './wires.ts'

const keyOf = (action: Action) => (action.kind === 'put' ? action.row : action.key)

const isAbout = (action: Action, pk: string, sk = ''): boolean =>
  keyOf(action).pk.startsWith(pk) && keyOf(action).sk.startsWith(sk)

const isSubmission = (by: Simulated, actions: readonly Action[]): boolean =>
  by === 'submit-concern' && actions.some((one) => isAbout(one, 'IDEM#'))

const whatOf = (by: Simulated, actions: readonly Action[]): Call['what'] => {
  if (isSubmission(by, actions)) return 'intake'
  if (actions.some((one) => isAbout(one, 'CONCERN#', 'ASSESSMENT#'))) return 'assessment'
  if (by === 'answer-alert') return 'answer'
  const isSaidLater = (one: Action): boolean =>
    one.kind === 'delete' && /^ARRIVED#(?:WITHDRAWAL|CONSENT)#/.test(one.key.sk)
  if (actions.some(isSaidLater)) return 'said'
  if (actions.some((one) => isAbout(one, 'CONCERN#', 'CONCERN') && one.kind === 'put'))
    return 'change'
  const isMark = (one: Action): boolean =>
    (isAbout(one, 'OUTBOX#') && one.kind === 'update') || isAbout(one, 'CHANGES#')
  return actions.some(isMark) ? 'mark' : 'other'
}

const noRows: QueryPage = { rows: [], next: undefined }

/** The tables as a function of the simulation sees them. */
const storeFor = (by: Simulated, behind: Behind): Store => {
  const { scheduler, chaos } = behind
  const granted = grantedStore(behind.store, by, tables)
  const store = chaos.happens('X5', 20) ? ofNewerRelease(granted) : granted
  const step = <Result>(port: Call['port'], does: () => Promise<Result>) =>
    stepsOf(behind)({ call: { by, port, what: 'other' }, does })
  const ask = async (query: Query): Promise<QueryPage> => {
    if (!behind.isLookedInto(query)) return noRows
    const task = taskHere()
    const page = await store.query(query)
    // Nothing there: that is most of what is asked, and a step each would be most of the time.
    if (page.rows.length === 0 || task === undefined) return page
    if (query.index === undefined) return step('read', () => store.query(query))
    await scheduler.park(task)
    if (drawn(chaos, { by, port: 'index', what: 'other' }) === 'lag')
      return behind.trailing(query, await store.query(query))
    return store.query(query)
  }
  /** The one row without which the index has no key. */
  const isGone = ({ pk }: Key): boolean => {
    if (pk !== indexRingKey.pk || !behind.isIndexKeyGone()) return false
    chaos.count('X8')
    return true
  }
  return {
    get: (table, key) =>
      step('read', async () => (isGone(key) ? undefined : store.get(table, key))),
    batch: (keys) =>
      stepsOf(behind)({
        call: { by, port: 'many', what: 'other' },
        does: () => store.batch(keys),
        half: () => halfAnswered(store, keys, behind.random),
      }),
    query: ask,
    update: (table, change): Promise<Row> => step('write', () => store.update(table, change)),
    transact: (actions) =>
      stepsOf(
        behind,
        actions,
      )({
        call: { by, port: 'write', what: whatOf(by, actions) },
        does: async () => {
          const result = await store.transact(actions)
          // The key was used before: nobody has to make that happen, every retry does.
          if (result !== 'committed' && isSubmission(by, actions)) chaos.count('F3')
          return result
        },
      }),
  }
}

const keysFor = (by: Simulated, behind: Behind): Clients['keys'] => {
  const { keys } = behind.clients
  const does = <Result>(work: () => Promise<Result>): Promise<Result> =>
    stepsOf(behind)({ call: { by, port: 'keys', what: 'other' }, does: work })
  return {
    publicKey: (key) => does(() => keys.publicKey(key)),
    sign: (key, algorithm, message) => does(() => keys.sign(key, algorithm, message)),
    mac: (key, message) => does(() => keys.mac(key, message)),
    isMac: (key, signed) => does(() => keys.isMac(key, signed)),
    makeSecret: (key, context) => does(() => keys.makeSecret(key, context)),
    unwrap: (key, wrapped, context) => does(() => keys.unwrap(key, wrapped, context)),
  }
}

const publishFor = (by: Simulated, behind: Behind): Clients['publish'] => {
  const { scheduler, chaos, clients, mislay } = behind
  return async (topic, message) => {
    const task = taskHere()
    if (task === undefined) return clients.publish(topic, message)
    await scheduler.park(task)
    const how = drawn(chaos, { by, port: 'publish', what: 'other' })
    switch (how) {
      case 'lost':
        throw lost()
      case 'crash-before':
        return scheduler.kill(task)
      case 'swallowed':
      case 'refused':
        return mislay(how, topic, message)
      case 'freeze':
        await scheduler.hold(task, scheduler.sleep(frozenFor))
        break
      case 'answer':
      case 'busy':
      case 'crash-after':
      case 'half':
      case 'lag':
      case 'later':
      case 'provoke':
      case 'record':
      case 'reply-lost':
      case undefined:
    }
    await clients.publish(topic, message)
    if (how === 'reply-lost') throw lost()
    if (how === 'crash-after') return scheduler.kill(task)
  }
}

const objectsFor = (by: Simulated, behind: Behind): Clients['objects'] => {
  const { objects } = behind.clients
  const does = <Result>(work: () => Promise<Result>): Promise<Result> =>
    stepsOf(behind)({ call: { by, port: 'objects', what: 'other' }, does: work })
  return {
    putNew: (bucket, name, text) => does(() => objects.putNew(bucket, name, text)),
    get: (bucket, name) => does(() => objects.get(bucket, name)),
    list: (bucket, prefix, most) => does(() => objects.list(bucket, prefix, most)),
  }
}

/** The clients of one sandbox of a function. */
export const clientsFor = (by: Simulated, behind: Behind): Clients => ({
  ...nothingDelivered,
  store: storeFor(by, behind),
  keys: keysFor(by, behind),
  publish: publishFor(by, behind),
  post: postFor(by, behind),
  queues: queuesFor(by, behind),
  objects: objectsFor(by, behind),
  scan: behind.clients.scan,
})
