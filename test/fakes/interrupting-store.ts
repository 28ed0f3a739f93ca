import type { Action, Store } from '../../shared/aws/dynamodb/store.ts'

const holdsAlert = (action: Action): boolean =>
  action.kind === 'put' && action.row['alert'] !== undefined

/**
 * A store in which something happens just before the call of this number, counted from 1: somebody else's change, between any
 * two calls of a path. Tells how many calls there were, and whether that came before anything was disclosed.
 */
export const interrupting = (store: Store, before: number, act: () => Promise<void>) => {
  let calls = 0
  let hasActed = false
  let isFirst: boolean | undefined
  const between = async (): Promise<void> => {
    calls += 1
    if (calls !== before) return
    hasActed = true
    await act()
  }
  const over: Store = {
    get: async (...asked) => {
      await between()
      return store.get(...asked)
    },
    batch: async (...asked) => {
      await between()
      return store.batch(...asked)
    },
    query: async (...asked) => {
      await between()
      return store.query(...asked)
    },
    update: async (...asked) => {
      await between()
      return store.update(...asked)
    },
    transact: async (actions) => {
      await between()
      const result = await store.transact(actions)
      if (result === 'committed' && actions.some(holdsAlert)) isFirst ??= hasActed
      return result
    },
  }
  return {
    store: over,
    calls: () => calls,
    /** Whether it happened before the disclosure, where there was one. */
    cameFirst: () => isFirst ?? hasActed,
    hasDisclosed: () => isFirst !== undefined,
  }
}
