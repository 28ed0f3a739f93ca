import type { StoredConcern } from '../concerns/stored-concern.ts'
import { conclusionOf } from './questions.ts'
import type { RecordedVerdict, Review } from './review.ts'

/** `asked`: of a question about identity, everybody of the register about whom it was. */
type Said = RecordedVerdict & { readonly asked?: readonly string[] }

/** The concern with what was said of it: who somebody is, that a tick was wrong, or what may be disclosed. */
export const withVerdict = (
  stored: StoredConcern,
  { kind, person, authority }: Review,
  { verdict, ids = [], at, asked = [] }: Said,
): StoredConcern => {
  if (kind === 'purpose') return { ...stored, purposeAnsweredAt: at }
  if (kind !== 'identity') {
    const answer = conclusionOf(verdict)
    return { ...stored, concluded: { kind, at, ...(answer !== undefined && { answer }) } }
  }
  if (person === undefined || authority === undefined) return stored
  const answer = { person, authority, ids: [...ids], asked: [...new Set(asked)], at }
  return { ...stored, settled: [...stored.settled, answer] }
}

/** The concern with every verdict that was given on it and waits to take effect. */
export const withPending = (stored: StoredConcern, pending: readonly Review[]): StoredConcern =>
  pending.reduce(
    (one, review) =>
      review.decided === undefined ? one : withVerdict(one, review, review.decided),
    stored,
  )
