import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { InboxFact } from '../facts.ts'

/** What SQS and its client call what went wrong, as far as somebody can do something about it. */
const facts: Readonly<Record<string, InboxFact>> = {
  QueueDoesNotExist: 'no-queue',
  'AWS.SimpleQueueService.NonExistentQueue': 'no-queue',
  AccessDenied: 'refused',
  AccessDeniedException: 'refused',
  CredentialsProviderError: 'no-credentials',
  ExpiredToken: 'no-credentials',
  ExpiredTokenException: 'no-credentials',
  InvalidClientTokenId: 'no-credentials',
  UnrecognizedClientException: 'no-credentials',
  SignatureDoesNotMatch: 'no-credentials',
}

/** The region that a URL of AWS names; a queue of an emulator names none. */
const regionOf = ({ hostname }: URL): string | undefined =>
  /^sqs\.([a-z0-9-]+)\.amazonaws\.com$/.exec(hostname)?.[1]

const isAddress = (queue: string): boolean =>
  URL.canParse(queue) && /^\/[^/]+\/[^/]+$/.test(new URL(queue).pathname)

/** Whether a queue can be read with the credentials of this environment; nothing is fetched from it. */
export const gatherInbox = async (
  queue: string,
  region: string | undefined,
): Promise<InboxFact> => {
  if (!isAddress(queue)) return 'no-address'
  const stated = regionOf(new URL(queue))
  if (stated !== undefined && region !== undefined && stated !== region) return 'other-region'
  const sqs = new SQSClient({
    region: stated ?? region ?? 'eu-west-2',
    endpoint: new URL(queue).origin,
    maxAttempts: 1,
  })
  try {
    await sqs.send(new GetQueueAttributesCommand({ QueueUrl: queue, AttributeNames: ['QueueArn'] }))
    return 'readable'
  } catch (error) {
    return facts[error instanceof Error ? error.name : ''] ?? 'silent'
  } finally {
    sqs.destroy()
  }
}
