import type { StoredConcern } from '../concerns/stored-concern.ts'
import { conclusionOf } from './questions.ts'
import type { RecordedVerdict, Review } from './review.ts'

/** The concern with what was said of it: who somebody is, that a tick was wrong, or what may be disclosed. */
export const withVerdict = (
  stored: StoredConcern,
  { kind, person, authority }: Review,
  { verdict, ids = [], at }: RecordedVerdict,
): StoredConcern => {
  if (kind === 'purpose') return { ...stored, purposeAnsweredAt: at }
  if (kind !== 'identity') {
    const answer = conclusionOf(verdict)
    return { ...stored, concluded: { kind, at, ...(answer !== undefined && { answer }) } }
  }
  if (person === undefined || authority === undefined) return stored
  return { ...stored, settled: [...stored.settled, { person, authority, ids: [...ids], at }] }
}

/** The concern with every verdict that was given on it and waits to take effect. */
export const withPending = (stored: StoredConcern, pending: readonly Review[]): StoredConcern =>
  pending.reduce(
    (one, review) =>
      review.decided === undefined ? one : withVerdict(one, review, review.decided),
    stored,
  )
