import type { Clock } from '../kernel/clock.ts'
import type { Conservation, Fault } from './conservation.ts'

/** An hour counts one of so many parts of the rows, so that a day counts all of them. */
export const hoursOfDay = 24

type Part = { readonly number: number; readonly of: number }
type Faulty = { readonly id: string; readonly fault: Fault }

export type ReconcileConcernsDeps = {
  /** Ids of the concerns that were committed between two moments, by the sealed log, which no writer of them can change. */
  readonly readCommitted: (from: Date, to: Date) => Promise<readonly string[]>
  /** Those of these that are in no term of the sum. */
  readonly findFaulty: (ids: readonly string[]) => Promise<readonly Faulty[]>
  /** Where the concerns of one part of the tables are, from the rows themselves. */
  readonly countPart: (part: Part) => Promise<Conservation>
  /** Told of each concern that is in no term. */
  readonly onFaulty: (faulty: Faulty) => void
  readonly now: Clock
}

export type Reconciled = {
  /** Committed of late, as the log says. */
  readonly committed: number
  readonly counted: Conservation
  /** In no term, of both together. */
  readonly unaccounted: number
}

const hour = 60 * 60_000

/**
 * The two hours before the last whole one: what was committed then is sealed, and past the bound of what the hub does with it;
 * and each hour is asked about twice, so that one run may be missed.
 */
export const hoursToAsk = (now: Date): { readonly from: Date; readonly to: Date } => {
  const end = Math.floor(now.getTime() / hour) * hour - hour
  return { from: new Date(end - 2 * hour), to: new Date(end) }
}

/**
 * Whether everything that was ever committed is somewhere (promise 1): of late each concern that the log names; and of all that
 * there is a twenty-fourth, by the hour of the day. It only reads.
 */
export const reconcileConcerns = async (deps: ReconcileConcernsDeps): Promise<Reconciled> => {
  const now = deps.now()
  const { from, to } = hoursToAsk(now)
  const ids = await deps.readCommitted(from, to)
  const late = await deps.findFaulty(ids)
  const number = Math.floor(now.getTime() / hour) % hoursOfDay
  const counted = await deps.countPart({ number, of: hoursOfDay })
  const faulty = new Map([...late, ...counted.faulty].map((one) => [one.id, one]))
  for (const one of faulty.values()) deps.onFaulty(one)
  return { committed: ids.length, counted, unaccounted: faulty.size + counted.unnamed }
}
