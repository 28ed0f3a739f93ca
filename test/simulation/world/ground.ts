import { localCodes } from '../../../infra/stages/local.ts'
import { nothingDelivered } from '../../../local/in-memory/nothing-delivered.ts'
import { createInMemoryObjects } from '../../../local/in-memory/objects.ts'
import { scanInMemory } from '../../../local/in-memory/scan.ts'
import {
  createInMemoryStore,
  type InMemoryStore,
  type Standing,
} from '../../../local/in-memory/store.ts'
import type { Written } from '../../../local/in-memory/table.ts'
import { createRandom } from '../../../local/people/random.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import { servedRows } from '../../../local/seed/directory.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { agreementRow } from '../../../shared/aws/dynamodb/agreements.ts'
import { agencyRow, authorityRow } from '../../../shared/aws/dynamodb/directory.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { uuidV7 } from '../../../shared/kernel/uuid-v7.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { bytesOf } from '../engine/seeded.ts'
import { createSeededKeys } from '../hub/keys.ts'
import { wires } from '../hub/wires.ts'
import { northmoorRegister, westmarchRegister } from './callers.ts'
import { childIdOf, type Family, registered } from './families.ts'
import { sendTo } from './long-ago.ts'
import { environment, startAt, tables } from './place.ts'
import { sealedTo } from './receiver.ts'
import { toldOfChanges } from './senders.ts'
import { createTokens } from './tokens.ts'

export type Ground = readonly Standing[]

const allOf = (store: InMemoryStore): Ground =>
  Object.values(tables).flatMap((table) => store.rows(table).map((row) => ({ table, row })))

const eachChild = (family: Family) =>
  Array.from({ length: family.children }, (_, child) => ({ family, child }))

/** What was left to do when they were recorded was done long ago. */
const isToDo = ({ row }: Ground[number]): boolean =>
  String(row['waitingFor'] ?? '').startsWith('HOUSEHOLD')

const agencies = toldOfChanges.map(({ key }) => key)
/** Says in the directory whom the hub serves, and who agreed with whom at this time. */
const direct = async (store: InMemoryStore, today: Date): Promise<void> => {
  const agreements = agencies.flatMap((agency) =>
    localCodes.map((code) => agreementRow(anAgreement(agency, code, today))),
  )
  const told = toldOfChanges.map(agencyRow)
  for (const row of [...servedRows, authorityRow(sealedTo), ...told, ...agreements])
    await store.transact([put(tables.directory, row)])
}

/** So many concerns were sent so long ago that what is left of them has expired, and no table has taken it away yet. */
const sentLongAgo = 4
const longAgo = Date.parse('2024-07-01T10:00:00Z')
const hasExpired = ({ row }: Ground[number]): boolean =>
  typeof row['expiresAt'] === 'number' && row['expiresAt'] * 1000 < startAt

/** Rows of a hub that knows these families, made by the functions that register them. */
export const makeGround = async (families: readonly Family[]): Promise<Ground> => {
  const written: Written[] = []
  const store = createInMemoryStore(definitions, (one) => void written.push(one))
  const random = createRandom(1)
  const keys = createSeededKeys()
  const clients = {
    ...nothingDelivered,
    store,
    keys,
    objects: createInMemoryObjects(),
    scan: scanInMemory(store.rows),
    publish: async () => {},
  }
  let time = startAt - 60_000
  const world = {
    now: () => new Date(time),
    newId: (now: Date) => uuidV7(now, bytesOf(random, 16)),
    log: () => {},
  }
  await direct(store, world.now())
  await wires['rotate-index'](clients, environment, world)()
  const register = wires['maintain-register'](clients, environment, world)
  const tokenOf = createTokens(keys, () => world.now().getTime())
  for (const { family, child } of families.flatMap(eachChild)) {
    const isOf = family.authority === westmarchRegister.authority
    const token = await tokenOf(isOf ? westmarchRegister : northmoorRegister)
    const sent = { id: childIdOf(family, child), token, body: registered(family, child) }
    const { statusCode } = await register(anApiEvent('putChild', sent) as never, {} as never)
    if (statusCode !== 200) throw new Error(`a child was not recorded: ${statusCode}`)
  }
  const standing = allOf(store).filter((one) => one.table !== tables.auditEntries && !isToDo(one))
  time = longAgo
  await direct(store, world.now())
  const told = () => written.splice(0)
  await sendTo(families.slice(0, sentLongAgo), { clients, world, written: told })
  return [...standing, ...allOf(store).filter(hasExpired)]
}
