import { londonDay } from '../calendar/london-day.ts'
import { authorityIn, type Directory, isServedOn } from './directory.ts'
import { type Holder, isAuthority } from './holder.ts'
import { type AgreedTimes, paceOn } from './pace.ts'

/** What was agreed with whoever holds an alert that begins at a moment. */
export type AgreedWith = (holder: Holder) => AgreedTimes | undefined

/** By the directory as it stands. With the partnership lead nothing is agreed, nor any more with an authority that has ended. */
export const agreedWith =
  (directory: Directory, now: Date): AgreedWith =>
  (holder) => {
    const today = londonDay(now)
    const authority = isAuthority(holder) ? authorityIn(directory, holder) : undefined
    return authority !== undefined && isServedOn(authority, today)
      ? paceOn(authority.pace ?? [], today)?.times
      : undefined
  }
