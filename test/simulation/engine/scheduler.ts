import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'
import type { Random } from '../../../local/people/random.ts'

/** One run of a function. It runs, or all that it waits for is calls that the scheduler holds, or it is over. */
export type Task = {
  readonly name: string
  parked: number
  state: 'running' | 'waiting' | 'over'
  /** Its sandbox is gone: no call of it goes on, and nothing of it is heard. */
  isDead: boolean
  /** Milliseconds by which the clock of its machine is wrong. */
  readonly skew: number
  /** Told when it dies. */
  onDeath: () => void
}

type Held = { readonly task: Task; readonly go: () => void }
type Timer = { readonly at: number; readonly order: number; fire: (() => void) | undefined }

/** Each its own: one for all would hold whatever ever waited for it. */
const never = (): Promise<never> => new Promise(() => {})
const current = new AsyncLocalStorage<Task>()

/** The run in which this is called; undefined outside of all. */
export const taskHere = (): Task | undefined => current.getStore()

const isBefore = (one: Timer, other: Timer): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** Timers in the order of their time, and of their making where equal. */
const createTimers = () => {
  const all: Timer[] = []
  return {
    add: (timer: Timer): void => {
      let from = 0
      let to = all.length
      while (from < to) {
        const middle = (from + to) >> 1
        const there = all[middle]
        // The next to fire stands last.
        if (there !== undefined && isBefore(timer, there)) from = middle + 1
        else to = middle
      }
      all.splice(from, 0, timer)
    },
    next: (): Timer | undefined => all.at(-1),
    take: (): Timer | undefined => all.pop(),
  }
}

/**
 * Time, and who goes next. Every call of a port is held here until the seed chooses it; the chosen one goes on, alone,
 * until it is held again or over. Time moves a little with each call, and to the next timer when nothing is held.
 */
export const createScheduler = (random: Random, startAt: number) => {
  let time = startAt
  let running = 0
  let order = 0
  let steps = 0
  const held: Held[] = []
  const timers = createTimers()
  const begin = (name: string, skew = 0): Task => {
    running += 1
    return { name, parked: 0, state: 'running', isDead: false, skew, onDeath: () => {} }
  }
  const end = (task: Task): void => {
    if (task.state === 'running') running -= 1
    task.state = 'over'
  }
  const park = (task: Task): Promise<void> => {
    if (task.isDead) return never()
    task.parked += 1
    if (task.state === 'running') {
      task.state = 'waiting'
      running -= 1
    }
    return new Promise((go) => void held.push({ task, go }))
  }
  const resume = ({ task, go }: Held): void => {
    task.parked -= 1
    if (task.parked === 0 && task.state === 'waiting') {
      task.state = 'running'
      running += 1
    }
    go()
  }
  // Promises alone are settled by the next tick; what waits for Node itself, as a signature does, needs its loop.
  const settle = async (): Promise<void> => {
    await new Promise<void>((done) => process.nextTick(done))
    while (running > 0) await setImmediate()
  }
  const pick = (): Held | undefined => {
    const at = random.between(0, held.length - 1)
    const chosen = held[at]
    const last = held.pop()
    if (last !== undefined && at < held.length) held[at] = last
    return chosen?.task.isDead === true ? undefined : chosen
  }
  /** Gives the function that calls it off. */
  const after = (milliseconds: number, fire: () => void): (() => void) => {
    order += 1
    const timer: Timer = { at: time + milliseconds, order, fire }
    timers.add(timer)
    return () => {
      timer.fire = undefined
    }
  }
  const fire = (due: Timer): void => {
    timers.take()
    if (due.fire === undefined) return
    time = Math.max(time, due.at)
    due.fire()
  }
  const choose = (): void => {
    steps += 1
    time += random.between(0, 3)
    const chosen = pick()
    if (chosen !== undefined) resume(chosen)
  }
  /** One call, or one timer; false when there is nothing more to wait for. */
  const step = async (): Promise<boolean> => {
    const due = timers.next()
    if (due !== undefined && (held.length === 0 || due.at <= time)) fire(due)
    else if (held.length > 0) choose()
    else return false
    await settle()
    return true
  }
  return {
    now: (): number => time,
    steps: (): number => steps,
    after,
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((done) => void after(milliseconds, done)),
    park,
    step,
    /** Waits, held, until this is done; it goes on some time after. */
    hold: async (task: Task, until: Promise<unknown>): Promise<void> => {
      task.parked += 1
      if (task.state === 'running') {
        task.state = 'waiting'
        running -= 1
      }
      await until
      await new Promise<void>((go) => void held.push({ task, go }))
    },
    kill: (task: Task): Promise<never> => {
      if (task.state === 'running') running -= 1
      task.state = 'over'
      task.isDead = true
      task.onDeath()
      return never()
    },
    /** Runs this as a task: every call in it belongs to the task. */
    run: async <Result>(task: Task, work: () => Promise<Result>): Promise<Result> => {
      try {
        return await current.run(task, work)
      } finally {
        end(task)
      }
    },
    begin,
  }
}
export type Scheduler = ReturnType<typeof createScheduler>
