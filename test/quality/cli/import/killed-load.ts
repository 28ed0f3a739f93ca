import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { westmarch } from '../../../../infra/stages/local.ts'
import { operatorDoorAt } from '../../../../local/serve/operator-door.ts'
import { type Served, startServer } from '../../../../local/serve/start-server.ts'
import { registerLoadKey } from '../../../../shared/aws/dynamodb/keys.ts'
import { registerLoadKind } from '../../../../shared/aws/dynamodb/register-loads.ts'
import type { Row } from '../../../../shared/aws/dynamodb/store.ts'
import type { RegisterLoad } from '../../../../shared/register/load.ts'

const program = fileURLToPath(new URL('../../../../cli/hub.ts', import.meta.url))

export const serve = (folder: string): Promise<Served> =>
  startServer({ port: 0, children: 0, folder, log: () => {}, publish: async () => {} })

/** `hub import … --apply` as a process of its own. */
export const startImport = (files: string, { place }: Served): ChildProcess => {
  const who = ['--client', 'westmarch-register', '--practitioner', 'rm-7']
  const key = ['--key', join(place.clientKeys, 'westmarch-register.pem')]
  const where = ['--authority', westmarch, '--hub', place.apiUrl]
  return spawn(
    process.execPath,
    [program, 'import', files, ...where, ...who, ...key, '--apply', '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
}

/** What it printed; @throws Error with what it said where it failed */
export const ended = async (child: ChildProcess): Promise<unknown> => {
  const [out, said]: [string[], string[]] = [[], []]
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(said.join(''))
  return JSON.parse(out.join(''))
}

export const loadIn = async ({ store, place }: Served): Promise<RegisterLoad | undefined> => {
  const partition = { field: 'pk', value: registerLoadKey(westmarch, '').pk }
  const { rows } = await store.query({ table: place.tables.casework, partition })
  return rows.map((row) => registerLoadKind.read(row).load)[0]
}

/** Until part of the load is applied, and no more than that. */
export const untilHalfWay = async (served: Served): Promise<void> => {
  for (;;) {
    const load = await loadIn(served)
    if (load?.phase === 'APPLYING' && load.position !== '') return
    if (load?.phase === 'APPLIED') throw new Error('it was over before it could be killed')
    await wait(5)
  }
}

export const rowsOf = (
  { place }: Served,
  table: 'register' | 'auditEntries' | 'auditLog',
): Promise<readonly Row[]> =>
  operatorDoorAt(place.endpoint, place.operatorWord ?? '').rows(place.tables[table])

const times = new Set(['at', 'recordedAt', 'since'])

/** A row without when it was written; hashes of the index, which each hub makes with a key of its own, by their kind and number alone. */
export const timeless = (row: Row): string =>
  JSON.stringify(row, (name, value: unknown) => {
    if (times.has(name)) return 0
    if (value instanceof Uint8Array) return value.length
    return typeof value === 'string' && value.startsWith('BK#')
      ? value.slice(0, value.lastIndexOf('#'))
      : value
  })

type Entry = {
  readonly entryId: string
  readonly action: string
  readonly subjects: readonly string[]
  readonly codes: Readonly<Record<string, string>>
}

/** What the audit log remembers of a load, sealed or not, whenever and in whichever order. */
export const rememberedOf = async (served: Served): Promise<readonly string[]> => {
  const tables = ['auditEntries', 'auditLog'] as const
  const rows = (await Promise.all(tables.map((table) => rowsOf(served, table)))).flat()
  const entries = rows.flatMap(({ entry }) => (entry === undefined ? [] : [entry as Entry]))
  return [...new Map(entries.map((entry) => [entry.entryId, entry])).values()]
    .filter(({ action }) => /_RECORDED$|^REGISTER_LOADED$/.test(action))
    .map(({ action, subjects, codes }) => JSON.stringify([action, subjects, codes]))
    .toSorted()
}
