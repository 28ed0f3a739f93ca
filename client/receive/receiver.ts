import { alertOfEvent } from '../../shared/outbox/delivered-event.ts'
import type { Alert } from '../hub-api.ts'
import { type Limits, realWorld, type World } from '../transport.ts'
import { isPushed, type Pushed } from './is-pushed.ts'
import { type Opened, openEvent, type Refused } from './open-event.ts'
import { openSealed, readUnsealingKey } from './open-sealed.ts'
import { keysAt, publishedKeys } from './published-keys.ts'

/** An event of the hub: confirm it once it is safe with you. */
export type Received = {
  readonly kind: 'event'
  /** Drop what you have seen: of an alert it is its id and version. */
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  /** Which alert it is about; undefined where it is about none, or several. */
  readonly alertId: string | undefined
  /** The alert, where it came along; else read it. */
  readonly alert: Alert | undefined
}
/** Do not confirm it; `status` is what to answer whoever pushed it. */
export type NotReceived = Refused & { readonly status: 401 | 422 }

export type Receiver = {
  /** The body of a message of your queue. */
  readonly queued: (body: string) => Promise<Received | NotReceived>
  /** What was posted to you. */
  readonly pushed: (pushed: Pushed) => Promise<Received | NotReceived>
}

type Receiving = Limits & {
  /** The address of the API, with /v1. */
  readonly hub: string
  /** Private keys on P-256 that alerts are sealed to, PEM (PKCS #8): the old one too, for two weeks. */
  readonly sealKeys?: readonly string[]
}

const receivedOf = ({ event }: Opened): Received => {
  const { id, type, data } = event
  const alertId = alertOfEvent(event)?.alertId
  // Signed by the hub, which holds it to the description of which the type is made.
  return { kind: 'event', id, type, data, alertId, alert: data['alert'] as Alert | undefined }
}

/** Takes what a hub tells an authority, however that comes: verified by the keys that the hub publishes, and opened. */
export const receiverOf = (
  { hub, sealKeys = [], ...limits }: Receiving,
  world: World = realWorld,
): Receiver => {
  const published = publishedKeys(keysAt(hub, limits, world), world.now)
  const keys = Promise.all(sealKeys.map((pem) => readUnsealingKey(pem)))
  keys.catch(() => undefined) // said to whoever receives first
  const queued: Receiver['queued'] = async (body) => {
    const opened = await openEvent(body, openSealed(await keys, published))
    return opened.kind === 'refused' ? { ...opened, status: 422 } : receivedOf(opened)
  }
  return {
    queued,
    pushed: async (pushed) =>
      (await isPushed(pushed, published, world.now))
        ? queued(pushed.body)
        : { kind: 'refused', why: 'not-the-hubs', status: 401 },
  }
}
