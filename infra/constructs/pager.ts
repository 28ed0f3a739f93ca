import type { IKey } from 'aws-cdk-lib/aws-kms'
import { type ITopic, Subscription, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { hubQueue } from './hub-queue.ts'

type PagerProps = {
  readonly operations: ITopic
  /** HTTPS of the paging service. */
  readonly endpoint: string
  readonly key: IKey
}

/** Alarms that could not be delivered are kept for two weeks, for whoever finds out that the pager was away. */
export const wakeBy = (scope: Construct, { operations, endpoint, key }: PagerProps): void => {
  new Subscription(scope, 'Pager', {
    topic: operations,
    protocol: SubscriptionProtocol.HTTPS,
    endpoint,
    deadLetterQueue: hubQueue(scope, 'Unheard', {
      name: 'hub-operations-unheard',
      key,
      enforceSSL: true,
    }),
  })
}
