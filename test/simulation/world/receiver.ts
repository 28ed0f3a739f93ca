import { createPublicKey } from 'node:crypto'
import { take } from '../../../cli/receive/take.ts'
import { openSealed, readUnsealingKey } from '../../../client/receive/open-sealed.ts'
import { publishedKeys } from '../../../client/receive/published-keys.ts'
import { northmoor, stage } from '../../../infra/stages/local.ts'
import { type Authority, authoritySchema } from '../../../shared/agencies/directory.ts'
import { readDeliveryKeysIn } from '../../../shared/aws/dynamodb/delivery-keys.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { thumbprintOf } from '../../../shared/kernel/jwk-thumbprint.ts'
import { alertOfEvent, readArriving } from '../../../shared/outbox/delivered-event.ts'
import { isWebhookOf, webhookTolerance } from '../../../shared/outbox/webhook.ts'
import type { Post, Posted } from '../../../shared/sending/post.ts'
import { taskHere } from '../engine/scheduler.ts'
import { p256 } from '../hub/keys.ts'
import { frozenFor } from '../hub/steps.ts'
import { pushedChanges } from './senders.ts'

const privateKey = p256('northmoor sealing key')

const sealingKey = () => {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    kty: 'EC',
    crv: 'P-256',
    x,
    y,
    kid: thumbprintOf({ x, y }),
    from: '2026-01-05T00:00:00Z',
  }
}

/** Northmoor as it is in this hub: what it is told is sealed and pushed. */
export const sealedTo: Authority = authoritySchema.parse({
  ...stage.directory.authorities.find(({ code }) => code === northmoor),
  delivery: { mode: 'push', url: 'https://receiver.northmoor.example/hub' },
  sealingKeys: [sealingKey()],
})
/** What is told to it passes `deliver-alerts`. */
export const deliveredQueue = `alerts-${northmoor}`

const readerAt = (url: string): string =>
  url === sealedTo.delivery?.url ? deliveredQueue : pushedChanges

type ReceiverDeps = {
  readonly store: Store
  readonly tokens: string
  readonly now: () => Date
  /** Whether it stands in the log that this alert was delivered. */
  readonly isLogged: (alertId: string) => boolean
  /** Sees all of it but what is sealed. */
  readonly onPushed: (body: string) => void
  readonly onTaken: (queue: string, event: string) => void
  readonly complain: (violation: string) => void
}

/** What was signed by a clock that is minutes wrong, or is posted after the function froze on its way, is of no moment near this one, and is tried again by another. */
const isWrongByClock = (): boolean =>
  Math.abs(taskHere()?.skew ?? 0) >= webhookTolerance * 1000 - 2 * frozenFor

/** Northmoor’s system, and that of the service which is pushed to: each takes what is pushed to it by the code that the hub gives its receivers. */
export const createReceiver = (deps: ReceiverDeps): Post => {
  const { store, tokens, now, isLogged, onPushed, onTaken, complain } = deps
  const readKeys = readDeliveryKeysIn(store, tokens, now)
  const published = publishedKeys(async () => ({ keys: await readKeys() }), now)
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const unsealing = readUnsealingKey(pem)
  const isSigned = async ({ headers, body }: Posted): Promise<boolean> => {
    const keys = (await readKeys()).map(({ x }) => x)
    return isWebhookOf(keys, { headers, body }, now())
  }
  const requireEntry = (body: string): void => {
    const event = readArriving(body)
    const alertId = event && alertOfEvent(event)?.alertId
    const isContent = event?.data['sealed'] !== undefined && alertId !== undefined
    if (isContent && !isLogged(alertId)) complain(`delivered without an entry: ${alertId}`)
  }
  return async ({ url }, posted) => {
    const { body } = posted
    onPushed(body.replace(/"sealed":"[^"]*"/u, ''))
    if (!(await isSigned(posted))) {
      if (!isWrongByClock()) complain('pushed without a signature of this moment')
      return { kind: 'answered', status: 401 }
    }
    requireEntry(body)
    const open = openSealed([await unsealing], published)
    const taken = await take(body, { open, handOver: async () => 'handed-over' })
    if (taken.kind === 'refused') complain(`delivered and not to be opened: ${taken.why}`)
    // Of what is opened only the ids count here: the queue tells the same events as they came.
    else onTaken(readerAt(url), body)
    return { kind: 'answered', status: 204 }
  }
}
