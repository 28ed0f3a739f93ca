import { tables as definitions, type TableName } from '../../shared/aws/dynamodb/tables.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'
import { InputError } from '../evaluate/input-error.ts'
import { rowsOf } from './export-items.ts'
import { digestOf, plus } from './item-digest.ts'
import { isBeyondHead, waitAgain } from './log-end.ts'
import type { TableExport } from './manifests.ts'
import type { Target } from './recovery-ports.ts'
import { type RestoreFileDeps, restoreFile } from './restore-file.ts'
import type { RestoreState, StateFile } from './restore-state.ts'

/**
 * The log before anything that the sequencer could seal, and what it would seal last: whatever runs too early finds the
 * log that it has to go on from.
 */
const order: readonly TableName[] = [
  'auditLog',
  ...keysOf(definitions).filter((name) => name !== 'auditLog' && name !== 'auditEntries'),
  'auditEntries',
]

export const inOrder = (exports: readonly TableExport[]): readonly TableExport[] =>
  exports.toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table))

type Deps = RestoreFileDeps & {
  readonly tables: Readonly<Record<string, string>>
  readonly stateFile: StateFile
  readonly progress: (text: string) => void
}

/** Files of all tables, one after another; after each it is written down that it is done. */
export const restoreTables = async (
  exports: readonly TableExport[],
  begun: RestoreState,
  deps: Deps,
): Promise<RestoreState> => {
  let state = begun
  for (const { table, files } of inOrder(exports)) {
    const called = deps.tables[table] ?? ''
    for (const [at, file] of files.entries()) {
      if (state.files[file.name] !== undefined) continue
      const done = await restoreFile({ table, called }, file, deps)
      state = { ...state, files: { ...state.files, [file.name]: done } }
      await deps.stateFile.write(state)
      const { put, stood, newer } = done
      deps.progress(
        `${table}: file ${at + 1} of ${files.length}, ${put} rows put, ${stood} stood already, ${newer} are newer\n`,
      )
    }
  }
  return state
}

/** What must stand in a table because of its export. */
const expectedIn = ({ files }: TableExport, state: RestoreState) =>
  files
    .map(({ name }) => state.files[name])
    .reduce(
      ({ count, digest }, file) => ({
        count: count + (file === undefined ? 0 : file.put + file.stood + file.newer),
        digest: plus(digest, BigInt(`0x${file?.digest ?? '0'}`)),
      }),
      { count: 0, digest: 0n },
    )

const readBack = async (target: Target, called: string) => {
  let count = 0
  let digest = 0n
  for await (const items of target.items(called))
    for (const item of items) {
      count += 1
      digest = plus(digest, digestOf(item))
    }
  return { count, digest }
}

/**
 * Reads each table back and compares it with what was put and what was left standing.
 * @throws InputError for a table that holds anything else, or less
 */
export const verifyTables = async (
  exports: readonly TableExport[],
  restored: RestoreState,
  deps: Deps,
): Promise<RestoreState> => {
  let state = restored
  for (const one of inOrder(exports)) {
    const { table } = one
    if (state.verified.includes(table)) continue
    const [expected, found] = [
      expectedIn(one, state),
      await readBack(deps.target, deps.tables[table] ?? ''),
    ]
    if (found.count !== expected.count || found.digest !== expected.digest)
      throw new InputError(
        `${table} does not hold what was restored: ${found.count} rows of ${expected.count}${found.count === expected.count ? ', of another content' : ''}. Somebody writes into it meanwhile, or did before`,
      )
    state = { ...state, verified: [...state.verified, table] }
    await deps.stateFile.write(state)
    deps.progress(`${table}: ${found.count} rows read back, as they were exported\n`)
  }
  return state
}

/** Entries beyond the head of the log that was exported wait to be sealed again; gives how many. */
export const sealAgain = async (
  exports: readonly TableExport[],
  { files: states, logSize }: RestoreState,
  { files, ...place }: Pick<Deps, 'files'> & Parameters<typeof waitAgain>[0],
): Promise<number> => {
  const ofLog = exports.find(({ table }) => table === 'auditLog')?.files ?? []
  const torn = ofLog.filter(({ name }) => (states[name]?.beyond ?? 0) > 0)
  let count = 0
  for await (const item of rowsOf(files, torn))
    if (isBeyondHead('auditLog', item, logSize) && (await waitAgain(place, item))) count += 1
  return count
}
