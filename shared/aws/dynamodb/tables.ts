/**
 * The tables as data: CDK builds them from this, the adapters name their indexes from it. One table per writer and lifetime:
 * the directory is the operator's, tokens are gone in minutes, intake is what came in by the doors, the register follows the authorities' own records, casework ends with a concern's
 * retention, the audit log outlives them all. Every table has a string partition key `pk` and sort key `sk`.
 */
export type IndexDefinition = {
  readonly partitionKey: string
  readonly sortKey: string
  readonly projection: 'ALL' | 'KEYS_ONLY' | readonly string[]
}

export type TableDefinition = {
  readonly indexes: Readonly<Record<string, IndexDefinition>>
  /** What the stream holds of a row that changed, where there is one. */
  readonly stream?: 'NEW_IMAGE' | 'NEW_AND_OLD_IMAGES'
  /** Name of the attribute that holds the expiry in epoch seconds, where rows may expire at all. */
  readonly expiry?: string
}

export const tables = {
  directory: {
    indexes: {},
    // Whatever changes here was changed by the operator: the former row says what it was.
    stream: 'NEW_AND_OLD_IMAGES',
  },
  // Assertions that were used, and the public keys of deliveries, until they end.
  tokens: { indexes: {}, expiry: 'expiresAt' },
  intake: {
    indexes: {
      // What was received and is not yet taken up; sparse, as is the next.
      waiting: { partitionKey: 'waitingFor', sortKey: 'waitingUntil', projection: 'KEYS_ONLY' },
      // Concerns that an agency sent of which casework knows nothing yet.
      sent: { partitionKey: 'sentBy', sortKey: 'sentOrder', projection: ['schema', 'listed'] },
    },
    stream: 'NEW_IMAGE',
    expiry: 'expiresAt',
  },
  register: {
    indexes: {
      // The children of an authority, by id; ids and codes only.
      children: { partitionKey: 'childrenOf', sortKey: 'pk', projection: ['schema', 'statusCode'] },
    },
  },
  casework: {
    indexes: {
      // Everything that waits for somebody, and until when; sparse, so it holds only what is still open.
      waiting: { partitionKey: 'waitingFor', sortKey: 'waitingUntil', projection: 'KEYS_ONLY' },
      inbox: {
        partitionKey: 'inbox',
        sortKey: 'inboxOrder',
        projection: [
          'schema',
          'alertId',
          'reviewId',
          'authority',
          'state',
          'version',
          'kind',
          'harm',
          'priority',
          'urgency',
          'agencyName',
          'heldBy',
          'raisedAt',
          'dueAt',
          'rule',
          'asked',
          'needsTwo',
        ],
      },
      // What an agency sent, by when something of it last changed that the agency itself can see; holds what its list shows.
      sent: {
        partitionKey: 'sentBy',
        sortKey: 'sentOrder',
        projection: ['schema', 'listed'],
      },
      // What an authority was sent, and asked, in a month, as far as it is counted: what that is may grow, the projection not.
      measured: {
        partitionKey: 'measured',
        sortKey: 'raisedAt',
        projection: ['schema', 'counted'],
      },
    },
    stream: 'NEW_IMAGE',
    expiry: 'expiresAt',
  },
  // An entry each, by the shard in which it waits until it is sealed.
  auditEntries: { indexes: {}, stream: 'NEW_AND_OLD_IMAGES' },
  // Head, batches, checkpoints, and each sealed entry once under every subject; one of these is in the indexes.
  auditLog: {
    indexes: {
      actor: { partitionKey: 'actor', sortKey: 'sk', projection: 'ALL' },
      practitioner: { partitionKey: 'practitioner', sortKey: 'sk', projection: 'ALL' },
      agency: { partitionKey: 'agency', sortKey: 'sk', projection: 'ALL' },
      authority: { partitionKey: 'authority', sortKey: 'sk', projection: 'ALL' },
      action: { partitionKey: 'action', sortKey: 'sk', projection: 'ALL' },
      purpose: { partitionKey: 'purpose', sortKey: 'sk', projection: 'ALL' },
      // Sparse: what was done in a case, and what was refused.
      caseReference: { partitionKey: 'caseReference', sortKey: 'sk', projection: 'ALL' },
      refused: { partitionKey: 'refused', sortKey: 'sk', projection: 'ALL' },
      day: { partitionKey: 'day', sortKey: 'sk', projection: 'ALL' },
    },
    stream: 'NEW_AND_OLD_IMAGES',
  },
} as const satisfies Record<string, TableDefinition>
export type TableName = keyof typeof tables

/** The console's own, which nothing else reads: sessions that were ended, and for a day what somebody typed and has not sent. */
export const consoleTable = { indexes: {}, expiry: 'expiresAt' } as const satisfies TableDefinition

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name)

/** One of something for each table, by its name. */
export const forEachTable = <Made>(
  make: (name: TableName) => Made,
): Readonly<Record<TableName, Made>> => ({
  directory: make('directory'),
  tokens: make('tokens'),
  intake: make('intake'),
  register: make('register'),
  casework: make('casework'),
  auditEntries: make('auditEntries'),
  auditLog: make('auditLog'),
})
