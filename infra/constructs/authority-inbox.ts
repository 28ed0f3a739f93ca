import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { ArnPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type ITopic, Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { raiseAlarm, watchDeadLetters } from './alarms.ts'
import { hubQueue } from './hub-queue.ts'

type AuthorityInboxProps = {
  /** Short name in the names of its topic and queues. */
  readonly key: string
  readonly authorityName: string
  readonly encryptionKey: IKey
  readonly operations: ITopic
  readonly enforceSSL: boolean
  /** Roles that may publish; nobody else may, whatever their own policies say. */
  readonly publishers: readonly string[]
}

/** Deliveries that an authority's system takes and does not delete, before the message is put aside. */
const attempts = 5

/**
 * One authority's alerts: topic → inbox, and two places for what cannot be delivered or will not be taken. A topic of its
 * own and no filter, so that no mistake in a filter can lose an alert or send it to another authority.
 */
export class AuthorityInbox extends Construct {
  readonly topic: Topic
  readonly inbox: Queue

  constructor(scope: Construct, id: string, props: AuthorityInboxProps) {
    super(scope, id)
    const { key, enforceSSL, encryptionKey } = props
    const queue = { key: encryptionKey, enforceSSL }
    const refused = hubQueue(this, 'Refused', { ...queue, name: `hub-inbox-${key}-refused` })
    const unsent = hubQueue(this, 'Unsent', { ...queue, name: `hub-alerts-${key}-unsent` })
    this.inbox = hubQueue(this, 'Inbox', {
      ...queue,
      name: `hub-inbox-${key}`,
      visibilityTimeout: Duration.minutes(2),
      deadLetterQueue: { queue: refused, maxReceiveCount: attempts },
    })
    this.topic = new Topic(this, 'Topic', {
      topicName: `hub-alerts-${key}`,
      displayName: `Alerts for ${props.authorityName}`,
      masterKey: encryptionKey,
      enforceSSL,
    })
    this.topic.addToResourcePolicy(refuseOtherPublishers(this.topic, props.publishers))
    // Adds the policies that let this topic alone put messages into the inbox and the queue of the unsent.
    new Subscription(this, 'Subscription', {
      topic: this.topic,
      protocol: SubscriptionProtocol.SQS,
      endpoint: this.inbox.queueArn,
      rawMessageDelivery: true,
      deadLetterQueue: unsent,
    })
    this.inbox.addToResourcePolicy(deliveryFrom(this.topic, this.inbox))
    this.watch(props, refused, unsent)
    new CfnOutput(Stack.of(this), `TopicArn${id}`, { value: this.topic.topicArn })
    new CfnOutput(Stack.of(this), `InboxUrl${id}`, { value: this.inbox.queueUrl })
  }
}
