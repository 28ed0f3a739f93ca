import { present } from '../kernel/present.ts'
import { listedConcernOf } from './followed-concern.ts'
import type { StoredConcern } from './stored-concern.ts'
import { wholeMinuteAfter } from './whole-minute.ts'
import type { RecordedWithdrawal } from './withdrawal.ts'

const justAfter = (moment: string): string => new Date(Date.parse(moment) + 1).toISOString()

/**
 * By when the list moves: the withdrawal's own moment, or, where it took effect minutes or days after, the end of the minute in which it
 * did; and always after whatever moved the list before, which may be the end of a minute that is not over. Nobody who asks for what changed
 * since they last asked misses it.
 */
const listedAt = (stored: StoredConcern, recordedAt: string, now: Date): string => {
  const applied = wholeMinuteAfter(recordedAt, now)
  const isAtOnce = applied === wholeMinuteAfter(recordedAt, new Date(recordedAt))
  const before = justAfter(listedConcernOf(stored).changedAt)
  const moments = [isAtOnce ? recordedAt : applied, before]
  return moments.toSorted().at(-1) ?? before
}

/** The concern once its sender took it back: it waits for nothing and nobody. The first withdrawal stands. */
export const withdrawn = (
  stored: StoredConcern,
  { withdrawal, recordedAt }: RecordedWithdrawal,
  now: Date,
): StoredConcern => {
  const { expiresAt: _expiry, ...rest } = stored
  const moment = listedAt(stored, recordedAt, now)
  const first = {
    withdrawal: { ...withdrawal, at: recordedAt },
    ...present({ withdrawnAt: moment === recordedAt ? undefined : moment }),
  }
  return {
    ...rest,
    reviewIds: [],
    version: stored.version + 1,
    state: 'WITHDRAWN',
    ...(stored.withdrawal === undefined && first),
  }
}
