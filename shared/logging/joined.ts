import { AsyncLocalStorage } from 'node:async_hooks'
import { present } from '../kernel/present.ts'
import type { Log, LogFields } from './logger.ts'

/** What lines belong together by: the request, and what it, a record of a stream or a row of a sweep is about. */
export type JoinedIds = Pick<
  LogFields,
  'gatewayId' | 'requestId' | 'concernId' | 'alertId' | 'reviewId' | 'recordId'
>

const inHand = new AsyncLocalStorage<{ ids: JoinedIds }>()

/** Does a piece of work of which every line is to be found by these ids, beside those of the work around it. */
export const joining = <Result>(ids: JoinedIds, work: () => Result): Result =>
  inHand.run({ ids: { ...inHand.getStore()?.ids, ...ids } }, work)

/** For what is known only once the work is under way: the lines from here on have it too. What is known already stays. */
export const joinAlso = (ids: Partial<Record<keyof JoinedIds, string | undefined>>): void => {
  const held = inHand.getStore()
  if (held !== undefined) held.ids = { ...present(ids), ...held.ids }
}

/** A log of which every line has the ids of the work in hand. What a line says itself goes before. */
export const joined =
  (log: Log): Log =>
  (level, event, fields) =>
    log(level, event, { ...inHand.getStore()?.ids, ...fields })
