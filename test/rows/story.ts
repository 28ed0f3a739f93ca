import { westmarch } from '../../infra/stages/local.ts'
import { createInMemoryKeys, keyIds } from '../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import {
  tables as definitions,
  forEachTable,
  isTableName,
  type TableName,
} from '../../shared/aws/dynamodb/tables.ts'
import { aConcern } from '../builders/a-concern.ts'
import { drugService } from '../builders/clients.ts'
import { callsOf, concernIdIn } from '../builders/hub-calls.ts'
import { idsInOrder } from '../fakes/ids-in-order.ts'
import { startTestHub } from '../fakes/test-hub.ts'
import * as scenes from './scenes.ts'

export type Written = { readonly table: TableName; readonly row: KeyedRow }

const tables = forEachTable((name) => name)

type Scene = keyof typeof scenes

const playScene = async (name: Scene, onRow: (written: Written) => void): Promise<void> => {
  const store = createInMemoryStore(definitions, ({ table, after }) => {
    if (after !== undefined && isTableName(table)) onRow({ table, row: after })
  })
  const keys = createInMemoryKeys()
  const hub = await startTestHub(
    { store, keys, keyIds, tables, rows: async (table) => store.rows(table) },
    name === 'onTrial' ? { needed: 5, authorities: [westmarch] } : undefined,
    idsInOrder(),
  )
  const calls = callsOf(hub)
  let sent = 0
  const taken: scenes.Stage['taken'] = async (answer) => {
    const reply = await answer
    if (reply.status >= 400)
      throw new Error(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply
  }
  await scenes[name]({
    hub,
    calls,
    taken,
    send: async (concern = aConcern(), caller = drugService) => {
      sent += 1
      const key = `a-key-of-its-own-${String(sent).padStart(4, '0')}`
      const reply = await taken(calls.submit(key, concern, caller))
      await hub.settle()
      return concernIdIn(reply)
    },
  })
  await hub.seal()
}

/** Every row that the hub writes while it is told the story, each as often as it was written anew. All people are invented. */
export const playStory = async (): Promise<readonly Written[]> => {
  const written: Written[] = []
  for (const name of Object.keys(scenes) as Scene[])
    await playScene(name, (row) => written.push(row))
  return written
}
