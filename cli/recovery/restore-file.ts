import { unmarshall } from '@aws-sdk/util-dynamodb'
import { kindsOfRow } from '../../shared/aws/dynamodb/rows/row-kinds.ts'
import type { Row } from '../../shared/aws/dynamodb/store.ts'
import {
  tables as definitions,
  type TableDefinition,
  type TableName,
} from '../../shared/aws/dynamodb/tables.ts'
import type { ExportFiles } from './export-files.ts'
import { checkFile, itemsIn } from './export-items.ts'
import { digestOf, type Item, plus, textOfItem } from './item-digest.ts'
import type { DataFile } from './manifests.ts'
import type { Target } from './recovery-ports.ts'
import type { FileState } from './restore-state.ts'

/** A row of a kind that nobody here knows, by what its key begins with: never the key itself. */
const unknownKind = (table: TableName, row: Row): string | undefined =>
  kindsOfRow(table, row).length > 0
    ? undefined
    : [table, ...[row['pk'], row['sk']].map((key) => String(key).split('#')[0] ?? '')].join(' ')

/** A table deletes what is over; a backup does not bring it back. */
const isExpired = (table: TableName, row: Row, now: Date): boolean => {
  const { expiry }: TableDefinition = definitions[table]
  const at = expiry === undefined ? undefined : row[expiry]
  return typeof at === 'number' && at * 1000 <= now.getTime()
}

type Outcome = { readonly what: 'put' | 'stood' | 'newer' | 'expired'; readonly stands: bigint } & {
  readonly unknown?: string | undefined
}

export type RestoreFileDeps = {
  readonly files: ExportFiles
  readonly target: Target
  readonly now: Date
  /** Looks at a row before it is put. @throws InputError for one that must not be */
  readonly admit: (table: TableName, row: Row) => Promise<void>
}

const restoreItem = async (
  { table, called }: { readonly table: TableName; readonly called: string },
  item: Item,
  { target, now, admit }: RestoreFileDeps,
): Promise<Outcome> => {
  const row = unmarshall(item)
  if (isExpired(table, row, now)) return { what: 'expired', stands: 0n }
  await admit(table, row)
  const unknown = unknownKind(table, row)
  const stood = await target.put(called, item)
  if (stood === undefined) return { what: 'put', stands: digestOf(item), unknown }
  const isSame = textOfItem(stood) === textOfItem(item)
  return { what: isSame ? 'stood' : 'newer', stands: digestOf(stood), unknown }
}

const nothing: FileState = {
  put: 0,
  stood: 0,
  newer: 0,
  expired: 0,
  unknown: {},
  digest: '0',
}

const withOutcome = (state: FileState, { what, stands, unknown }: Outcome): FileState => ({
  ...state,
  [what]: state[what] + 1,
  digest: plus(BigInt(`0x${state.digest}`), stands).toString(16),
  ...(unknown !== undefined && {
    unknown: { ...state.unknown, [unknown]: (state.unknown[unknown] ?? 0) + 1 },
  }),
})

/** Every row of one file into its table, each as it was exported, and none over another. */
export const restoreFile = async (
  place: { readonly table: TableName; readonly called: string },
  file: DataFile,
  deps: RestoreFileDeps,
): Promise<FileState> => {
  await checkFile(deps.files, file)
  let state = nothing
  for await (const some of itemsIn(deps.files, file)) {
    const outcomes = await Promise.all(some.map((item) => restoreItem(place, item, deps)))
    state = outcomes.reduce(withOutcome, state)
  }
  return state
}
