import { setImmediate } from 'node:timers/promises'

type Waiter = { readonly at: number; readonly order: number; readonly resolve: () => void }

const isBefore = (one: Waiter, other: Waiter): boolean =>
  one.at === other.at ? one.order < other.order : one.at < other.at

/** A binary heap: whoever is due first is on top. */
const createHeap = () => {
  const heap: Waiter[] = []
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one === undefined || other === undefined) return
    heap[a] = other
    heap[b] = one
  }
  const isLess = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    return one !== undefined && other !== undefined && isBefore(one, other)
  }
  const rise = (at: number): void => {
    const above = (at - 1) >> 1
    if (at === 0 || !isLess(at, above)) return
    swap(at, above)
    rise(above)
  }
  const sink = (at: number): void => {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const least = isLess(right, left) ? right : left
    if (!isLess(least, at)) return
    swap(at, least)
    sink(least)
  }
  return {
    push: (waiter: Waiter): void => {
      heap.push(waiter)
      rise(heap.length - 1)
    },
    pop: (): Waiter | undefined => {
      swap(0, heap.length - 1)
      const top = heap.pop()
      sink(0)
      return top
    },
  }
}

/** A clock that goes on to the next thing that anybody waits for as soon as nothing more can be done without waiting. */
export const createSimulatedTime = (start: Date) => {
  const heap = createHeap()
  let time = start.getTime()
  let order = 0
  const sleepUntil = (at: number): Promise<void> =>
    new Promise((resolve) => {
      order += 1
      heap.push({ at, order, resolve })
    })
  return {
    now: (): Date => new Date(time),
    sleep: (milliseconds: number): Promise<void> => sleepUntil(time + milliseconds),
    sleepUntil,
    /** Lets time pass until the work is done. @throws Error when it waits for something that no clock brings */
    run: async (work: Promise<unknown>): Promise<void> => {
      const done = new Set<Promise<unknown>>()
      const end = work.finally(() => done.add(work))
      for (;;) {
        await setImmediate()
        if (done.has(work)) break
        const next = heap.pop()
        if (next === undefined) throw new Error('everybody waits, and for nothing')
        time = Math.max(time, next.at)
        next.resolve()
      }
      await end
    },
  }
}
export type SimulatedTime = ReturnType<typeof createSimulatedTime>
