/**
 * Decided here: how the operator's commands reach a hub that keeps everything in its own memory. It listens on this machine alone, and
 * answers whoever knows the word that its place file holds; a page in a browser knows none, and may not send the header unasked.
 */
import { deserialize, serialize } from 'node:v8'
import * as z from 'zod'
import type { Row, Store } from '../../shared/aws/dynamodb/store.ts'
import { readLogKey } from '../../shared/aws/kms/log-key.ts'
import { keyIds } from '../in-memory/keys.ts'
import type { HubInMemory } from './hub-in-memory.ts'

export const operatorPath = '/operator'
export const operatorHeader = 'hub-operator'

/** What of a served hub the commands use. */
export type OperatorDoor = Store & {
  readonly rows: (table: string) => Promise<readonly Row[]>
  readonly logKeys: () => Promise<readonly Uint8Array[]>
  readonly exportKey: () => Promise<Uint8Array>
}

const names = [
  'get',
  'batch',
  'query',
  'update',
  'transact',
  'rows',
  'logKeys',
  'exportKey',
] as const satisfies readonly (keyof OperatorDoor)[]
const askedSchema = z.tuple([z.enum(names), z.array(z.unknown())])

const doorOf = ({ store, keys }: HubInMemory): OperatorDoor => ({
  get: store.get,
  batch: store.batch,
  query: store.query,
  update: store.update,
  transact: store.transact,
  rows: async (table) => store.rows(table),
  logKeys: () => Promise.all([keyIds.log, keyIds.logNext].map((key) => readLogKey(keys, key))),
  exportKey: () => readLogKey(keys, keyIds.export),
})

/** One call of a command, whatever it gives; what it changes wakes whom it would wake in the cloud. */
export const answerOperator = async (hub: HubInMemory, body: Buffer): Promise<Buffer> => {
  const [name, input] = askedSchema.parse(deserialize(body))
  const given = await hub.inTurn(
    async (): Promise<unknown> => Reflect.apply(doorOf(hub)[name], undefined, input),
  )
  hub.drain().catch(() => undefined)
  return serialize(given)
}

/** The same, from the other side. @throws Error where it answers otherwise */
export const operatorDoorAt = (endpoint: string, word: string): OperatorDoor => {
  const call =
    (name: (typeof names)[number]) =>
    async (...input: readonly unknown[]): Promise<never> => {
      const answer = await fetch(`${endpoint}${operatorPath}`, {
        method: 'POST',
        headers: { [operatorHeader]: word },
        body: serialize([name, input]),
      })
      if (!answer.ok) throw new Error(`the served hub answers ${answer.status}`)
      return deserialize(Buffer.from(await answer.arrayBuffer())) as never
    }
  return {
    get: call('get'),
    batch: call('batch'),
    query: call('query'),
    update: call('update'),
    transact: call('transact'),
    rows: call('rows'),
    logKeys: call('logKeys'),
    exportKey: call('exportKey'),
  }
}
