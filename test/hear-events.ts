import { ListTopicsCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import './e2e/place.ts'

/** Where everything that leaves the hub while the suites run is heard too. */
export const heardQueue = 'heard-events'

const ofSns = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: '*',
    },
  ],
})

const outgoing = async (sns: SNSClient, token?: string): Promise<readonly string[]> => {
  const { Topics = [], NextToken } = await sns.send(new ListTopicsCommand({ NextToken: token }))
  const own = Topics.flatMap(({ TopicArn = '' }) =>
    /:hub-(alerts-|changes-|escalations-|holding)/.test(TopicArn) ? [TopicArn] : [],
  )
  return NextToken === undefined ? own : [...own, ...(await outgoing(sns, NextToken))]
}

/** Before any suite: has a queue of the tests' own told of each topic. */
export const setup = async (): Promise<void> => {
  const sqs = new SQSClient({})
  const sns = new SNSClient({})
  const made = new CreateQueueCommand({ QueueName: heardQueue, Attributes: { Policy: ofSns } })
  const { QueueUrl } = await sqs.send(made)
  const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] })
  const { Attributes } = await sqs.send(asked)
  for (const TopicArn of await outgoing(sns))
    await sns.send(
      new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'] }),
    )
}
