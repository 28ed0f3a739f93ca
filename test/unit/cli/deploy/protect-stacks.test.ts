import { CloudFormationClient, SetStackPolicyCommand } from '@aws-sdk/client-cloudformation'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { protectedStacks, protectStacks } from '../../../../cli/deploy/protect-stacks.ts'

const policySchema = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: z.union([z.string(), z.array(z.string())]),
      Condition: z
        .object({ StringEquals: z.object({ ResourceType: z.array(z.string()) }) })
        .optional(),
    }),
  ),
})

it('forbids replacing and deleting tables, keys and buckets, and nothing else', async () => {
  const cloudformation = mockClient(CloudFormationClient)
  cloudformation.on(SetStackPolicyCommand).resolves({})
  await protectStacks(new CloudFormationClient({ region: 'eu-west-2' }))
  const asked = cloudformation.commandCalls(SetStackPolicyCommand).map(({ args }) => args[0].input)
  expect(asked.map(({ StackName }) => StackName)).toEqual([...protectedStacks])
  for (const { StackPolicyBody } of asked) {
    const [allowed, denied] = policySchema.parse(JSON.parse(StackPolicyBody ?? '')).Statement
    expect(allowed).toMatchObject({ Effect: 'Allow', Action: 'Update:*' })
    expect(denied).toMatchObject({ Effect: 'Deny', Action: ['Update:Replace', 'Update:Delete'] })
    expect(denied?.Condition?.StringEquals.ResourceType).toEqual([
      'AWS::Backup::BackupVault',
      'AWS::DynamoDB::Table',
      'AWS::KMS::Key',
      'AWS::S3::Bucket',
    ])
  }
})
