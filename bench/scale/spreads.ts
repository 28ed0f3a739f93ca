import type { tables } from '../../shared/aws/dynamodb/tables.ts'
import type { Touch } from '../cost/meter.ts'

/** Over what the writes or reads of one kind of partition spread. */
export type Spread =
  | 'one'
  | 'four shards'
  | 'eight shards'
  | 'sixteen shards'
  | 'agencies'
  | 'authorities'
  | 'index keys'
  | 'own id'

/** A kind of partition, told by its table, index and the beginning of its key, and how it spreads. */
export type PartitionKind = { readonly name: string; readonly spread: Spread }

type LogIndex = Exclude<keyof typeof tables.auditLog.indexes, 'actor'>

/** A new index of the log does not compile until its spread is said here. */
const ofLogIndex: Readonly<Record<`auditLog/${LogIndex}`, Spread>> = {
  'auditLog/action': 'four shards',
  'auditLog/agency': 'agencies',
  'auditLog/authority': 'authorities',
  // One case, or one person, does not grow with the country.
  'auditLog/caseReference': 'own id',
  'auditLog/day': 'four shards',
  'auditLog/practitioner': 'own id',
  'auditLog/purpose': 'four shards',
  'auditLog/refused': 'four shards',
}

/** Indexes whose partitions are all of one kind. */
const ofIndex: Readonly<Record<string, Spread>> = {
  'intake/sent': 'agencies',
  'register/children': 'authorities',
  'casework/sent': 'agencies',
  'casework/measured': 'authorities',
  ...ofLogIndex,
}

const ofPrefix: Readonly<Record<string, Spread>> = {
  ADULT: 'own id',
  AGREEMENT: 'agencies',
  ALERT: 'own id',
  ARRIVED: 'own id',
  BK: 'index keys',
  CHILD: 'own id',
  CLIENT: 'agencies',
  CONCERN: 'own id',
  DELIVERYKEY: 'one',
  DIGEST: 'own id',
  DIRECTORY: 'one',
  IDEM: 'own id',
  INDEXKEY: 'one',
  JTI: 'own id',
  LK: 'index keys',
  LOG: 'one',
  OUTBOX: 'own id',
  QUOTA: 'agencies',
  REVIEW: 'own id',
  SIGNING: 'one',
  TOLD: 'agencies',
  TRIAL: 'one',
  WAITING: 'sixteen shards',
}

/** The client of the run stands for all clients of all agencies. */
const client = 'westmarch-substance-misuse'

const isOfClient = (partition: string): boolean => partition.includes(client)

const nameless = (partition: string): string => partition.replace(/#.*$/s, '')

/** Rows of a kind wait by urgency and shard, and all may be of one urgency; or all together. */
const ofWaiting = (index: string, partition: string): PartitionKind => ({
  name: `${index} ${nameless(partition)}`,
  ...(partition.includes('#')
    ? { spread: 'eight shards' }
    : { spread: 'one', name: `${index} ${partition}, together` }),
})

/** The inbox is an agency's or an authority's; who acts is a client, or a function that acts for everybody. */
const ofOtherIndex = (index: string, partition: string): PartitionKind => {
  const isAgency = partition.startsWith('AGENCY#') || isOfClient(partition)
  if (index === 'casework/inbox')
    return isAgency
      ? { name: `${index} of an agency`, spread: 'agencies' }
      : { name: `${index} of an authority`, spread: 'authorities' }
  if (index === 'auditLog/actor')
    return isAgency
      ? { name: `${index} of a client`, spread: 'agencies' }
      : { name: `${index} ${nameless(partition)}`, spread: 'four shards' }
  throw new Error(`nobody has said how the partitions of ${index} spread`)
}

/** @throws Error for a kind of partition of which nobody has said how it spreads */
export const kindOf = ({ table, index, partition }: Touch): PartitionKind => {
  if (index !== undefined) {
    const name = `${table}/${index}`
    if (index === 'waiting') return ofWaiting(name, partition)
    const spread = ofIndex[name]
    return spread === undefined ? ofOtherIndex(name, partition) : { name, spread }
  }
  const prefix = nameless(partition)
  const name = `${table} ${prefix}`
  if (prefix === 'SUBJECT')
    return isOfClient(partition)
      ? { name: `${name} of a client`, spread: 'agencies' }
      : { name, spread: 'own id' }
  const spread = ofPrefix[prefix]
  if (spread === undefined) throw new Error(`nobody has said how partitions ${name} spread`)
  return { name, spread }
}
