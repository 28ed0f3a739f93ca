import { HubError } from './hub-error.ts'

/** Times that something is read, decided and committed before it is given up: each but the first lost to another writer. */
export const mostAttempts = 5

/** What an attempt answers whose reads no longer held when it committed. */
export type Changed = 'changed'

/**
 * Reads, decides and commits, anew whenever what was read has changed before the commit. `attempt` counts from 0. What
 * still changes after {@link mostAttempts} is left to `givenUp`, which answers for it or throws.
 */
export const untilItHolds = async <Result, Last = never>(
  once: (attempt: number) => Promise<Result | Changed>,
  givenUp: () => Last,
): Promise<Result | Last> => {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const result = await once(attempt)
    if (result !== 'changed') return result
  }
  return givenUp()
}

/** Gives up with a fault that asks for a later try. @throws HubError store-busy */
export const storeBusy = (message: string) => (): never => {
  throw new HubError('store-busy', message)
}
