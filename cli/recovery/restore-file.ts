import { kindsOfRow } from '../../shared/aws/dynamodb/rows/row-kinds.ts'
import {
  tables as definitions,
  type TableDefinition,
  type TableName,
} from '../../shared/aws/dynamodb/tables.ts'
import type { Admit } from './admit-rows.ts'
import type { ExportFiles } from './export-files.ts'
import { checkFile, itemsIn } from './export-items.ts'
import { digestOf, type Item, plus, textOfItem } from './item-digest.ts'
import { isBeyondHead } from './log-end.ts'
import type { DataFile } from './manifests.ts'
import type { Target } from './recovery-ports.ts'
import type { FileState } from './restore-state.ts'

/** A row of a kind that nobody here knows, by what its key begins with: never the key itself. */
const unknownKind = (table: TableName, item: Item): string | undefined => {
  const [pk, sk] = [item['pk']?.S ?? '', item['sk']?.S ?? '']
  if (kindsOfRow(table, { ...item, pk, sk }).length > 0) return undefined
  return [table, ...[pk, sk].map((key) => key.split('#')[0] ?? '')].join(' ')
}

/** A table deletes what is over; a backup does not bring it back. */
const isExpired = (table: TableName, item: Item, now: Date): boolean => {
  const { expiry }: TableDefinition = definitions[table]
  const seconds = expiry === undefined ? undefined : item[expiry]?.N
  return seconds !== undefined && Number(seconds) * 1000 <= now.getTime()
}

type Outcome = {
  readonly what: 'put' | 'stood' | 'newer' | 'expired' | 'beyond'
  readonly stands: bigint
} & {
  readonly unknown?: string | undefined
}

export type RestoreFileDeps = {
  readonly files: ExportFiles
  readonly target: Target
  readonly now: Date
  /** How many leaves the log has that is restored. */
  readonly logSize: number | undefined
  /** Looks at a row before it is put. @throws InputError for one that must not be */
  readonly admit: Admit
}

const restoreItem = async (
  { table, called }: { readonly table: TableName; readonly called: string },
  exported: Item,
  { target, now, admit, logSize }: RestoreFileDeps,
): Promise<Outcome> => {
  if (isExpired(table, exported, now)) return { what: 'expired', stands: 0n }
  if (isBeyondHead(table, exported, logSize)) return { what: 'beyond', stands: 0n }
  const item = await admit(table, exported)
  const unknown = unknownKind(table, item)
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
  beyond: 0,
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
