import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { SetStackPolicyCommand } from '@aws-sdk/client-cloudformation'

/** Stacks whose resources would take what they hold with them. */
export const protectedStacks = ['hub-keys', 'hub-data', 'hub-backup'] as const

/** Whatever a template says: what holds data, or opens it, is changed in place or not at all. */
const policy = JSON.stringify({
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'Update:*', Resource: '*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: ['Update:Replace', 'Update:Delete'],
      Resource: '*',
      Condition: {
        StringEquals: {
          ResourceType: [
            'AWS::Backup::BackupVault',
            'AWS::DynamoDB::Table',
            'AWS::KMS::Key',
            'AWS::S3::Bucket',
          ],
        },
      },
    },
  ],
})

/**
 * Forbids replacing or deleting tables, keys and buckets of these stacks.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
 */
export const protectStacks = async (client: CloudFormationClient): Promise<void> => {
  for (const StackName of protectedStacks)
    await client.send(new SetStackPolicyCommand({ StackName, StackPolicyBody: policy }))
}
