import { Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { type OutgoingPlace, type QueueName, queues } from '../shared/agencies/queues.ts'
import { OutgoingQueue } from './constructs/outgoing-queue.ts'
import { roleNameOf } from './grants.ts'
import type { KeysStack } from './keys-stack.ts'
import type { Stage } from './stages.ts'

/** Where messages leave: a topic, a queue and its dead letters for each reader, and the operators' own topic. */
export class AlertsStack extends Stack {
  readonly outgoing: ReadonlyMap<QueueName, OutgoingQueue>
  readonly operations: Topic

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly stage: Stage; readonly keys: KeysStack },
  ) {
    super(scope, id, props)
    const { keys, stage } = props
    const alertsKey = Key.fromKeyArn(this, 'Key', keys.alerts.keyArn)
    this.operations = new Topic(this, 'Operations', {
      topicName: 'hub-operations',
      displayName: 'Alarms for the people who run the hub',
      masterKey: alertsKey,
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
    const publishers = (['relay-alerts', 'watch-clocks'] as const).map((name) =>
      this.formatArn({
        service: 'iam',
        region: '',
        resource: 'role',
        resourceName: roleNameOf(name),
      }),
    )
    const outgoingOf = (queue: OutgoingPlace): OutgoingQueue =>
      new OutgoingQueue(this, idOf(queue), {
        queue,
        // By ARN: the subscription would else let every topic of every account use the key.
        encryptionKey: alertsKey,
        operations: this.operations,
        enforceSSL: stage.refusesPlainHttp,
        publishers,
      })
    this.outgoing = new Map(queues.map((queue) => [queue.name, outgoingOf(queue)]))
  }
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** An inbox has its authority's name alone. */
const idOf = ({ name }: OutgoingPlace): string =>
  name
    .replace(/^alerts-/, '')
    .split('-')
    .map(capitalised)
    .join('')
