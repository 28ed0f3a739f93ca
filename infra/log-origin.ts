import { Fn } from 'aws-cdk-lib'
import type { TableName } from '../shared/aws/dynamodb/tables.ts'
import type { HubTable } from './constructs/hub-table.ts'
import type { Stage } from './stage.ts'

/**
 * The log's name ends with the label of its table's stream, which no two tables share: rows restored into another table
 * are another log, whatever whoever restores them does or forgets.
 */
export const logOriginIn = (
  stage: Pick<Stage, 'logOrigin'>,
  { tables }: { readonly tables: Readonly<Record<TableName, HubTable>> },
): string =>
  `${stage.logOrigin}/${Fn.select(3, Fn.split('/', tables.auditLog.tableStreamArn ?? ''))}`
