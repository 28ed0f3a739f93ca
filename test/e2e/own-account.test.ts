import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eastvale, eastvaleAccount, westmarch } from '../../infra/stages/local.ts'
import { isAllowed } from './attempts.ts'
import { place } from './place.ts'

// A 12-digit access key id is the root of that account to the emulator.
const rootOf = (account: string) => ({ accessKeyId: account, secretAccessKey: 'test' })
const stack = 'eastvale-receiver'
const role = 'eastvale-receiver'

/** As an authority would write it: what its own policies let its role do, which is not what the hub lets it. */
const template = JSON.stringify({
  Resources: {
    Receiver: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: role,
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${eastvaleAccount}:root` },
              Action: 'sts:AssumeRole',
            },
          ],
        },
        Policies: [
          {
            PolicyName: 'everything-of-queues',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: ['sqs:*', 'kms:*'], Resource: '*' }],
            },
          },
        ],
      },
    },
  },
})

const formation = new CloudFormationClient({ credentials: rootOf(eastvaleAccount) })
const operator = new SQSClient({})
let receiver: SQSClient

beforeAll(async () => {
  await formation.send(
    new CreateStackCommand({
      StackName: stack,
      TemplateBody: template,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }),
  )
  await waitUntilStackCreateComplete(
    { client: formation, minDelay: 1, maxDelay: 2, maxWaitTime: 30 },
    { StackName: stack },
  )
  const { Credentials: given } = await new STSClient({ credentials: rootOf(eastvaleAccount) }).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${eastvaleAccount}:role/${role}`,
      RoleSessionName: 'receiver',
    }),
  )
  receiver = new SQSClient({
    credentials: {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    },
  })
})

afterAll(() => formation.send(new DeleteStackCommand({ StackName: stack })))

const queue = (name: string): string => `${place.endpoint}/000000000000/hub-${name}`
const own = queue(`inbox-${eastvale}`)

/** What a role of the account may try on a queue. */
const attempts = {
  receive: (QueueUrl: string) => new ReceiveMessageCommand({ QueueUrl }),
  attributes: (QueueUrl: string) =>
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  send: (QueueUrl: string) => new SendMessageCommand({ QueueUrl, MessageBody: 'forged' }),
  purge: (QueueUrl: string) => new PurgeQueueCommand({ QueueUrl }),
  configure: (QueueUrl: string) =>
    new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '1' } }),
} as const

const mayDo = (client: SQSClient, attempt: keyof typeof attempts, url: string): Promise<boolean> =>
  // Each command is one of the client's own; the union of them is none of its overloads.
  isAllowed(() => client.send(attempts[attempt](url) as ReceiveMessageCommand))

describe('a role of an account that the stage names', () => {
  it('fetches from its own inbox: takes, keeps longer and deletes', async () => {
    const body = JSON.stringify({ probe: 'own account' })
    await operator.send(new SendMessageCommand({ QueueUrl: own, MessageBody: body }))
    const received = await receiver.send(
      new ReceiveMessageCommand({ QueueUrl: own, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }),
    )
    const message = received.Messages?.find(({ Body }) => Body === body)
    const ReceiptHandle = message?.ReceiptHandle ?? ''
    expect(ReceiptHandle).not.toBe('')
    await receiver.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: own, ReceiptHandle, VisibilityTimeout: 60 }),
    )
    await receiver.send(new DeleteMessageCommand({ QueueUrl: own, ReceiptHandle }))
    expect(await mayDo(receiver, 'attributes', own)).toBe(true)
  })

  it('fetches its own escalations', async () => {
    expect(await mayDo(receiver, 'attributes', queue(`escalations-${eastvale}`))).toBe(true)
  })

  it.each(['send', 'purge', 'configure'] as const)('cannot %s its own', async (attempt) => {
    expect(await mayDo(receiver, attempt, own)).toBe(false)
  })

  it.each([
    `inbox-${westmarch}`,
    `escalations-${westmarch}`,
    `inbox-${eastvale}-refused`,
    `alerts-${eastvale}-unsent`,
    'escalations-partnership',
    'holding',
  ])('can neither take from nor ask about hub-%s', async (name) => {
    expect(await mayDo(receiver, 'receive', queue(name))).toBe(false)
    expect(await mayDo(receiver, 'attributes', queue(name))).toBe(false)
  })
})

describe('an account that no stage names', () => {
  it('can take nothing, root though it be of its own', async () => {
    const stranger = new SQSClient({ credentials: rootOf('999988887777') })
    expect(await mayDo(stranger, 'receive', own)).toBe(false)
    expect(await mayDo(stranger, 'attributes', own)).toBe(false)
  })
})
