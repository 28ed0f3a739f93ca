import type { Command } from 'commander'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { aboutLog } from '../../shared/audit/expired-leaves.ts'
import { recordEntriesIn } from '../../shared/aws/dynamodb/record-entries.ts'
import { workIdSchema } from '../../shared/kernel/work-id.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked } from '../hub/common-options.ts'
import type { Ports } from '../hub/ports.ts'
import { textOf } from '../hub/report.ts'
import { type AdmitDeps, admitIn, readFirstRows, requireFit } from './admit-rows.ts'
import type { ExportFiles } from './export-files.ts'
import { sizeOfHead } from './log-end.ts'
import { outOfOrder, readExports, type TableExport } from './manifests.ts'
import { namedTables, type PlaceOptions, requireTable, withTables } from './places.ts'
import type { OpenTables } from './recovery-ports.ts'
import type { RestoreState, StateFile } from './restore-state.ts'
import { restoreTables, sealAgain, verifyTables } from './restore-tables.ts'
import { takeUpAgain } from './take-up-again.ts'

type Options = PlaceOptions & {
  readonly from: string
  readonly state: string
  readonly by: string
  readonly indexKey: string
  readonly formerIndexKey?: string
  readonly ontoRows?: boolean
  readonly outOfOrder?: boolean
  readonly json?: boolean
}

const emptyState = (exports: readonly TableExport[], open: OpenTables): RestoreState => ({
  exports: Object.fromEntries(exports.map(({ table, id }) => [table, id])),
  tables: Object.fromEntries(exports.map(({ table }) => [table, requireTable(open.tables, table)])),
  files: {},
  verified: [],
})

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Where a former run stopped, or a beginning into tables in which nothing stands that does not go with what is restored. */
const begin = async (
  exports: readonly TableExport[],
  { open, stateFile, options, files, admitting }: At,
): Promise<RestoreState> => {
  const fresh = emptyState(exports, open)
  const state = await stateFile.read()
  if (state !== undefined) {
    if (!isSame([state.exports, state.tables], [fresh.exports, fresh.tables]))
      throw new InputError(`${options.state} is of another restore: name another file`)
    return state
  }
  for (const [table, called] of Object.entries(fresh.tables))
    if (options.ontoRows !== true && !(await open.target.isEmpty(called)))
      throw new InputError(
        `${table} is not empty: restore into new tables, or say --onto-rows; what stands there is then left as it is`,
      )
  const first = await readFirstRows(files, exports, admitIn(admitting))
  await requireFit({ ...admitting, exports, first, auditLog: open.tables.auditLog })
  const begun = { ...fresh, ...(first.head && { logSize: sizeOfHead(first.head) }) }
  await stateFile.write(begun)
  return begun
}

type At = {
  readonly open: OpenTables
  readonly stateFile: StateFile
  readonly options: Options
  readonly files: ExportFiles
  readonly admitting: AdmitDeps
}

const requireOrder = (exports: readonly TableExport[], { outOfOrder: isMeant }: Options): void => {
  const wrong = outOfOrder(exports)
  if (wrong.length > 0 && isMeant !== true)
    throw new InputError(`${wrong.join('\n')}\nIf you cannot: --out-of-order`)
}

const counted = (state: RestoreState) => {
  const files = Object.values(state.files)
  const sum = (of: 'put' | 'stood' | 'newer' | 'expired' | 'beyond'): number =>
    files.reduce((total, file) => total + file[of], 0)
  const unknown: Record<string, number> = {}
  for (const file of files)
    for (const [kind, count] of Object.entries(file.unknown))
      unknown[kind] = (unknown[kind] ?? 0) + count
  return {
    put: sum('put') + sum('stood'),
    newer: sum('newer'),
    expired: sum('expired'),
    beyond: sum('beyond'),
    unknown,
  }
}

/** What the hub itself says of it, in the log that goes on. */
const sayDone = async (
  exports: readonly TableExport[],
  state: RestoreState,
  { at, ports, by }: { readonly at: At; readonly ports: Ports; readonly by: string },
): Promise<void> => {
  const now = ports.now()
  const record = recorderFor({ actor: 'operator', practitioner: by }, now, ports.newId)
  const codes = Object.fromEntries(
    exports.map(({ table, exportTime, itemCount }) => [table, `${exportTime} ${itemCount}`]),
  )
  const { put, newer } = counted(state)
  const entries = record('HUB_RESTORED', [aboutLog], {
    codes: { ...codes, put: String(put), newer: String(newer) },
  })
  await recordEntriesIn(at.open.store, requireTable(at.open.tables, 'auditEntries'))(entries)
  await at.stateFile.write({ ...state, doneAt: now.toISOString() })
}

const linesOf = (
  done: ReturnType<typeof counted> & { readonly again: number; readonly toSeal: number },
): readonly string[] => [
  `${done.put} rows restored and read back`,
  ...(done.newer > 0 ? [`${done.newer} were left: newer ones stood there`] : []),
  ...(done.expired > 0 ? [`${done.expired} were left out: their time is over`] : []),
  ...(done.beyond > 0
    ? [
        `${done.beyond} rows of the log were left out, for its head had not got there; ${done.toSeal} entries in them wait to be sealed again`,
      ]
    : []),
  ...Object.entries(done.unknown).map(
    ([kind, count]) => `${count} of a kind that this release does not know, as they were: ${kind}`,
  ),
  `${done.again} of what was received wait again, for the backup held nothing of their effect`,
  'next: deploy the rest of the hub, let the sweeps run for fifteen minutes, then hub reconcile',
]

const restore = async (options: Options, ports: Ports): Promise<void> => {
  const by = checked(workIdSchema, options.by, '--by')
  const { recovery } = ports
  const open = await recovery.openTables(namedTables(options))
  const files = recovery.exportFiles(options.from)
  const exports = await readExports(files)
  requireOrder(exports, options)
  const logLabel = await open.target.streamLabel(requireTable(open.tables, 'auditLog'))
  const { keys, rewrap, target } = open
  const { indexKey, formerIndexKey } = options
  const admitting = {
    ...{ keys, rewrap, target, indexKey, formerIndexKey, logLabel },
    register: open.tables.register,
  }
  const at = { open, options, stateFile: recovery.stateFile(options.state), files, admitting }
  const begun = await begin(exports, at)
  const deps = {
    ...{ files, admit: admitIn(admitting), now: ports.now(), target, tables: begun.tables },
    ...{ stateFile: at.stateFile, progress: recovery.progress, logSize: begun.logSize },
  }
  const put = await restoreTables(exports, begun, deps)
  const state = options.ontoRows === true ? put : await verifyTables(exports, put, deps)
  const tables = {
    intake: requireTable(open.tables, 'intake'),
    casework: requireTable(open.tables, 'casework'),
  }
  const again = await takeUpAgain({ store: open.store, scan: open.scan, tables, now: ports.now })
  const auditEntries = requireTable(open.tables, 'auditEntries')
  const toSeal = await sealAgain(exports, state, { files, store: open.store, auditEntries })
  if (state.doneAt === undefined) await sayDone(exports, state, { at, ports, by })
  const done = { ...counted(state), again, toSeal }
  ports.print(textOf({ data: done, lines: linesOf(done) }, options.json === true))
}

/** `hub restore`: the rows of an export into the empty tables of a hub. */
export const addRestore = (hub: Command, ports: Ports): void => {
  withTables(hub.command('restore'))
    .requiredOption('--from <place>', 'folder or s3://bucket/prefix with <table>/AWSDynamoDB/…')
    .requiredOption('--state <file>', 'keeps how far it is: run again with it after a kill')
    .requiredOption('--index-key <arn>', 'the KMS key that wraps the key of the match index')
    .option('--former-index-key <arn>', 'the key that wrapped it, where it was in another account')
    .requiredOption('--by <work-id>', 'who does it: your work id, never a name')
    .option('--onto-rows', 'although rows stand there; they are left as they are')
    .option('--out-of-order', 'although something is lost by the order of the exports')
    .option('--json', 'print JSON')
    .action((options: Options) => restore(options, ports))
}
