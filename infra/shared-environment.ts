import type { Stack } from 'aws-cdk-lib'
import { rehearsalClientIds } from '../shared/config/rehearsal-clients.ts'
import { streamReaders } from '../shared/config/stream-readers.ts'
import type { HubResources } from './hub-resources.ts'
import { logOriginIn } from './log-origin.ts'
import { accessLogGroup, importMachineArn } from './names.ts'
import { rehearsalOf } from './rehearsal-of.ts'
import { queuePrefixOf, topicPrefixOf } from './topic-prefix.ts'

/** What each watched table is called, by what it is for. */
const watchedTables = ({ tables }: HubResources['data']) =>
  Object.fromEntries(
    streamReaders['watch-tables'].tables.map((name) => [name, tables[name].tableName]),
  )

const trialOf = ({ trial }: HubResources['stage']) => ({
  TRIAL_MATCHES: String(trial.needed),
  TRIAL_AUTHORITIES: JSON.stringify(trial.authorities),
})

const sealingOf = (stack: Stack, { stage, keys, data }: Omit<HubResources, 'operations'>) => ({
  LOG_KEYS: stack.toJsonString([keys.checkpoint.keyArn, keys.checkpointNext.keyArn]),
  LOG_ORIGIN: logOriginIn(stage, data),
  SEALED_LOG: data.sealedLog.bucketName,
})

const queuesFor = (stack: Stack, { receivers }: HubResources['stage']) => ({
  QUEUE_PREFIX: queuePrefixOf(stack),
  RECEIVERS: receivers,
})

const rehearsingOn = (stack: Stack, { stage, keys }: Pick<HubResources, 'stage' | 'keys'>) => ({
  API_URL: stage.calledAt,
  ISSUER: stage.address,
  QUEUE_PREFIX: queuePrefixOf(stack),
  REHEARSAL_AUTHORITY: rehearsalOf(stage),
  REHEARSAL_KEYS: stack.toJsonString(
    Object.fromEntries(rehearsalClientIds.map((id) => [id, keys.rehearsal[id].keyArn])),
  ),
  CLIENT_CERTIFICATE: stage.edge?.clientCertificateArn ?? '',
})

/** What each table is called. */
const tablesOf = ({ tables }: HubResources['data']) => ({
  directory: { DIRECTORY_TABLE: tables.directory.tableName },
  intake: { INTAKE_TABLE: tables.intake.tableName },
  register: { REGISTER_TABLE: tables.register.tableName },
  casework: { CASEWORK_TABLE: tables.casework.tableName },
  auditEntries: { AUDIT_ENTRIES_TABLE: tables.auditEntries.tableName },
  auditLog: { AUDIT_LOG_TABLE: tables.auditLog.tableName },
})

/** What several functions are told, by what they do with it. */
export const sharedEnvironment = (stack: Stack, { stage, keys, data }: HubResources) => {
  const tables = tablesOf(data)
  const { directory, intake, register, casework, auditEntries } = tables
  const tokens = {
    ISSUER: stage.address,
    TOKEN_KEYS: stack.toJsonString([keys.token.keyArn, keys.tokenNext.keyArn]),
  }
  const leaving = { API_URL: stage.address, TOPIC_PREFIX: topicPrefixOf(stack) }
  const audiences = [stage.address, `${stage.address}/token`, ...stage.otherTokenAddresses]
  return {
    ...tables,
    assertions: { TOKENS_TABLE: data.tables.tokens.tableName },
    tokens,
    cursors: { CURSOR_KEY: keys.cursor.keyArn },
    exporting: { EXPORT_KEY: keys.auditExport.keyArn },
    delivering: { DELIVERY_KEY: keys.delivery.keyArn },
    queues: queuesFor(stack, stage),
    matchIndex: { INDEX_KEY: keys.index.keyArn },
    guards: { ...intake, ...auditEntries, ...tokens },
    assessing: {
      ...directory,
      ...intake,
      ...register,
      ...casework,
      ...auditEntries,
      INDEX_KEY: keys.index.keyArn,
      ...trialOf(stage),
    },
    leaving,
    audiences: { TOKEN_AUDIENCES: JSON.stringify(audiences) },
    watched: { WATCHED_TABLES: stack.toJsonString(watchedTables(data)) },
    importMachine: { IMPORTS_MACHINE: importMachineArn(stack) },
    importing: { IMPORTS_BUCKET: data.imports.bucketName },
    accessLog: { ACCESS_LOG: stage.logsRequests ? accessLogGroup : '' },
    sealing: sealingOf(stack, { stage, keys, data }),
    address: { ISSUER: stage.address },
    rehearsing: rehearsingOn(stack, { stage, keys }),
  }
}
export type Shared = ReturnType<typeof sharedEnvironment>
