import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { importMachine } from '../shared/config/import-places.ts'

/** `turning-tide` as CloudFormation takes it in ids: `TurningTide`. What has no hyphen keeps the letters after its first. */
export const pascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** Whoever restores the hub, while they do. */
export const restorerRole = 'hub-restorer'

/** The trails of who touched what; the bucket and the key that keep them are theirs by name. */
export const trailNames = { own: 'hub', outsiders: 'hub-outsiders' } as const

/** Where the second trail puts its files, beside those of the first. */
export const outsidersFolder = 'outsiders'

/** The bucket of the trails. It stands in the keeping account, and bears the number of the hub's, since names are one for all of AWS. */
export const trailBucketOf = (hubAccount: string): string => `hub-trails-${hubAccount}`

/** The key of the trails there. */
export const keptKeyAlias = 'alias/hub/kept'

/** The bucket of the sealed log, in the keeping account too. */
export const sealedLogBucketOf = (hubAccount: string): string => `hub-sealed-log-${hubAccount}`

/** The statement by which a role uses the key of the sealed log, wherever that stands. */
export const keyOfSealedLog = 'KeyOfTheSealedLog'

/** The output of the data's stack that says what a table is called. */
export const tableOutput = (table: string): string => `${pascalCase(table)}Table`

/** What the API, streams and the clock call of each function: the version that is in use. */
export const aliasName = 'live'

/** Where the gateway of the console writes what it was asked. */
export const consoleLogGroup = '/hub/console-access'

/** Where the gateway writes what it was asked. */
export const accessLogGroup = '/hub/api-access'

/** The statement by which nothing but a deployment changes a bucket. */
export const changedByDeployingAlone = 'ChangedByDeployingAlone'

/** The state machine that goes through imports, by its name, so that a role can be given it before it stands. */
export const importMachineArn = (scope: Construct): string => {
  const { region, account } = Stack.of(scope)
  return `arn:aws:states:${region}:${account}:stateMachine:${importMachine}`
}
