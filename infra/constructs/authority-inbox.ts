import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
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
  /** ARNs of the roles that may publish; nobody else may, whatever their own policies say. */
  readonly publishers: readonly string[]
}

/** Deliveries that an authority's system takes and does not delete, before the message is put aside. */
const attempts = 5
/** Seconds after which an alert that no system has fetched is somebody's business. */
const longestWait = 15 * 60

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
    // Adds the policies that let this topic, and nothing else, put messages into the two queues.
    this.topic.addSubscription(
      new SqsSubscription(this.inbox, { rawMessageDelivery: true, deadLetterQueue: unsent }),
    )
    this.watch(props, [refused, unsent])
    new CfnOutput(Stack.of(this), `Topic${id}`, { value: this.topic.topicArn })
    new CfnOutput(Stack.of(this), `Inbox${id}`, { value: this.inbox.queueUrl })
  }

  private watch(
    { key, authorityName, operations }: AuthorityInboxProps,
    dead: readonly Queue[],
  ): void {
    for (const queue of dead)
      watchDeadLetters(this, queue, {
        name: `hub-alerts-${key}-${queue.node.id.toLowerCase()}`,
        meaning: `An alert about a child has not reached ${authorityName}. See docs/runbooks/relay-alerts.md`,
        operations,
      })
    raiseAlarm(this, 'WaitingAlarm', {
      name: `hub-inbox-${key}-waiting`,
      metric: this.inbox.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: Stats.MAXIMUM,
      }),
      above: longestWait,
      meaning: `${authorityName} has not fetched an alert for a quarter of an hour. Telephone its duty team`,
      operations,
    })
  }
}

const refuseOtherPublishers = (topic: ITopic, publishers: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    sid: 'OnlyTheRelayPublishes',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { ArnNotLike: { 'aws:PrincipalArn': publishers.flatMap(asPrincipals) } },
  })

/** A role as AWS names it in a request, and its session's ARN, which is how the emulator names it. */
const asPrincipals = (role: string): string[] => [
  role,
  `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/*`,
]
