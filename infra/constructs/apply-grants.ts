import { Stack } from 'aws-cdk-lib'
import { Effect, type IRole, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { isTableName, type TableName } from '../../shared/aws/dynamodb/tables.ts'
import { grantsOf, type Resource, type RoleHolder, sequencer } from '../grants.ts'
import type { HubResources } from '../hub-resources.ts'
import { loosening } from '../loosening.ts'
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

/** Queues of every authority, by what their names end with: its code, whose nine signs stand for it here. */
const queuesByName = {
  outgoing: 'outgoing-?????????',
  undelivered: 'outgoing-?????????-refused',
  inboxes: 'inbox-?????????',
} as const satisfies Partial<Record<Resource, string>>

const isQueues = (resource: Resource): resource is keyof typeof queuesByName =>
  Object.hasOwn(queuesByName, resource)

/** Rows of some partitions alone. */
const ofRows = (partitions: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
})

/** Actions and ARNs of one line of the grants table. */
const statementOf = (
  resource: Resource,
  actions: readonly string[],
  {
    scope,
    resources: { data, keys },
  }: { readonly scope: Construct; readonly resources: HubResources },
): PolicyStatement => {
  const table = tableOf(resource)
  const prefixed = (service: string): string[] => actions.map((action) => `${service}:${action}`)
  if (table !== undefined) {
    const index = resource.split('/')[1]
    const { tableArn } = data.tables[table]
    const arn = index === undefined ? tableArn : `${tableArn}/index/${index}`
    return new PolicyStatement({
      actions: prefixed('dynamodb'),
      resources: [arn],
      ...(isSomeRows(resource) && { conditions: ofRows(someRows[resource].partitions) }),
    })
  }
  if (resource === 'topics') {
    return new PolicyStatement({
      actions: prefixed('sns'),
      resources: outgoing.map((name) => `${topicPrefixOf(scope)}${name}`),
    })
  }
  if (resource === 'sealedLog')
    return new PolicyStatement({
      actions: prefixed('s3'),
      resources: [data.sealedLog.arnForObjects('*')],
    })
  if (resource === 'sealedLog/names')
    return new PolicyStatement({ actions: prefixed('s3'), resources: [data.sealedLog.bucketArn] })
  if (isQueues(resource)) {
    const { region, account } = Stack.of(scope)
    return new PolicyStatement({
      actions: prefixed('sqs'),
      resources: [`arn:aws:sqs:${region}:${account}:hub-${queuesByName[resource]}`],
    })
  }
  if (resource === 'token')
    return new PolicyStatement({
      actions: prefixed('kms'),
      resources: [keys.token.keyArn, keys.tokenNext.keyArn],
    })
  if (resource === 'checkpoint')
    return new PolicyStatement({
      actions: prefixed('kms'),
      resources: [keys.checkpoint.keyArn, keys.checkpointNext.keyArn],
    })
  if (resource === 'delivery' || resource === 'cursor' || resource === 'index')
    return new PolicyStatement({ actions: prefixed('kms'), resources: [keys[resource].keyArn] })
  throw new Error(`no ARN is known for ${resource}`)
}

const through = (service: string, region: string) => ({
  StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
})

/** The keys that encrypt what a function touches, usable only through the service that holds it. */
const encryptionStatements = (
  scope: Construct,
  name: RoleHolder,
  { data, keys }: HubResources,
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
    ...(resources.includes('topics') ? [forService(keys.alerts, 'sns')] : []),
    ...(resources.some(isQueues) ? [forService(keys.alerts, 'sqs')] : []),
    ...(resources.includes('sealedLog') ? [forService(keys.auditLog, 's3')] : []),
  ]
}

const changing = ['UpdateItem', 'PartiQLUpdate'] as const
const deleting = ['DeleteItem', 'PartiQLDelete'] as const
const putting = ['PutItem', 'PartiQLInsert'] as const

/** Refuses what would alter an entry or the log, whatever else is ever granted: the sequencer alone puts and takes away. */
const keepLogUnaltered = (name: RoleHolder, { data }: HubResources): PolicyStatement[] => {
  const refuse = (table: TableName, actions: readonly string[]): PolicyStatement =>
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['BatchWriteItem', ...actions].map((action) => `dynamodb:${action}`),
      resources: [data.tables[table].tableArn],
    })
  const seals = name === sequencer
  const sealed = data.sealedLog.arnForObjects('*')
  return [
    new PolicyStatement({
      effect: Effect.DENY,
      actions: [...loosening, ...(seals ? [] : ['s3:PutObject'])],
      resources: [sealed],
    }),
    refuse('auditEntries', seals ? [...changing, ...putting] : [...changing, ...deleting]),
    refuse('auditLog', seals ? [...changing, ...deleting] : [...changing, ...deleting, ...putting]),
  ]
}

/** Writes the lines of the grants table into one policy of the role. */
export const applyGrants = (
  scope: Construct,
  role: IRole,
  { name, resources }: { readonly name: RoleHolder; readonly resources: HubResources },
): Policy => {
  const lines = grantsOf(name).map(([resource, actions]) =>
    statementOf(resource, actions, { scope, resources }),
  )
  const statements = [
    ...lines,
    ...encryptionStatements(scope, name, resources),
    ...keepLogUnaltered(name, resources),
  ]
  return new Policy(scope, 'Grants', { statements, roles: [role] })
}
