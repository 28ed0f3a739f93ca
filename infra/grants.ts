import type { TableName } from '../shared/aws/dynamodb/tables.ts'
import type { FunctionName } from '../shared/config/functions.ts'

/** Some rows of a table alone, by what their partitions begin with: for whoever is not the writer of the table. */
export const someRows = {
  quotas: { table: 'intake', partitions: ['QUOTA#*'] },
  arrivals: { table: 'intake', partitions: ['ARRIVED#*'] },
  contested: { table: 'casework', partitions: ['CONCERN#*', 'ALERT#*', 'OUTBOX#*'] },
} as const satisfies Record<
  string,
  { readonly table: TableName; readonly partitions: readonly string[] }
>
export type SomeRows = keyof typeof someRows

/** What a function may touch: tables and their indexes, keys, and the authorities' topics. */
export type Resource =
  | 'directory'
  | 'tokens'
  | 'intake'
  | 'intake/sent'
  | 'intake/waiting'
  | SomeRows
  | 'register'
  | 'register/children'
  | 'casework'
  | 'casework/inbox'
  | 'casework/sent'
  | 'casework/volume'
  | 'casework/waiting'
  | 'auditEntries'
  | 'auditLog'
  | 'auditLog/actor'
  | 'auditLog/authority'
  | 'auditLog/day'
  | 'token'
  | 'checkpoint'
  | 'cursor'
  | 'index'
  | 'topics'

type Grants = Partial<Record<Resource, readonly string[]>>

/** Verifies who calls, and counts how often: of intake that writes the counters' rows alone. */
const guards = { token: ['GetPublicKey'], quotas: ['UpdateItem'] } as const
const assesses = {
  directory: ['Query'],
  intake: ['BatchGetItem'],
  arrivals: ['DeleteItem'],
  quotas: ['UpdateItem'],
  register: ['Query', 'GetItem', 'BatchGetItem'],
  casework: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'Query'],
  auditEntries: ['PutItem'],
  index: ['Decrypt'],
} as const
const relays = {
  directory: ['Query'],
  casework: ['GetItem', 'UpdateItem'],
  auditEntries: ['PutItem'],
  topics: ['Publish'],
} as const

const keepsRegister = {
  register: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
  casework: ['GetItem', 'PutItem', 'DeleteItem'],
} as const

/**
 * Exactly what each function uses, by resource; the service's prefix is left out. Reading a stream is granted with the
 * event source. A test shows each role being refused what is not here.
 */
export const grants = {
  'issue-token': {
    directory: ['GetItem'],
    tokens: ['PutItem'],
    auditEntries: ['PutItem'],
    token: ['Sign', 'GetPublicKey'],
  },
  'submit-concern': {
    directory: ['Query'],
    intake: ['PutItem'],
    auditEntries: ['PutItem'],
    ...guards,
  },
  'change-consent': {
    intake: ['BatchGetItem', 'PutItem'],
    casework: ['BatchGetItem'],
    auditEntries: ['PutItem'],
    ...guards,
  },
  'follow-concern': {
    directory: ['Query'],
    intake: ['BatchGetItem'],
    'intake/sent': ['Query'],
    register: ['BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem', 'Query'],
    'casework/sent': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'challenge-answer': {
    intake: ['GetItem', 'BatchGetItem', 'PutItem'],
    casework: ['GetItem', 'BatchGetItem'],
    contested: ['PutItem'],
    auditEntries: ['PutItem'],
    ...guards,
  },
  'assess-concern': assesses,
  'relay-alerts': relays,
  'read-alerts': {
    directory: ['Query'],
    intake: ['BatchGetItem'],
    register: ['BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
    'casework/inbox': ['Query'],
    'casework/volume': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'read-chronology': {
    directory: ['Query'],
    intake: ['BatchGetItem'],
    register: ['GetItem', 'BatchGetItem'],
    casework: ['GetItem', 'Query', 'BatchGetItem'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'answer-alert': {
    directory: ['Query'],
    intake: ['BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem', 'PutItem', 'Query'],
    auditEntries: ['PutItem'],
    ...guards,
  },
  'preview-concern': {
    intake: ['BatchGetItem'],
    directory: ['Query'],
    register: ['Query', 'GetItem', 'BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem', 'Query'],
    auditEntries: ['PutItem'],
    index: ['Decrypt'],
    ...guards,
  },
  'review-concerns': {
    intake: ['BatchGetItem'],
    directory: ['Query'],
    register: ['Query', 'GetItem', 'BatchGetItem'],
    index: ['Decrypt'],
    casework: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'Query'],
    'casework/inbox': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'maintain-register': {
    ...keepsRegister,
    'register/children': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    index: ['Decrypt', 'GenerateDataKey'],
    ...guards,
  },
  'watch-clocks': {
    ...assesses,
    intake: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    'intake/waiting': ['Query'],
    quotas: ['GetItem', 'UpdateItem'],
    register: [...assesses.register, 'PutItem', 'UpdateItem', 'DeleteItem'],
    casework: [...assesses.casework, 'DeleteItem'],
    'casework/waiting': ['Query'],
    index: ['Decrypt', 'GenerateDataKey'],
    topics: ['Publish'],
  },
  'seal-audit': {
    auditEntries: ['Query', 'DeleteItem'],
    auditLog: ['GetItem', 'PutItem'],
    checkpoint: ['Sign', 'GetPublicKey'],
  },
  'watch-tables': { auditLog: ['GetItem'] },
  'query-audit': {
    auditEntries: ['Query', 'PutItem'],
    auditLog: ['Query'],
    'auditLog/actor': ['Query'],
    'auditLog/authority': ['Query'],
    'auditLog/day': ['Query'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'describe-api': {},
} as const satisfies Record<FunctionName, Grants>

/**
 * What the operator's commands use: they alone write the directory, and never take a row from it. They put the entries that
 * say so and cannot read them.
 */
const operatorGrants = {
  directory: ['GetItem', 'Query', 'Scan', 'PutItem'],
  auditEntries: ['PutItem'],
} as const satisfies Grants

/** Whoever has a role of the hub's: each function, and the people who run it. */
export type RoleHolder = FunctionName | 'operator'

/** The only function that takes entries from where they wait and writes the audit log; every other is refused that outright. */
export const sequencer: FunctionName = 'seal-audit'

/** The name of a role: known beforehand, so that a topic can name who may publish to it. */
export const roleNameOf = (name: RoleHolder): string => `hub-${name}`

export const grantsOf = (name: RoleHolder): readonly (readonly [Resource, readonly string[]])[] => {
  const granted: Grants = name === 'operator' ? operatorGrants : grants[name]
  return (Object.entries(granted) as [Resource, readonly string[]][]).toSorted(([a], [b]) =>
    a.localeCompare(b),
  )
}
