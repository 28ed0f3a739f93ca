import { setImmediate } from 'node:timers'
import { forEachUnit, type Unit, type Units } from './units.ts'

/** Milliseconds that one call takes to answer inside a Region: taken as typical, not measured here. */
export const waits = { read: 4, write: 12, key: 8, publish: 15, object: 20 } as const

/** Lambda gives a function of this memory so much of a processor. @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
export const memory = { megabytes: 512, megabytesOfAProcessor: 1769 } as const

/** START, END and REPORT of an invocation as Lambda logs them. */
const platformLogBytes = 340

/** What one part of the hub has used; `milliseconds` are those that Lambda bills. */
export type Used = Units & { readonly milliseconds: number }

type Account = { [Each in Unit]: number } & { milliseconds: number }

const emptyAccount = (): Account => ({ ...forEachUnit(() => 0), milliseconds: 0 })

/** All calls that are open at once are waited for together, as long as the longest of them. */
const waves = () => {
  let open: { readonly answer: () => void; readonly milliseconds: number }[] = []
  let waited = 0
  const answerAll = (): void => {
    const answered = open
    open = []
    waited += Math.max(...answered.map(({ milliseconds }) => milliseconds))
    for (const { answer } of answered) answer()
  }
  return {
    wait: (milliseconds: number): Promise<void> =>
      new Promise((answer) => {
        if (open.length === 0) setImmediate(answerAll)
        open.push({ answer, milliseconds })
      }),
    waited: (): number => waited,
  }
}

/** Where in the tables something was written or read, to see which partition is the busiest. */
export type Place = { readonly table: string; readonly index?: string; readonly partition: string }
export type Touch = Place & { readonly kind: 'writes' | 'reads'; readonly units: number }

/** Counts by part: whatever is called while a function runs is on the account of that function. */
export const createMeter = (onTouch: (touch: Touch) => void = () => {}) => {
  const accounts = new Map<string, Account>()
  const calls = waves()
  let current = emptyAccount()
  const accountOf = (part: string): Account => {
    const account = accounts.get(part) ?? emptyAccount()
    accounts.set(part, account)
    return account
  }
  const add = (unit: Unit, counted: number): void => {
    current[unit] += counted
  }
  return {
    add,
    read: (place: Place, units: number): void => {
      add('reads', units)
      onTouch({ ...place, kind: 'reads', units })
    },
    write: (place: Place, units: number): void => {
      add(place.index === undefined ? 'tableWrites' : 'indexWrites', units)
      onTouch({ ...place, kind: 'writes', units })
    },
    wait: calls.wait,
    /** Sets back what was counted before, while the hub was made ready. */
    clear: (): void => accounts.clear(),
    /** One invocation of a function, on the account of this part of the page. */
    invoke: async <Result>(part: string, work: () => Promise<Result>): Promise<Result> => {
      current = accountOf(part)
      const [cpu, waited] = [process.cpuUsage(), calls.waited()]
      const result = await work()
      const { user, system } = process.cpuUsage(cpu)
      const share = memory.megabytes / memory.megabytesOfAProcessor
      const milliseconds = (user + system) / 1_000 / share + calls.waited() - waited
      current.milliseconds += milliseconds
      add('invocations', 1)
      add('logBytes', platformLogBytes)
      add('gigabyteSeconds', (milliseconds / 1_000) * (memory.megabytes / 1_024))
      current = emptyAccount()
      return result
    },
    used: (): ReadonlyMap<string, Used> => accounts,
  }
}
export type Meter = ReturnType<typeof createMeter>
