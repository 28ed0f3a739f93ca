import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { snsPublish } from '../../../shared/aws/sns/publish.ts'
import { publishTo } from '../../../shared/aws/sns/publish-to.ts'

const sns = mockClient(SNSClient)
beforeEach(() => void sns.reset())
const publish = publishTo(snsPublish(new SNSClient({ region: 'eu-west-2' })), 'arn:hub-')

describe('publishing', () => {
  it('goes to the queue’s own topic, with no subject and no attributes', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'a' })
    await publish(`alerts-${westmarch}`, '{"id":"a"}')
    expect(sns.commandCalls(PublishCommand).map(({ args }) => args[0].input)).toEqual([
      { TopicArn: `arn:hub-alerts-${westmarch}`, Message: '{"id":"a"}' },
    ])
  })

  it('passes on that it was refused', async () => {
    sns.on(PublishCommand).rejects(new Error('refused'))
    await expect(publish(`alerts-${westmarch}`, 'a')).rejects.toThrow('refused')
  })
})
