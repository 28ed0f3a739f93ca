import type { Directory } from '../agencies/directory.ts'
import type { Holder } from '../agencies/holder.ts'
import { successorFor } from '../agencies/successor.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'

/** Who takes over what an ended authority had open about a concern. */
export const successorIn = (
  directory: Directory,
  { ended, stored }: { readonly ended: string; readonly stored: StoredConcern | undefined },
  now: Date,
): Holder => {
  const sent = stored && {
    stated: stored.concern.authority,
    on: londonDay(new Date(stored.receivedAt)),
  }
  return successorFor(directory, { ended, ...present({ sent }) }, londonDay(now))
}
