import type { Waiting } from './waiting.ts'

/** So many are remembered; of more, those that were tried longest ago are taken for new ones. */
const mostRemembered = 50_000

const nameOf = (waiting: Waiting): string => JSON.stringify(waiting)

/**
 * What failed when it was last tried, and when that was, as long as this process lives: so that rows which fail for good are
 * tried again after what is new, and not instead of it. Forgetting costs an attempt and nothing else.
 */
export const createFailedBefore = () => {
  const tries = new Map<string, number>()
  let count = 0
  return {
    has: (waiting: Waiting): boolean => tries.has(nameOf(waiting)),
    remember: (waiting: Waiting): void => {
      const name = nameOf(waiting)
      count += 1
      tries.delete(name)
      tries.set(name, count)
      const [oldest] = tries.keys()
      if (tries.size > mostRemembered && oldest !== undefined) tries.delete(oldest)
    },
    forget: (waiting: Waiting): void => void tries.delete(nameOf(waiting)),
    /** Those tried longest ago first: each has its turn. */
    inTurn: (all: readonly Waiting[]): readonly Waiting[] =>
      all
        .map((waiting) => ({ waiting, tried: tries.get(nameOf(waiting)) ?? 0 }))
        .toSorted((one, other) => one.tried - other.tried)
        .map(({ waiting }) => waiting),
  }
}
export type FailedBefore = ReturnType<typeof createFailedBefore>
