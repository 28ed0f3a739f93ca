import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** What the ARN of every outgoing topic begins with; the name of its queue follows. */
export const topicPrefixOf = (scope: Construct): string =>
  Stack.of(scope).formatArn({ service: 'sns', resource: 'hub-' })

/** What the URL of every queue begins with; what follows `hub-` in its name follows. */
export const queuePrefixOf = (scope: Construct): string => {
  const { region, urlSuffix, account } = Stack.of(scope)
  return `https://sqs.${region}.${urlSuffix}/${account}/hub-`
}
