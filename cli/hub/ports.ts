import type { StageFile } from '../../infra/stages/stage-file.ts'
import type { Row, Store } from '../../shared/aws/dynamodb/store.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import type { NewId } from '../../shared/kernel/ids.ts'
import type { SignedObjects } from '../import/upload-files.ts'
import type { Asking, System } from '../receive/api-of.ts'
import type { RecoveryPorts } from '../recovery/recovery-ports.ts'
import type { VerifyPorts } from '../verify/command.ts'

/** Where the directory is: both tables by name, or neither for the hub on this machine. */
export type PlaceOptions = {
  readonly directory?: string | undefined
  readonly auditEntries?: string | undefined
}

/** A directory that can be read and written. */
export type OpenDirectory = {
  readonly store: Store
  readonly tables: {
    readonly directory: string
    readonly auditEntries: string
    /** Of the hub on this machine. */
    readonly register?: string
  }
  /** Every row, in no order. */
  readonly scan: () => Promise<readonly Row[]>
}

/** What the command needs of the world: the tables, files, one fetch, time, ids, and somewhere to print. */
export type Ports = {
  readonly open: (place: PlaceOptions) => Promise<OpenDirectory>
  readonly readText: (path: string) => Promise<string>
  readonly readStage: (path: string) => Promise<StageFile>
  /** What an https address answers, fetched from a public address of its host, within bounds of size and time. */
  readonly fetchText: (url: URL) => Promise<string>
  /** Names of the keys that the hub publishes: that of an address, or the one on this machine. */
  readonly readPublished: (api: string | undefined) => Promise<readonly string[]>
  /** Public halves (32 raw bytes) of the keys that may sign checkpoints, in their order: the first signs where nobody has chosen. */
  readonly readLogKeys: (place: PlaceOptions) => Promise<readonly Buffer[]>
  /** Public half of the key that signs exports of the log. */
  readonly readExportKey: (place: PlaceOptions) => Promise<Buffer>
  /** The API of a hub, as the client with this private key. */
  readonly apiOf: (system: System) => Pick<Asking, 'get' | 'post'>
  /** What stands under addresses that a hub has signed. */
  readonly signedObjects: SignedObjects
  /** Where the API of the hub on this machine is, and the key of one of its demo clients. */
  readonly readDemo: (client: string) => Promise<{ readonly hub: string; readonly key: string }>
  /** The log's name, of the hub on this machine. */
  readonly readOrigin: () => Promise<string>
  readonly print: (text: string) => void
  readonly verify: Omit<VerifyPorts, 'print'>
  /** How the command ends, where the answer is in how it does. */
  readonly exitWith: (code: 0 | 1 | 2) => void
  readonly recovery: RecoveryPorts
  readonly now: Clock
  readonly newId: NewId
}
