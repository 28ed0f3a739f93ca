import { Stack, type StackProps } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { OutgoingPlace } from '../shared/agencies/queues.ts'
import type { FunctionName } from '../shared/config/functions.ts'
import { OutgoingQueue } from './constructs/outgoing-queue.ts'
import { publishers, roleNameOf, teller } from './grants.ts'
import type { KeysStack } from './keys-stack.ts'
import { pascalCase } from './names.ts'
import type { Stage } from './stage.ts'

/** Where messages leave: a topic, a queue and its dead letters for each reader. */
export class AlertsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & {
      readonly stage: Stage
      readonly keys: KeysStack
      readonly operations: ITopic
      readonly queues: readonly OutgoingPlace[]
    },
  ) {
    super(scope, id, props)
    const { keys, stage, operations, queues } = props
    // By ARN: the subscription would else let every topic of every account use the key.
    const encryptionKey = Key.fromKeyArn(this, 'Key', keys.alerts.keyArn)
    const arnOf = (name: FunctionName): string =>
      this.formatArn({
        service: 'iam',
        region: '',
        resource: 'role',
        resourceName: roleNameOf(name),
      })
    const enforceSSL = stage.refusesPlainHttp
    for (const queue of queues)
      new OutgoingQueue(this, idOf(queue), {
        queue,
        encryptionKey,
        operations,
        enforceSSL,
        publishers: publishersOf(queue).map(arnOf),
        deliverer: arnOf('deliver-alerts'),
      })
  }
}

/** An inbox has its authority's code alone. */
const idOf = ({ name }: OutgoingPlace): string => pascalCase(name.replace(/^alerts-/, ''))

const publishersOf = ({ name }: OutgoingPlace): readonly FunctionName[] =>
  name.startsWith('changes-') ? [teller] : publishers
