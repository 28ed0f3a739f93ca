import { type Urgency, urgencies } from '../codes/response-times.ts'
import type { FailedBefore } from './failed-before.ts'
import type { Waiting, WaitingPlace } from './waiting.ts'

/** What is to be attended to next, all of it before anything else. */
export type Batch = {
  readonly items: readonly Waiting[]
  /** Told how many of them did not fail. */
  readonly onDone: (held: number) => void
}

type Pressing = { readonly urgency: Urgency; readonly places: readonly WaitingPlace[] }

type OrderDeps = {
  /** The next page of each of these places; nothing when all that waits there has been given. */
  readonly next: (places: readonly WaitingPlace[]) => Promise<readonly Waiting[]>
  readonly failedBefore: FailedBefore
}

/** Of what failed before, so many are tried at once. If all of them fail again, so may the rest. */
const mostTriedAgain = 50

/** What failed before and was listed again: tried in turn, until a whole batch fails again; then only when all else is done. */
const createAside = (failedBefore: FailedBefore) => {
  let items: readonly Waiting[] = []
  let isHopeless = false
  return {
    add: (more: readonly Waiting[]): void => {
      items = [...items, ...more]
    },
    isEmpty: (): boolean => items.length === 0,
    isWorthIt: (): boolean => items.length > 0 && !isHopeless,
    take: (): Batch => {
      const inTurn = failedBefore.inTurn(items)
      items = inTurn.slice(mostTriedAgain)
      return {
        items: inTurn.slice(0, mostTriedAgain),
        onDone: (held) => {
          isHopeless = held === 0
        },
      }
    },
  }
}

/** What is new in these places, kind after kind; what failed before is put aside. Nothing when nothing new is left. */
const newIn = async (
  places: readonly WaitingPlace[],
  { next, failedBefore }: OrderDeps,
  putAside: (failed: readonly Waiting[]) => void,
): Promise<readonly Batch[]> => {
  for (;;) {
    const listed = await next(places)
    if (listed.length === 0) return []
    putAside(listed.filter(failedBefore.has))
    const fresh = listed.filter((waiting) => !failedBefore.has(waiting))
    const kinds = [...Map.groupBy(fresh, ({ kind }) => kind).values()]
    if (kinds.length > 0) return kinds.map((items) => ({ items, onDone: () => undefined }))
  }
}

/**
 * What is overdue, in the order in which it is to be attended to. Of the most pressing first what is new, kind after kind, then
 * what failed before, as long as any of that succeeds; then of what presses less; at last the rest of what failed. What presses
 * more is looked for again before each page of what presses less, so it is behind one page at the most, whenever it comes.
 */
export async function* inOrderOfUrgency(
  levels: readonly Pressing[],
  deps: OrderDeps,
): AsyncGenerator<Batch> {
  const asides = urgencies.map((urgency) => ({ urgency, ...createAside(deps.failedBefore) }))
  const next = async (): Promise<readonly Batch[]> => {
    for (const { urgency, places } of levels) {
      const aside = asides.find((one) => one.urgency === urgency)
      const fresh = await newIn(places, deps, (failed) => aside?.add(failed))
      if (fresh.length > 0) return fresh
      if (aside?.isWorthIt() === true) return [aside.take()]
    }
    const left = asides.find((one) => !one.isEmpty())
    return left === undefined ? [] : [left.take()]
  }
  for (let batches = await next(); batches.length > 0; batches = await next()) yield* batches
}
