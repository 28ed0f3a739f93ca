import { Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { watchMeasures } from './constructs/hub-alarms.ts'
import type { KeysStack } from './keys-stack.ts'
import type { Stage } from './stage.ts'

/** Where alarms ring for the people who run the hub. */
export class OperationsStack extends Stack {
  readonly operations: Topic

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly stage: Stage; readonly keys: KeysStack },
  ) {
    super(scope, id, props)
    const { keys, stage } = props
    this.operations = new Topic(this, 'Operations', {
      topicName: 'hub-operations',
      displayName: 'Alarms for the people who run the hub',
      masterKey: Key.fromKeyArn(this, 'Key', keys.alerts.keyArn),
      enforceSSL: stage.refusesPlainHttp,
    })
    // A topic with a policy of its own has lost the default one, by which alarms may ring.
    this.operations.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsRing',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.operations.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    // Of metrics by their names alone: the stack of the functions holds as much as a stack may.
    watchMeasures(this, this.operations)
  }
}
