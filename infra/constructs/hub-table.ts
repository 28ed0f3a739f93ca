import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  type GlobalSecondaryIndexProps,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { IndexDefinition, TableDefinition } from '../../shared/aws/dynamodb/tables.ts'

const text = (name: string): { name: string; type: AttributeType } => ({
  name,
  type: AttributeType.STRING,
})

/** A table from its definition: encrypted under its own key, restorable to any second of 35 days, never deleted. */
export class HubTable extends Table {
  readonly key: IKey

  constructor(scope: Construct, id: string, props: { definition: TableDefinition; key: IKey }) {
    const { definition, key } = props
    super(scope, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      ...(definition.stream !== undefined && { stream: StreamViewType[definition.stream] }),
      ...(definition.expiry !== undefined && { timeToLiveAttribute: definition.expiry }),
    })
    this.key = key
    for (const [name, index] of Object.entries(definition.indexes))
      this.addGlobalSecondaryIndex(indexProps(name, index))
  }
}

const indexProps = (indexName: string, index: IndexDefinition): GlobalSecondaryIndexProps => ({
  indexName,
  partitionKey: text(index.partitionKey),
  sortKey: text(index.sortKey),
  ...projectionOf(index.projection),
})

const projectionOf = (
  projection: IndexDefinition['projection'],
): Pick<GlobalSecondaryIndexProps, 'projectionType' | 'nonKeyAttributes'> => {
  if (projection === 'ALL') return { projectionType: ProjectionType.ALL }
  if (projection === 'KEYS_ONLY') return { projectionType: ProjectionType.KEYS_ONLY }
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] }
}
