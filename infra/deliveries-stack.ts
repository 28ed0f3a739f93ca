import { ArnFormat, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { type OutgoingPlace, queuesOf } from '../shared/agencies/queues.ts'
import { aliasName } from './names.ts'
import type { Stage } from './stage.ts'

/** The fewest that Lambda takes: a receiver that is slow holds no more, so that the others' messages are not kept waiting. */
const mostAtOnce = 2

/** The queues of those who are pushed or sealed to. */
export const deliveredOf = ({ directory }: Stage): readonly OutgoingPlace[] =>
  queuesOf(directory).filter(({ isDelivered }) => isDelivered === true)

/** Wakes the function that delivers by what waits for each authority: an event source each, between its queue and the code, so after both. */
export class DeliveriesStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage }) {
    super(scope, id, props)
    const arnOf = (service: string, resource: string, name?: string): string =>
      this.formatArn({
        service,
        resource,
        ...(name !== undefined && { resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME }),
      })
    const functionName = arnOf('lambda', 'function', `hub-deliver-alerts:${aliasName}`)
    for (const { name } of deliveredOf(props.stage)) {
      const code = name.replace(/^alerts-/, '')
      new CfnEventSourceMapping(this, code, {
        functionName,
        eventSourceArn: arnOf('sqs', `hub-outgoing-${code}`),
        batchSize: 10,
        scalingConfig: { maximumConcurrency: mostAtOnce },
        functionResponseTypes: ['ReportBatchItemFailures'],
      })
    }
  }
}
