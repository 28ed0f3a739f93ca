import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Effect, type IRole, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { isTableName, type TableName } from '../../shared/aws/dynamodb/tables.ts'
import { importPlaces } from '../../shared/config/import-places.ts'
import { grantsOf, type Resource, type RoleHolder, remover, sequencer } from '../grants.ts'
import type { HubResources } from '../hub-resources.ts'
import { keepingAccountOf } from '../keeping-account.ts'
import { loosening } from '../loosening.ts'
import { accessLogGroup, importMachineArn, keyOfSealedLog } from '../names.ts'
import { rehearsalOf } from '../rehearsal-of.ts'
import { type SomeRows, someRows } from '../some-rows.ts'
import { topicPrefixOf } from '../topic-prefix.ts'

const isSomeRows = (resource: Resource): resource is SomeRows => Object.hasOwn(someRows, resource)

const tableOf = (resource: Resource): TableName | undefined => {
  if (isSomeRows(resource)) return someRows[resource].table
  const name = resource.split('/')[0] ?? ''
  return isTableName(name) ? name : undefined
}

/** Queues by what their names begin with, so that a new one needs no new grant; alarms' own topic is none of them. */
const outgoing = ['alerts-*', 'escalations-*', 'holding']

/** Queues of every authority, by what their names end with: its code, whose nine signs stand for it here; and of agencies' systems. */
const queuesByName = {
  outgoing: ['outgoing-?????????', 'outgoing-changes-*'],
  undelivered: ['outgoing-?????????-refused', 'outgoing-changes-*-refused'],
  inboxes: ['inbox-?????????', 'changes-*'],
} as const satisfies Partial<Record<Resource, readonly string[]>>

const isQueues = (resource: Resource): resource is keyof typeof queuesByName =>
  Object.hasOwn(queuesByName, resource)

const queueArn = (scope: Construct, name: string): string => {
  const { region, account } = Stack.of(scope)
  return `arn:aws:sqs:${region}:${account}:hub-${name}`
}

/** Rows of some partitions alone. */
const ofRows = (partitions: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
})

type At = { readonly scope: Construct; readonly resources: HubResources }

/** A service, and what of it. */
type Place = readonly [service: string, arns: readonly string[]]

const arnsOfTable = (table: TableName, resource: Resource, { data }: HubResources): Place => {
  const index = resource.split('/')[1]
  const { tableArn } = data.tables[table]
  return ['dynamodb', [index === undefined ? tableArn : `${tableArn}/index/${index}`]]
}

const logGroupArn = {
  service: 'logs',
  resource: 'log-group',
  arnFormat: ArnFormat.COLON_RESOURCE_NAME,
} as const

/** What is no table. */
const otherPlaces = ({
  scope,
  resources: { data, keys, stage },
}: At): Readonly<Partial<Record<Resource, Place>>> => ({
  changes: ['sns', [`${topicPrefixOf(scope)}changes-*`]],
  topics: ['sns', outgoing.map((name) => `${topicPrefixOf(scope)}${name}`)],
  sealedLog: ['s3', [data.sealedLog.arnForObjects('*')]],
  'sealedLog/names': ['s3', [data.sealedLog.bucketArn]],
  accessLog: [
    'logs',
    [Stack.of(scope).formatArn({ ...logGroupArn, resourceName: `${accessLogGroup}:*` })],
  ],
  uploads: ['s3', [data.imports.arnForObjects(`${importPlaces.uploads}*`)]],
  'uploads/names': ['s3', [data.imports.bucketArn]],
  importParts: ['s3', [data.imports.arnForObjects(`${importPlaces.parts}*`)]],
  importTurns: ['s3', [data.imports.arnForObjects(`${importPlaces.turns}*`)]],
  toMend: ['s3', [data.imports.arnForObjects(`${importPlaces.toMend}*`)]],
  importMachine: ['states', [importMachineArn(scope)]],
  token: ['kms', [keys.token.keyArn, keys.tokenNext.keyArn]],
  checkpoint: ['kms', [keys.checkpoint.keyArn, keys.checkpointNext.keyArn]],
  export: ['kms', [keys.auditExport.keyArn]],
  delivery: ['kms', [keys.delivery.keyArn]],
  cursor: ['kms', [keys.cursor.keyArn]],
  index: ['kms', [keys.index.keyArn]],
  rehearsal: ['kms', Object.values(keys.rehearsal).map(({ keyArn }) => keyArn)],
  rehearsalInbox: ['sqs', [queueArn(scope, `inbox-${rehearsalOf(stage)}`)]],
  clientCertificate: ['secretsmanager', [stage.edge?.clientCertificateArn ?? []].flat()],
})

const placeOf = (resource: Resource, at: At): Place => {
  const table = tableOf(resource)
  if (table !== undefined) return arnsOfTable(table, resource, at.resources)
  if (isQueues(resource)) {
    return ['sqs', queuesByName[resource].map((name) => queueArn(at.scope, name))]
  }
  const place = otherPlaces(at)[resource]
  if (place === undefined) throw new Error(`no ARN is known for ${resource}`)
  return place
}

/** Actions and ARNs of one line of the grants table; none where there is no such thing. */
const statementOf = (
  resource: Resource,
  actions: readonly string[],
  at: At,
): readonly PolicyStatement[] => {
  const [service, arns] = placeOf(resource, at)
  // What a stage does not have needs no line.
  if (arns.length === 0) return []
  return [
    new PolicyStatement({
      actions: actions.map((action) => `${service}:${action}`),
      resources: [...arns],
      ...(isSomeRows(resource) && { conditions: ofRows(someRows[resource].partitions) }),
    }),
  ]
}

const through = (service: string, region: string) => ({
  StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
})

/**
 * The key of the sealed log. Where that stands in another account its key is told by what it encrypts: that account's policy says
 * which key it is, and no role of the hub's may do more with any other.
 */
const sealedLogStatement = (
  scope: Construct,
  { data, keys, stage }: Pick<HubResources, 'data' | 'keys' | 'stage'>,
): PolicyStatement => {
  const { region } = Stack.of(scope)
  const elsewhere = stage.edge && `arn:aws:kms:${region}:${keepingAccountOf(stage.edge)}:key/*`
  const ofBucket = { 'kms:EncryptionContext:aws:s3:arn': data.sealedLog.bucketArn }
  return new PolicyStatement({
    sid: keyOfSealedLog,
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [elsewhere ?? keys.auditLog.keyArn],
    conditions: {
      StringEquals: {
        ...through('s3', region).StringEquals,
        ...(elsewhere !== undefined && ofBucket),
      },
    },
  })
}

const ofImports: readonly Resource[] = ['uploads', 'importParts', 'importTurns', 'toMend']

/** The keys that encrypt what a function touches, usable only through the service that holds it. */
const encryptionStatements = (
  scope: Construct,
  name: RoleHolder,
  { data, keys, stage }: HubResources,
): PolicyStatement[] => {
  const { region } = Stack.of(scope)
  const resources = grantsOf(name).map(([resource]) => resource)
  const tables = resources.flatMap((resource) => tableOf(resource) ?? [])
  const forTables = [...new Set(tables.map((table) => data.tables[table].key))].map(
    (key) =>
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: [key.keyArn],
        conditions: through('dynamodb', region),
      }),
  )
  const forService = (key: IKey, service: string): PolicyStatement =>
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: through(service, region),
    })
  return [
    ...forTables,
    ...(resources.some((one) => one === 'topics' || one === 'changes')
      ? [forService(keys.alerts, 'sns')]
      : []),
    ...(resources.some((one) => isQueues(one) || one === 'rehearsalInbox')
      ? [forService(keys.alerts, 'sqs')]
      : []),
    ...(resources.some((one) => ofImports.includes(one)) ? [forService(keys.imports, 's3')] : []),
    ...(resources.includes('sealedLog') ? [sealedLogStatement(scope, { data, keys, stage })] : []),
  ]
}

const changing = ['UpdateItem', 'PartiQLUpdate'] as const
const deleting = ['DeleteItem', 'PartiQLDelete'] as const
const putting = ['PutItem', 'PartiQLInsert'] as const

/**
 * Refuses what would alter an entry or the log, whatever else is ever granted: the sequencer alone puts, and takes from where
 * entries wait; from the log only entries go, by the one function that deletes them at their end.
 */
const keepLogUnaltered = (name: RoleHolder, { data }: HubResources): PolicyStatement[] => {
  const refuse = (
    table: TableName,
    actions: readonly string[],
    partition?: string,
  ): PolicyStatement =>
    new PolicyStatement({
      effect: Effect.DENY,
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [data.tables[table].tableArn],
      ...(partition !== undefined && {
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [partition] } },
      }),
    })
  const both = ['BatchWriteItem', ...changing]
  const removes = name === remover
  const seals = name === sequencer
  const sealed = data.sealedLog.arnForObjects('*')
  return [
    new PolicyStatement({
      effect: Effect.DENY,
      actions: [...loosening, ...(seals ? [] : ['s3:PutObject'])],
      resources: [sealed],
    }),
    refuse('auditEntries', [...both, ...(seals ? putting : deleting)]),
    refuse('auditLog', [...both, ...(removes ? [] : deleting), ...(seals ? [] : putting)]),
    ...(removes ? [refuse('auditLog', deleting, 'LOG#*')] : []),
  ]
}

/** Writes the lines of the grants table into one policy of the role. */
export const applyGrants = (
  scope: Construct,
  role: IRole,
  { name, resources }: { readonly name: RoleHolder; readonly resources: HubResources },
): Policy => {
  const lines = grantsOf(name).flatMap(([resource, actions]) =>
    statementOf(resource, actions, { scope, resources }),
  )
  const statements = [
    ...lines,
    ...encryptionStatements(scope, name, resources),
    ...keepLogUnaltered(name, resources),
  ]
  return new Policy(scope, 'Grants', { statements, roles: [role] })
}
