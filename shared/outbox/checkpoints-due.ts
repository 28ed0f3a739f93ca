import type { AuthorityCode } from '../agencies/authorities.ts'
import type { Directory } from '../agencies/directory.ts'
import { modeOf } from '../agencies/mode-of.ts'
import { endedOn } from '../agencies/successor.ts'
import { londonDay } from '../calendar/london-day.ts'
import { nextDigest } from '../calendar/working-days.ts'

/** When each authority was last sent a checkpoint. */
export type CheckpointsSent = ReadonlyMap<string, string>

const hour = 60 * 60 * 1000
/** Milliseconds after which somebody looks: two hours more than a day, so that a slow morning rings for nobody. */
const longest = 26 * hour

/** Whom the hub sends them: whoever polls fetches them (`GET /audit/checkpoint`), and what rehearses is nobody's. */
const receivers = (directory: Directory, now: Date): readonly AuthorityCode[] => {
  const ended = endedOn(directory, londonDay(now))
  return directory.authorities
    .filter((one) => modeOf(one) !== 'poll' && one.rehearsal !== true && !ended.includes(one.code))
    .map(({ code }) => code)
}

/** Who was sent none since the last eight o'clock in London. */
export const checkpointsDue = (
  directory: Directory,
  sent: CheckpointsSent,
  now: Date,
): readonly AuthorityCode[] => {
  const since = nextDigest(new Date(now.getTime() - 24 * hour))
  const isDue = (at: string | undefined): boolean =>
    at === undefined || (Date.parse(at) < since.getTime() && since <= now)
  return receivers(directory, now).filter((code) => isDue(sent.get(code)))
}

/** Who has been sent none for more than a day. */
export const withoutCheckpoint = (
  directory: Directory,
  sent: CheckpointsSent,
  now: Date,
): readonly AuthorityCode[] =>
  receivers(directory, now).filter(
    (code) => now.getTime() - Date.parse(sent.get(code) ?? '1970-01-01') > longest,
  )
