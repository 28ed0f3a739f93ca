import type { Caller } from '../agencies/access.ts'
import type { DirectoryDeps } from '../agencies/directory.ts'
import { holderOf } from '../agencies/holder.ts'
import { hasReplaced } from '../agencies/successor.ts'
import type { Alert } from '../alerts/alert.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { ChildId } from '../kernel/ids.ts'

export type InheritsDeps = DirectoryDeps & {
  /** Alerts that name a child of the register. */
  readonly alertsAbout: (childId: ChildId) => Promise<readonly Pick<Alert, 'authority'>[]>
}

/**
 * Whether a caller reads what an authority that has ended read of these children: as its one replacement; or as one of
 * several, of a child that an alert of its own names, for by that the child is known to be its.
 */
export const inherits = async (
  { authority }: Caller,
  { ended, children }: { readonly ended: string; readonly children: readonly ChildId[] },
  { readDirectory, alertsAbout, now }: InheritsDeps & { readonly now: Date },
): Promise<boolean> => {
  if (authority === undefined || authority === ended) return false
  const directory = await readDirectory()
  const today = londonDay(now)
  if (!hasReplaced(directory, { authority, ended }, today)) return false
  if (holderOf(directory, ended, today) === authority) return true
  const about = await Promise.all(children.map(alertsAbout))
  return about.flat().some((one) => one.authority === authority)
}
