import { createSecretKey, randomUUID } from 'node:crypto'
import { westmarch } from '../../infra/stages/local.ts'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import type { By } from '../../shared/agencies/recorder-of.ts'
import { commitRegisterIn } from '../../shared/aws/dynamodb/commit-register.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import {
  findAdultIn,
  readAdultsIn,
  readChildrenIn,
  readFamilyIn,
} from '../../shared/aws/dynamodb/register.ts'
import { listBetweenIn, readLoadIn, saveLoadIn } from '../../shared/aws/dynamodb/register-loads.ts'
import type { Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../shared/aws/dynamodb/tables.ts'
import { hashKey } from '../../shared/aws/kms/index-hash.ts'
import { newId } from '../../shared/aws/new-id.ts'
import { type LoadChildrenDeps, loadChildren } from '../../shared/casework/load-children.ts'
import { sortingOnDisk } from '../../shared/files/sort-on-disk.ts'
import { type Part, partsOf } from '../../shared/loading/parts.ts'
import type { LoadStep } from '../../shared/register/load.ts'
import { countingBlocks } from './full-blocks.ts'
import { type Files, readFiles } from './read-files.ts'

const tables = forEachTable((name) => name)
const secret = { version: 'v1', secret: createSecretKey(new Uint8Array(32)) }

/** Nothing of it is kept: what is measured is what is asked of the tables, and these would be most of the memory. */
const counting = () => {
  const inner = createInMemoryStore(definitions)
  const blocks = countingBlocks()
  const counts = { reads: 0, register: 0, others: 0 }
  const store: Store = {
    ...inner,
    get: (table, key) => {
      counts.reads += 1
      return inner.get(table, key)
    },
    batch: (keys) => {
      counts.reads += Object.values(keys).flat().length
      return inner.batch(keys)
    },
    transact: (actions) => {
      const own = actions.filter(({ table }) => table === tables.register).length
      counts.register += own
      counts.others += actions.length - own
      for (const action of actions) blocks.see(action)
      return inner.transact(actions)
    },
  }
  const take = () => {
    const taken = { ...counts }
    Object.assign(counts, { reads: 0, register: 0, others: 0 })
    return taken
  }
  return { store, take, blocks: blocks.counts }
}

const depsOf = (store: Store): LoadChildrenDeps => ({
  readFamily: readFamilyIn(store, tables.register),
  readAdult: findAdultIn(store, tables.register),
  readChildren: readChildrenIn(store, tables.register),
  readAdults: readAdultsIn(store, tables.register),
  hashKeys: async (keys) => keys.map((key) => hashKey(secret, key)),
  commit: commitRegisterIn(store, tables, { newId, now: () => new Date() }),
  record: recordEntriesIn(store, tables.auditEntries),
  listBetween: listBetweenIn(store, tables.register),
  readLoad: readLoadIn(store, tables.casework),
  saveLoad: saveLoadIn(store, tables),
  newId,
  now: () => new Date(),
})

const by: By = {
  caller: {
    clientId: 'bench',
    role: 'register-manager',
    scopes: ['register.write'],
    agency: 'bench',
    agencyName: 'Bench',
    authority: westmarch,
  },
  requestId: randomUUID(),
  practitioner: 'rm-1',
}

type Sent = { readonly digest: string; readonly step: LoadStep; readonly deps: LoadChildrenDeps }

const send = async (parts: AsyncIterable<Part>, { digest, step, deps }: Sent): Promise<void> => {
  let after = ''
  for await (const { upTo, ...part } of parts) {
    const isLast = upTo === undefined
    const load = { authority: westmarch, digest, extent: 'FULL', step, after, isLast } as const
    const done = await loadChildren(by, { ...load, ...part }, deps)
    if (done.kind !== 'done') throw new Error(`the load stopped: ${done.kind}`)
    after = done.load.position
  }
}

/** Seconds by the clock, and milliseconds of a processor: these do not depend on what else the machine does. */
const timeOf = async (work: () => Promise<void>) => {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - startedAt) / 1_000, cpu: (user + system) / 1_000 }
}

type Blocks = ReturnType<ReturnType<typeof countingBlocks>['counts']>

const indexLine = ({ rows, inFull, beyond }: Blocks, children: number): string => {
  const share = (part: number): string => ((100 * part) / rows).toFixed(1)
  return `match index: ${(rows / children).toFixed(1)} rows a child; ${share(inFull)} % of them in blocks that are full, ${share(beyond)} % beyond what makes them so`
}

/** Both loads, each compared and applied, a line as each is done. */
async function* loadTwice({ people, digest, report }: Files): AsyncGenerator<string> {
  const { store, take, blocks } = counting()
  const deps = depsOf(store)
  const { loaded } = report.records
  for (const round of ['first', 'second'])
    for (const step of ['compare', 'apply'] as const) {
      const time = await timeOf(() => send(partsOf(people()), { digest, step, deps }))
      const { reads, register, others } = take()
      yield `${round} load, ${step}: ${(loaded / time.seconds).toFixed(0)} children a second, ${(time.cpu / loaded).toFixed(1)} ms of a processor each; rows read ${(reads / loaded).toFixed(1)} a child; written ${register} of the register, ${others} of others`
    }
  yield indexLine(blocks(), loaded)
}

/** What it takes to read, compare and apply these files, and to do so again. */
export async function* measureLoad(folder: string, today: Date): AsyncGenerator<string> {
  const sorting = await sortingOnDisk()
  const startedAt = performance.now()
  const files = await readFiles(folder, today, sorting)
  const seconds = (performance.now() - startedAt) / 1_000
  const memory = process.resourceUsage().maxRSS / 1_024
  const { records, rows } = files.report
  yield `read and checked: ${records.loaded} children of ${rows} rows in ${seconds.toFixed(0)} s, ${memory.toFixed(0)} MB at the most`
  yield* loadTwice(files)
  await sorting.end()
}
