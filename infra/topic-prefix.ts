import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** What the ARN of every outgoing topic begins with; the name of its queue follows. */
export const topicPrefixOf = (scope: Construct): string =>
  Stack.of(scope).formatArn({ service: 'sns', resource: 'hub-' })
