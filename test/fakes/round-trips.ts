import { setImmediate } from 'node:timers'
import type { Store } from '../../shared/aws/dynamodb/store.ts'

/**
 * A store that counts how often the caller has to wait for it: every call is answered with all others that are open, and
 * what is asked upon an answer is the next round trip.
 */
export const countingRoundTrips = (
  store: Store,
): { readonly store: Store; readonly roundTrips: () => number; readonly calls: () => string[] } => {
  let open: (() => void)[] = []
  let roundTrips = 0
  const calls: string[] = []
  const answerAll = (): void => {
    const answered = open
    open = []
    roundTrips += 1
    for (const answer of answered) answer()
  }
  const waiting =
    <Input extends unknown[], Output>(name: string, call: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      calls.push(`${roundTrips + 1} ${name}`)
      await new Promise<void>((resolve) => {
        if (open.length === 0) setImmediate(answerAll)
        open.push(resolve)
      })
      return call(...input)
    }
  return {
    store: {
      get: waiting('get', store.get),
      batch: waiting('batch', store.batch),
      query: waiting('query', store.query),
      update: waiting('update', store.update),
      transact: waiting('transact', store.transact),
    },
    roundTrips: () => roundTrips,
    calls: () => calls,
  }
}
