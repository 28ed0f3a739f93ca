import type { TableName } from '../shared/aws/dynamodb/tables.ts'

/** Some rows of a table alone, by what their partitions begin with: for whoever is not the one writer of the table. */
export const someRows = {
  served: { table: 'directory', partitions: ['DIRECTORY'] },
  agreements: { table: 'directory', partitions: ['AGREEMENT#*'] },
  holds: { table: 'directory', partitions: ['HOLD'] },
  rotationWish: { table: 'directory', partitions: ['INDEXKEY'] },
  checkpoints: { table: 'auditLog', partitions: ['LOG#main'] },
  sealedEntries: { table: 'auditLog', partitions: ['SUBJECT#*'] },
  signing: { table: 'directory', partitions: ['SIGNING'] },
  callers: { table: 'directory', partitions: ['CLIENT#*'] },
  clients: { table: 'directory', partitions: ['CLIENT#*', 'SIGNING'] },
  assertions: { table: 'tokens', partitions: ['JTI#*'] },
  deliveryKeys: { table: 'tokens', partitions: ['DELIVERYKEY'] },
  quotas: { table: 'intake', partitions: ['QUOTA#*'] },
  arriving: { table: 'intake', partitions: ['ARRIVED#*', 'CONCERN#*', 'IDEM#*'] },
  arrivals: { table: 'intake', partitions: ['ARRIVED#*'] },
  received: { table: 'intake', partitions: ['ARRIVED#*', 'CONCERN#*'] },
  records: { table: 'register', partitions: ['ADULT#*', 'BK#*', 'CHILD#*'] },
  indexRing: { table: 'register', partitions: ['INDEXKEY'] },
  rotation: { table: 'register', partitions: ['INDEXROTATION'] },
  standing: { table: 'casework', partitions: ['CONCERN#*'] },
  lookups: { table: 'casework', partitions: ['CONCERN#*', 'LK#*'] },
  sought: { table: 'casework', partitions: ['LK#*'] },
  expiring: { table: 'casework', partitions: ['CONCERN#*', 'LK#*', 'REVIEW#*', 'TOLD#*'] },
  wakes: { table: 'casework', partitions: ['AGAIN#*', 'LEFT_OVER', 'QUARANTINE', 'UNREAD#*'] },
  // Marks of what a decision left over go with it.
  leftOver: { table: 'casework', partitions: ['LEFT_OVER'] },
  opened: { table: 'casework', partitions: ['ALERT#*'] },
  answering: { table: 'casework', partitions: ['ALERT#*', 'REVIEW#*'] },
  answered: {
    table: 'casework',
    partitions: ['ALERT#*', 'CHILD#*', 'CONCERN#*', 'DIGEST#*', 'LEFT_OVER', 'OUTBOX#*'],
  },
  contested: { table: 'casework', partitions: ['ALERT#*', 'CONCERN#*', 'OUTBOX#*'] },
  // With what has still to be opened of them, so that one statement of a policy is enough.
  messages: { table: 'casework', partitions: ['DIGEST#*', 'OUTBOX#*', 'UNREAD#*'] },
  escalated: { table: 'casework', partitions: ['OUTBOX#*'] },
  emergencies: { table: 'casework', partitions: ['EMERGENCY#*'] },
  reports: {
    table: 'casework',
    // With what stands aside, so that one statement of a policy is enough.
    partitions: [
      'CHECKPOINTS',
      'ELSEWHERE#*',
      'QUARANTINE',
      'UNAGREED#*',
      'WATCHED#*',
      'WRITTEN_AGREEMENT#*',
    ],
  },
  watched: { table: 'casework', partitions: ['WATCHED#*', 'WATCHED_THROUGH'] },
  expiredThrough: { table: 'casework', partitions: ['EXPIRED_THROUGH'] },
  checkpointsSent: { table: 'casework', partitions: ['CHECKPOINTS'] },
  changesTold: { table: 'casework', partitions: ['CHANGES#*'] },
  agreementClocks: { table: 'casework', partitions: ['WRITTEN_AGREEMENT#*'] },
  quarantine: { table: 'casework', partitions: ['QUARANTINE'] },
  registerLoads: { table: 'casework', partitions: ['REGISTER#LOAD#*'] },
  imports: { table: 'casework', partitions: ['IMPORT#*'] },
  registerWork: { table: 'casework', partitions: ['HOUSEHOLD#*', 'REGISTER#*'] },
} as const satisfies Record<
  string,
  { readonly table: TableName; readonly partitions: readonly string[] }
>
export type SomeRows = keyof typeof someRows
