import { shards } from '../../casework/waiting.ts'
import type { Urgency } from '../../codes/response-times.ts'

/** The shard of whatever has this id: all that waits of one concern is in one, so that its order is kept. */
const shardOf = (id: string): number => {
  let sum = 0
  for (const character of id) sum = (31 * sum + (character.codePointAt(0) ?? 0)) % 2 ** 32
  return sum % shards
}

/** Partition of the waiting index: of a kind by how soon somebody must look, in as many shards as one partition could not take. */
export const waitingPartition = (kind: string, urgency: Urgency, shard: number): string =>
  `${kind}#${urgency}#${shard}`

/** Where what has this id waits; what has no urgency of its own is as any. */
export const waitingIn = (kind: string, id: string, urgency: Urgency = 'routine'): string =>
  waitingPartition(kind, urgency, shardOf(id))
