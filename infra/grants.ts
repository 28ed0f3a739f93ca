import { type AnyFunction, type FunctionName, functionNames } from '../shared/config/functions.ts'
import type { SomeRows } from './some-rows.ts'

/** What a function may touch: tables and their indexes, keys, and the authorities' topics. */
export type Resource =
  | 'directory'
  | 'intake'
  | 'intake/sent'
  | 'intake/waiting'
  | SomeRows
  | 'register'
  | 'register/children'
  | 'casework'
  | 'casework/inbox'
  | 'casework/sent'
  | 'casework/measured'
  | 'casework/waiting'
  | 'auditEntries'
  | 'auditLog'
  // All its indexes.
  | 'auditLog/*'
  | 'auditLog/action'
  | 'auditLog/actor'
  | 'auditLog/day'
  | 'auditLog/practitioner'
  | 'sealedLog'
  | 'sealedLog/names'
  | 'uploads'
  | 'uploads/names'
  | 'importParts'
  | 'importTurns'
  | 'toMend'
  | 'importMachine'
  | 'accessLog'
  | 'token'
  | 'checkpoint'
  | 'export'
  | 'cursor'
  | 'index'
  | 'topics'
  | 'changes'
  | 'delivery'
  | 'outgoing'
  | 'undelivered'
  | 'inboxes'
  | 'rehearsal'
  | 'rehearsalInbox'
  | 'clientCertificate'

type Grants = Partial<Record<Resource, readonly string[]>>

/** Verifies who calls, and counts how often: of intake that writes the counters' rows alone. */
const guards = { token: ['GetPublicKey'], quotas: ['UpdateItem'] } as const
const assesses = {
  served: ['Query'],
  agreements: ['Query'],
  intake: ['BatchGetItem', 'ConditionCheckItem', 'Query'],
  arrivals: ['DeleteItem'],
  quotas: ['UpdateItem'],
  register: ['Query', 'GetItem', 'BatchGetItem', 'ConditionCheckItem'],
  casework: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'Query'],
  auditEntries: ['PutItem'],
  index: ['Decrypt'],
} as const
const keepsRegister = {
  register: ['GetItem', 'BatchGetItem'],
  records: ['PutItem', 'UpdateItem', 'DeleteItem'],
  registerWork: ['GetItem', 'PutItem', 'DeleteItem'],
  index: ['Decrypt'],
} as const

/**
 * Exactly what each function uses, by resource; the service's prefix is left out. Reading a stream is granted with the
 * event source. A test shows each role being refused what is not here.
 */
export const grants = {
  'issue-token': {
    clients: ['GetItem'],
    served: ['Query'],
    assertions: ['PutItem'],
    deliveryKeys: ['Query'],
    quotas: ['UpdateItem'],
    auditEntries: ['PutItem'],
    token: ['Sign', 'GetPublicKey'],
  },
  'submit-concern': {
    served: ['Query'],
    agreements: ['GetItem'],
    arriving: ['PutItem'],
    auditEntries: ['PutItem'],
    ...guards,
  },
  'change-consent': {
    arriving: ['BatchGetItem', 'PutItem'],
    standing: ['BatchGetItem'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac'],
    ...guards,
  },
  'follow-concern': {
    served: ['Query'],
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
    arriving: ['GetItem', 'BatchGetItem', 'PutItem'],
    contested: ['GetItem', 'BatchGetItem', 'PutItem'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac'],
    ...guards,
  },
  'assess-concern': { ...assesses, leftOver: ['DeleteItem'] },
  'relay-alerts': {
    served: ['Query'],
    messages: ['GetItem', 'UpdateItem'],
    auditEntries: ['PutItem'],
    topics: ['Publish'],
  },
  'deliver-alerts': {
    served: ['GetItem', 'Query'],
    intake: ['BatchGetItem'],
    received: ['Query'],
    register: ['BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem', 'Query'],
    escalated: ['PutItem'],
    deliveryKeys: ['PutItem'],
    auditEntries: ['PutItem'],
    delivery: ['GenerateMac'],
    outgoing: ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'],
    undelivered: ['SendMessage'],
    inboxes: ['SendMessage'],
  },
  'read-alerts': {
    served: ['Query'],
    intake: ['BatchGetItem'],
    received: ['Query'],
    register: ['BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem', 'Query'],
    opened: ['UpdateItem'],
    emergencies: ['PutItem'],
    'casework/inbox': ['Query'],
    'casework/measured': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'read-chronology': {
    served: ['Query'],
    intake: ['BatchGetItem'],
    received: ['Query'],
    register: ['GetItem', 'BatchGetItem'],
    casework: ['GetItem', 'Query', 'BatchGetItem'],
    emergencies: ['PutItem'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'grant-emergency-access': {
    served: ['Query'],
    register: ['GetItem', 'BatchGetItem'],
    casework: ['GetItem', 'BatchGetItem'],
    emergencies: ['PutItem'],
    escalated: ['PutItem'],
    'casework/inbox': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'answer-alert': {
    served: ['Query'],
    agreements: ['GetItem'],
    intake: ['BatchGetItem'],
    received: ['Query'],
    casework: ['GetItem', 'BatchGetItem', 'Query'],
    answered: ['PutItem'],
    leftOver: ['DeleteItem'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac'],
    ...guards,
  },
  'preview-concern': {
    intake: ['BatchGetItem'],
    served: ['Query'],
    register: ['Query', 'GetItem', 'BatchGetItem'],
    casework: ['BatchGetItem', 'Query'],
    auditEntries: ['PutItem'],
    index: ['Decrypt'],
    ...guards,
  },
  'review-concerns': {
    intake: ['BatchGetItem', 'ConditionCheckItem'],
    received: ['Query'],
    served: ['Query'],
    agreements: ['Query'],
    register: ['Query', 'GetItem', 'BatchGetItem', 'ConditionCheckItem'],
    index: ['Decrypt'],
    casework: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem', 'Query'],
    leftOver: ['DeleteItem'],
    'casework/inbox': ['Query'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'maintain-register': {
    ...keepsRegister,
    records: [...keepsRegister.records, 'Query'],
    'register/children': ['Query'],
    registerLoads: ['Query'],
    agreementClocks: ['PutItem', 'DeleteItem'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac', 'VerifyMac'],
    ...guards,
  },
  'import-register': {
    imports: ['GetItem', 'BatchGetItem', 'PutItem'],
    registerLoads: ['GetItem'],
    uploads: ['PutObject'],
    toMend: ['GetObject'],
    importMachine: ['StartExecution'],
    auditEntries: ['PutItem'],
    cursor: ['GenerateMac'],
    ...guards,
  },
  'read-uploads': {
    imports: ['GetItem', 'PutItem'],
    uploads: ['GetObject'],
    // Else what is not there is refused, and not told from what may not be read.
    'uploads/names': ['ListBucket'],
    importParts: ['PutObject'],
    importTurns: ['PutObject'],
    toMend: ['PutObject'],
    auditEntries: ['PutItem'],
  },
  'load-parts': {
    ...keepsRegister,
    'register/children': ['Query'],
    imports: ['GetItem', 'PutItem'],
    importParts: ['GetObject'],
    callers: ['GetItem'],
    agreementClocks: ['PutItem', 'DeleteItem'],
    auditEntries: ['PutItem'],
  },
  'watch-clocks': {
    ...assesses,
    'intake/waiting': ['Query'],
    wakes: ['DeleteItem'],
    'casework/inbox': ['Query'],
    'casework/waiting': ['Query'],
  },
  'publish-messages': {
    served: ['Query'],
    'intake/waiting': ['Query'],
    quotas: ['GetItem', 'UpdateItem'],
    'casework/waiting': ['Query'],
    messages: ['GetItem', 'BatchGetItem', 'UpdateItem'],
    answering: ['GetItem'],
    reports: ['GetItem', 'BatchGetItem', 'Query', 'UpdateItem', 'DeleteItem'],
    checkpoints: ['Query'],
    auditEntries: ['PutItem'],
    topics: ['Publish'],
  },
  'tell-senders': {
    served: ['Query'],
    'casework/sent': ['Query'],
    changesTold: ['PutItem', 'Query'],
    auditEntries: ['PutItem'],
    changes: ['Publish'],
  },
  'tidy-register': {
    ...keepsRegister,
    'casework/waiting': ['Query'],
    quarantine: ['Query', 'UpdateItem', 'DeleteItem'],
  },
  'rotate-index': {
    rotationWish: ['GetItem'],
    received: ['BatchGetItem'],
    register: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Scan'],
    registerWork: ['GetItem', 'PutItem', 'DeleteItem'],
    casework: ['Scan'],
    lookups: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    auditEntries: ['PutItem'],
    index: ['Decrypt', 'GenerateDataKey'],
  },
  'expire-entries': {
    holds: ['Query'],
    expiredThrough: ['GetItem', 'PutItem'],
    checkpoints: ['Query'],
    sealedEntries: ['GetItem', 'BatchGetItem', 'DeleteItem'],
    auditEntries: ['PutItem'],
  },
  'expire-concerns': {
    holds: ['Query'],
    received: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    expiring: ['BatchGetItem', 'Query', 'PutItem', 'DeleteItem'],
    'casework/waiting': ['Query'],
    quarantine: ['Query', 'UpdateItem', 'DeleteItem'],
    auditEntries: ['PutItem'],
  },
  'measure-hub': {
    served: ['Query'],
    escalated: ['PutItem'],
    checkpointsSent: ['GetItem'],
    quarantine: ['Query'],
    'intake/waiting': ['Query'],
    'casework/waiting': ['Query'],
    'casework/inbox': ['Query'],
  },
  'rehearse-concern': {
    rehearsal: ['Sign'],
    rehearsalInbox: ['DeleteMessage', 'ReceiveMessage'],
    clientCertificate: ['GetSecretValue'],
  },
  'seal-audit': {
    auditEntries: ['Query', 'DeleteItem'],
    auditLog: ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
    sealedLog: ['GetObject', 'PutObject'],
    'sealedLog/names': ['ListBucketVersions'],
    signing: ['GetItem'],
    checkpoint: ['Sign', 'GetPublicKey'],
  },
  'verify-log': {
    auditEntries: ['Query'],
    auditLog: ['GetItem', 'BatchGetItem', 'Query', 'Scan'],
    'auditLog/action': ['Query'],
    'auditLog/day': ['Query'],
    holds: ['Query'],
    intake: ['BatchGetItem', 'Scan'],
    casework: ['BatchGetItem', 'Query', 'Scan'],
    accessLog: ['FilterLogEvents'],
    sealedLog: ['GetObject'],
    'sealedLog/names': ['ListBucketVersions'],
    checkpoint: ['GetPublicKey'],
  },
  'report-use': {
    served: ['Query'],
    watched: ['GetItem', 'BatchGetItem', 'PutItem'],
    auditEntries: ['Query'],
    auditLog: ['Query'],
    'auditLog/actor': ['Query'],
    'auditLog/day': ['Query'],
    'auditLog/practitioner': ['Query'],
  },
  'watch-tables': { auditLog: ['GetItem', 'Query'], holds: ['Query'] },
  'query-audit': {
    auditEntries: ['Query', 'BatchGetItem', 'PutItem'],
    auditLog: ['Query', 'GetItem', 'BatchGetItem'],
    'auditLog/*': ['Query'],
    indexRing: ['GetItem'],
    records: ['Query', 'BatchGetItem'],
    sought: ['Query'],
    // Whose an alert is, before it is said who has looked at it.
    opened: ['GetItem'],
    index: ['Decrypt'],
    cursor: ['GenerateMac', 'VerifyMac'],
    export: ['Sign', 'GetPublicKey'],
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
  rotation: ['GetItem'],
  quarantine: ['Query', 'UpdateItem'],
  // What is overdue, by ids and codes: the indexes alone, and no row that anybody wrote words into.
  'intake/waiting': ['Query'],
  'casework/waiting': ['Query'],
  'casework/inbox': ['Query'],
  auditEntries: ['PutItem'],
  checkpoint: ['GetPublicKey'],
  export: ['GetPublicKey'],
} as const satisfies Grants

/** Whoever has a role of the hub's: each function, and the people who run it. */
export const roleHolders = [...functionNames, 'operator'] as const
export type RoleHolder = (typeof roleHolders)[number]

/** The only function that takes entries from where they wait and writes the audit log; every other is refused that outright. */
export const sequencer = 'seal-audit' satisfies FunctionName

/** The only function that takes entries from the audit log: of head, batches and checkpoints it is refused that, as every other is. */
export const remover = 'expire-entries' satisfies FunctionName

/** Who alone may publish to the topics of agencies' systems: it may publish to no other. */
export const teller = 'tell-senders' satisfies FunctionName

/** Who may publish to all other topics: their policies name these roles. */
export const publishers = [
  'relay-alerts',
  'publish-messages',
] as const satisfies readonly FunctionName[]

/** The name of a role: known beforehand, so that a topic can name who may publish to it. */
export const roleNameOf = (name: RoleHolder | AnyFunction): string => `hub-${name}`

export const grantsOf = (name: RoleHolder): readonly (readonly [Resource, readonly string[]])[] => {
  const granted: Grants = name === 'operator' ? operatorGrants : grants[name]
  return (Object.entries(granted) as [Resource, readonly string[]][]).toSorted(([a], [b]) =>
    a.localeCompare(b),
  )
}

/** What the table gives of a resource, each action with the role that has it. */
export const givenOf = (
  resource: Resource,
): readonly { readonly action: string; readonly role: string }[] =>
  roleHolders.flatMap((name) =>
    grantsOf(name)
      .filter(([of]) => of === resource)
      .flatMap(([, actions]) => actions.map((action) => ({ action, role: roleNameOf(name) }))),
  )
