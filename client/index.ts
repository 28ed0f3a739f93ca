// What the package gives. Inside the repository each file is imported by itself.

export { type Hub, hubClient } from './hub.ts'
export type * from './hub-api.ts'
export type { BodyOf, CallName, ItemOf, PagedCall, SentTo } from './operations.ts'
export { HubProblem, HubUnreachable, VersionConflict } from './problem.ts'
export {
  type NotReceived,
  type Received,
  type Receiver,
  receiverOf,
} from './receive/receiver.ts'
export type { System } from './signed-in.ts'
