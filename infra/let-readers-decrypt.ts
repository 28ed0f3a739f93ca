import { Stack } from 'aws-cdk-lib'
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { queuesOf } from '../shared/agencies/queues.ts'
import type { Stage } from './stage.ts'

/** Inboxes and escalations of authorities, and what changed for agencies’ systems; no dead letters, no other reader. SQS names the queue in the encryption context. */
const decrypted = ['hub-inbox-E*', 'hub-escalations-E*', 'hub-changes-*']

/**
 * Lets the accounts that fetch from queues of their own decrypt what is in them, through SQS alone. Which account has which
 * queue each queue's own policy says; here one statement names all, for a key policy holds 32 kB and 153 statements are more.
 */
export const letReadersDecrypt = (key: Key, { directory }: Stage): void => {
  const accounts = new Set(queuesOf(directory).flatMap(({ account }) => account ?? []))
  if (accounts.size === 0) return
  const stack = Stack.of(key)
  const queues = decrypted.map((resource) => stack.formatArn({ service: 'sqs', resource }))
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ReadersDecrypt',
      principals: [...accounts].toSorted().map((account) => new AccountPrincipal(account)),
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'kms:ViaService': `sqs.${stack.region}.amazonaws.com` },
        ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': queues },
      },
    }),
  )
}
