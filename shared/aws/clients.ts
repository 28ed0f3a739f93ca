import type { PackedPlaces } from '../places/packed-places.ts'
import type { Call } from '../sending/call.ts'
import type { Post } from '../sending/post.ts'
import type { Scan } from './dynamodb/scan.ts'
import type { Store } from './dynamodb/store.ts'
import type { Keys } from './kms/keys.ts'
import type { ReadAccessLog } from './logs/access-log.ts'
import type { ImportObjects } from './s3/import-objects.ts'
import type { Objects } from './s3/objects.ts'
import type { ReadSecret } from './secrets/read-secret.ts'
import type { StartMachine } from './sfn/machine.ts'
import type { Publish } from './sns/publish.ts'
import type { Queues } from './sqs/queues.ts'

/** What stands behind the adapters: AWS in a deployment, memory in a test and in the hub of one process. */
export type Clients = {
  readonly store: Store
  readonly scan: Scan
  readonly keys: Keys
  readonly publish: Publish
  readonly objects: Objects
  readonly imports: ImportObjects
  readonly startMachine: StartMachine
  readonly readAccessLog: ReadAccessLog
  readonly queues: Queues
  readonly post: Post
  readonly call: Call
  readonly readSecret: ReadSecret
  /** Which authority answers where. */
  readonly places: () => PackedPlaces
}
