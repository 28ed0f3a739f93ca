import type { ScanPages } from '../../shared/aws/dynamodb/count-conservation.ts'
import type { Key, Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'
import type { ExportFiles } from './export-files.ts'
import type { Item } from './item-digest.ts'
import type { StateFile } from './restore-state.ts'

/** Tables that rows go back into, as DynamoDB writes rows. */
export type Target = {
  /** Puts the row where none stands; otherwise gives the one that stands, and leaves it. */
  readonly put: (table: string, item: Item) => Promise<Item | undefined>
  readonly get: (table: string, key: Key) => Promise<Item | undefined>
  readonly items: (table: string) => AsyncIterable<readonly Item[]>
  readonly isEmpty: (table: string) => Promise<boolean>
  /** What tells the table's stream from every other. */
  readonly streamLabel: (table: string) => Promise<string | undefined>
}

/** A secret that one key wrapped, wrapped by another in the same context; it is opened by nobody. */
export type Rewrap = (
  wrapped: Uint8Array,
  by: {
    readonly from: string
    readonly to: string
    readonly context: Readonly<Record<string, string>>
  },
) => Promise<Uint8Array>

/** The tables of a hub by what they are for; of those that a verb does not need, none. */
export type NamedTables = Readonly<Partial<Record<TableName, string>>>

export type OpenTables = {
  readonly tables: NamedTables
  readonly store: Store
  readonly scan: ScanPages
  readonly target: Target
  readonly keys: Keys
  readonly rewrap: Rewrap
}

/** What restoring and reconciling need of the world beside time, ids and somewhere to print. */
export type RecoveryPorts = {
  /** Tables by name, or those of the hub on this machine where none is named. */
  readonly openTables: (named: NamedTables) => Promise<OpenTables>
  readonly exportFiles: (place: string) => ExportFiles
  readonly stateFile: (path: string) => StateFile
  /** Tells whoever waits how far it is. */
  readonly progress: (text: string) => void
  /** The command has done its work, and what it found is not as it should be: exit code 1. */
  readonly fail: () => void
}
