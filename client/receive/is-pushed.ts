import type { Clock } from '../../shared/kernel/clock.ts'
import { isWebhookOf } from '../../shared/outbox/webhook.ts'
import type { PublishedKeys } from './published-keys.ts'

/** What was posted to a receiver: the names of headers in lower case, the body as it came. */
export type Pushed = {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

const firstOfEach = (headers: Pushed['headers']): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[0] : value,
    ]),
  )

/** Whether the hub posted it, at this moment. Where no key that is known verifies it, they are read anew, once: it may be signed by one that is new. */
export const isPushed = async (
  { headers, body }: Pushed,
  published: PublishedKeys,
  now: Clock,
): Promise<boolean> => {
  const pushed = { headers: firstOfEach(headers), body }
  const isOf = (keys: ReadonlyMap<string, string>): boolean =>
    isWebhookOf([...keys.values()], pushed, now())
  if (isOf(await published.ofDelivery())) return true
  return isOf(await published.ofDelivery('another'))
}
