import { Duration } from 'aws-cdk-lib'

/** Ten receivers' time for one message, side by side, with the reading and signing before it. */
export const deliveryTimeout = Duration.seconds(30)

/** How long a message is hidden that was handed out: six times what the function may take, as SQS and Lambda want it. */
export const deliveryVisibility = Duration.seconds(6 * deliveryTimeout.toSeconds())
