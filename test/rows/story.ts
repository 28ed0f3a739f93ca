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
import { admission } from './scenes/admission.ts'
import { setAside } from './scenes/aside.ts'
import {
  answered,
  chronologies,
  onTrial,
  polled,
  reorganised,
  unknown,
  waiting,
} from './scenes/casework.ts'
import { delivered, toldOfChange } from './scenes/delivering.ts'
import { emergency } from './scenes/emergency.ts'
import { expiring } from './scenes/expiring.ts'
import { largeFamily, registers } from './scenes/registers.ts'
import { rotation } from './scenes/rotation.ts'
import type { Scene, Stage } from './scenes/stage.ts'
import { watched } from './scenes/watching.ts'

/** A row as it was written, and in which scene: each scene has its own ids from the first on. */
export type Written = {
  readonly table: TableName
  readonly row: KeyedRow
  readonly scene?: string
}

const tables = forEachTable((name) => name)

const scenes: readonly Scene[] = [
  admission,
  delivered,
  toldOfChange,
  answered,
  chronologies,
  onTrial,
  waiting,
  polled,
  reorganised,
  unknown,
  emergency,
  registers,
  largeFamily,
  rotation,
  watched,
  expiring,
  setAside,
]

const playScene = async (scene: Scene, onRow: (written: Written) => void): Promise<void> => {
  const store = createInMemoryStore(definitions, ({ table, after }) => {
    if (after !== undefined && isTableName(table)) onRow({ table, row: after, scene: scene.name })
  })
  const keys = createInMemoryKeys()
  const hub = await startTestHub(
    { store, keys, keyIds, tables, rows: async (table) => store.rows(table) },
    scene === onTrial || scene === reorganised
      ? { needed: 5, authorities: [westmarch] }
      : undefined,
    idsInOrder(),
  )
  const calls = callsOf(hub)
  let sent = 0
  const taken: Stage['taken'] = async (answer) => {
    const reply = await answer
    if (reply.status >= 400)
      throw new Error(`${scene.name}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply
  }
  await scene({
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

const play = async (): Promise<readonly Written[]> => {
  const written: Written[] = []
  for (const scene of scenes) await playScene(scene, (row) => written.push(row))
  return written
}

let played: ReturnType<typeof play> | undefined

/**
 * Every row that the hub writes while it is told the story, each as often as it was written anew; told once for all that
 * ask in one worker. All people are invented.
 */
export const playStory = (): ReturnType<typeof play> => {
  played ??= play()
  return played
}
