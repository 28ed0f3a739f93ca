import { rehearsed } from '../infra/stages/local.ts'
import type { TableName } from '../shared/aws/dynamodb/tables.ts'
import { streamReaders } from '../shared/config/stream-readers.ts'
import type { Trial } from '../shared/matching/trial.ts'
import type { HubEnvironment } from './wired-hub.ts'

type Place = {
  /** The API's address, with its stage. */
  readonly address: string
  readonly tables: Readonly<Record<TableName, string>>
  readonly keys: Readonly<
    Record<
      'token' | 'tokenNext' | 'cursor' | 'index' | 'log' | 'logNext' | 'delivery' | 'export',
      string
    >
  >
  readonly trial: Trial
}

/** What the log of this table is called. */
export const logOriginAt = (address: string, auditLog: string): string =>
  `${new URL(address).host}/audit/${auditLog}`

/** What a deployment would tell the functions of a hub that stands here. A topic has its queue's name. */
export const environmentOf = ({ address, tables, keys, trial }: Place): HubEnvironment => ({
  DIRECTORY_TABLE: tables.directory,
  INTAKE_TABLE: tables.intake,
  TOKENS_TABLE: tables.tokens,
  REGISTER_TABLE: tables.register,
  CASEWORK_TABLE: tables.casework,
  AUDIT_ENTRIES_TABLE: tables.auditEntries,
  AUDIT_LOG_TABLE: tables.auditLog,
  SEALED_LOG: 'sealed-log',
  ACCESS_LOG: '',
  IMPORTS_BUCKET: 'imports',
  IMPORTS_MACHINE: 'imports',
  ISSUER: address,
  API_URL: address,
  TOKEN_AUDIENCES: [address, `${address}/token`],
  TOKEN_KEYS: [keys.token, keys.tokenNext],
  CURSOR_KEY: keys.cursor,
  INDEX_KEY: keys.index,
  WATCHED_TABLES: Object.fromEntries(
    streamReaders['watch-tables'].tables.map((name) => [name, tables[name]]),
  ),
  LOG_KEYS: [keys.log, keys.logNext],
  LOG_ORIGIN: logOriginAt(address, tables.auditLog),
  TRIAL_MATCHES: trial.needed,
  TRIAL_AUTHORITIES: trial.authorities === 'ALL' ? 'ALL' : [...trial.authorities],
  TOPIC_PREFIX: '',
  DELIVERY_KEY: keys.delivery,
  EXPORT_KEY: keys.export,
  QUEUE_PREFIX: '',
  RECEIVERS: 'loopback-too',
  REHEARSAL_AUTHORITY: rehearsed,
  REHEARSAL_KEYS: {
    'rehearsal-referrer': keys.token,
    'rehearsal-worker': keys.token,
    'rehearsal-register': keys.token,
  },
  CLIENT_CERTIFICATE: '',
})
