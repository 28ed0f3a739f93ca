import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { AccountPrincipal, AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { OutgoingPlace } from '../../shared/agencies/queues.ts'
import { deliveryVisibility } from '../delivery-timeout.ts'
import { raiseAlarm, watchDeadLetters } from './alarms.ts'
import { hubQueue } from './hub-queue.ts'

type OutgoingQueueProps = {
  readonly queue: OutgoingPlace
  readonly encryptionKey: IKey
  readonly operations: ITopic
  readonly enforceSSL: boolean
  /** ARNs of the roles that may publish; nobody else may, whatever their own policies say. */
  readonly publishers: readonly string[]
  /** ARN of the role that puts what it has sealed into inboxes: into those alone to which anything is sealed. */
  readonly deliverer: string
}

/** SNS takes no longer one. */
const longestDisplayName = 100

/** Inboxes are named for what they are to their authority, and so is their topic for what it carries. */
const fetchedFrom = ({ name, isInbox }: OutgoingPlace): string =>
  isInbox ? `hub-${name.replace(/^alerts-/, 'inbox-')}` : `hub-${name}`

/** Deliveries that a reader's system takes and does not delete, before the message is put aside. */
const attempts = 5
/** More than a message is tried in a day: the function itself says when that is over. */
const mostDeliveries = 500
/** Seconds after which a message that no system has fetched is somebody's business. */
const longestWait = 15 * 60
/** What changed for a sender asks nothing of anybody, and stands in its list: a day, as long as it is pushed. */
const longestWaitOfChanges = 24 * 60 * 60

/** What alarms say of one place. */
const wordsOf = ({ name, reader }: OutgoingPlace) =>
  name.startsWith('changes-')
    ? {
        longest: longestWaitOfChanges,
        lost: `A message that a concern has changed has not reached ${reader}. See docs/runbooks/tell-senders.md`,
        unfetched: `${reader} has not taken for a day what changed of its concerns: it can list them. See docs/runbooks/tell-senders.md`,
      }
    : {
        longest: longestWait,
        lost: `A message about a child has not reached ${reader}. See docs/runbooks/relay-alerts.md`,
        unfetched: `A message for ${reader} has lain unfetched for a quarter of an hour. Telephone them. See docs/runbooks/relay-alerts.md`,
      }

/**
 * What one reader fetches: topic → queue, and two places for what cannot be delivered or will not be taken. A topic of its
 * own and no filter, so that no mistake in a filter can lose a message or send it to somebody else.
 */
export class OutgoingQueue extends Construct {
  readonly topic: Topic
  readonly inbox: Queue

  constructor(scope: Construct, id: string, props: OutgoingQueueProps) {
    super(scope, id)
    const { queue, enforceSSL, encryptionKey } = props
    const kept = { key: encryptionKey, enforceSSL }
    const name = fetchedFrom(queue)
    const refused = hubQueue(this, 'Refused', { ...kept, name: `${name}-refused` })
    const unsent = hubQueue(this, 'Unsent', { ...kept, name: `hub-${queue.name}-unsent` })
    this.inbox = hubQueue(this, 'Inbox', {
      ...kept,
      name,
      visibilityTimeout: Duration.minutes(2),
      deadLetterQueue: { queue: refused, maxReceiveCount: attempts },
    })
    this.topic = new Topic(this, 'Topic', {
      topicName: `hub-${queue.name}`,
      displayName: `Messages for ${queue.reader}`.slice(0, longestDisplayName),
      masterKey: encryptionKey,
      enforceSSL,
    })
    this.topic.addToResourcePolicy(refuseOtherPublishers(this.topic, props.publishers))
    // Adds the policies that let this topic, and nothing else, put messages into the two queues.
    const arriving = queue.isDelivered === true ? this.beforeInbox(props) : this.inbox
    if (queue.isDelivered === false)
      this.inbox.addToResourcePolicy(refuseSealed(this.inbox, props.deliverer))
    this.topic.addSubscription(
      new SqsSubscription(arriving, { rawMessageDelivery: true, deadLetterQueue: unsent }),
    )
    if (queue.account !== undefined)
      this.inbox.addToResourcePolicy(letFetch(this.inbox, queue.account))
    this.watch(props, [refused, unsent])
    new CfnOutput(Stack.of(this), `Topic${id}`, { value: this.topic.topicArn })
    const output = queue.isInbox ? `Inbox${id}` : `Queue${id}`
    new CfnOutput(Stack.of(this), output, { value: this.inbox.queueUrl })
  }

  /** Where messages wait that `deliver-alerts` pushes, or seals and puts into the inbox. */
  private beforeInbox({ queue, operations, enforceSSL, encryptionKey }: OutgoingQueueProps): Queue {
    const kept = { key: encryptionKey, enforceSSL }
    const name = fetchedFrom(queue).replace(/^hub-(?:inbox-)?/, 'hub-outgoing-')
    const refused = hubQueue(this, 'Undelivered', { ...kept, name: `${name}-refused` })
    const outgoing = hubQueue(this, 'Outgoing', {
      ...kept,
      name,
      visibilityTimeout: deliveryVisibility,
      deadLetterQueue: { queue: refused, maxReceiveCount: mostDeliveries },
    })
    const meaning = `Messages about children do not reach ${queue.reader}. See docs/runbooks/deliver-alerts.md`
    const { longest } = wordsOf(queue)
    watchDeadLetters(this, refused, { name: `${name}-refused`, meaning, operations })
    raiseAlarm(this, 'UndeliveredWaitingAlarm', {
      name: `${name}-waiting`,
      metric: ageOf(outgoing),
      above: longest,
      meaning,
      operations,
    })
    return outgoing
  }

  private watch({ queue, operations }: OutgoingQueueProps, dead: readonly Queue[]): void {
    const { longest, lost, unfetched } = wordsOf(queue)
    for (const letters of dead)
      watchDeadLetters(this, letters, {
        name: `hub-${queue.name}-${letters.node.id.toLowerCase()}`,
        meaning: lost,
        operations,
      })
    raiseAlarm(this, 'WaitingAlarm', {
      name: `${fetchedFrom(queue)}-waiting`,
      metric: ageOf(this.inbox),
      above: longest,
      meaning: unfetched,
      operations,
    })
  }
}

/**
 * Lets the roles of a reader's own account fetch, as far as that account's policies let them; the key lets the same accounts
 * decrypt (`infra/keys-stack.ts`). No action of SQS for batches has a permission of its own.
 */
const letFetch = ({ queueArn }: Queue, account: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'TheReaderFetches',
    principals: [new AccountPrincipal(account)],
    actions: [
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ReceiveMessage',
    ],
    resources: [queueArn],
  })

const ageOf = (queue: Queue): IMetric =>
  queue.metricApproximateAgeOfOldestMessage({
    period: Duration.minutes(1),
    statistic: Stats.MAXIMUM,
  })

const refuseOtherPublishers = (topic: ITopic, publishers: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    sid: 'OnlyTheRelayPublishes',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { ArnNotLike: { 'aws:PrincipalArn': publishers.flatMap(asPrincipals) } },
  })

/** By the queue, since the role's own policy names inboxes by a pattern: the codes of all of England are more than it holds. */
const refuseSealed = ({ queueArn }: Queue, deliverer: string): PolicyStatement =>
  new PolicyStatement({
    sid: 'NothingIsSealedToIt',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['sqs:SendMessage'],
    resources: [queueArn],
    conditions: { ArnLike: { 'aws:PrincipalArn': asPrincipals(deliverer) } },
  })

/** A role as AWS names it in a request, and its session's ARN, which is how the emulator names it. */
export const asPrincipals = (role: string): string[] => [
  role,
  `${role.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/*`,
]
