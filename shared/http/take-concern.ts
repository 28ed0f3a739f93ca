import type { Directory } from '../agencies/directory.ts'
import { isKnownAuthority } from '../agencies/stated-authority.ts'
import { londonDay } from '../calendar/london-day.ts'
import { type ReadConcern, readConcern } from '../concerns/read-concern.ts'
import { requestInvalid } from './parse.ts'

/** What was taken of a concern; nothing else of it may be kept. */
export type TakenConcern = Omit<Extract<ReadConcern, { kind: 'taken' }>, 'kind'>

/**
 * The concern in a body, as policy §8 reads it on this day.
 * @throws HubError request-invalid, naming every field to mend and no value
 */
export const takeConcern = (body: unknown, now: Date, directory: Directory): TakenConcern => {
  const read = readConcern(body, {
    today: londonDay(now),
    isAuthority: (stated) => isKnownAuthority(directory, stated),
  })
  if (read.kind === 'refused') throw requestInvalid('body', read.issues)
  const { kind: _, ...taken } = read
  return taken
}
