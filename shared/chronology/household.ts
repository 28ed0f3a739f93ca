import type { AdultId } from '../kernel/ids.ts'
import { areAtHome } from '../register/home.ts'
import { isAdopted, type StoredChild } from '../register/stored.ts'
import type { Chronology, Notification } from './notification.ts'

/** A child with what is remembered of it. */
export type RememberedChild = { readonly child: StoredChild; readonly chronology: Chronology }

/**
 * What counts of a child's past for a concern about these adults: all of it, whichever adult it was about; but of an
 * adopted child only what was about the same adult, or about adults who live with the child as these do.
 */
const countedOf = (
  { child, chronology }: RememberedChild,
  adultIds: readonly AdultId[],
): readonly Notification[] =>
  isAdopted(child.child)
    ? chronology.notifications.filter(
        (past) =>
          past.adultIds.some((adultId) => adultIds.includes(adultId)) ||
          (areAtHome(child, adultIds) && areAtHome(child, past.adultIds)),
      )
    : chronology.notifications

/** The past of a household: of the subjects' own children, and of siblings who live with another adult of the home. */
export const householdPast = (
  own: readonly RememberedChild[],
  siblings: readonly RememberedChild[],
  {
    subjects,
    others,
  }: { readonly subjects: readonly AdultId[]; readonly others: readonly AdultId[] },
): Notification[] => [
  ...own.flatMap((one) => countedOf(one, subjects)),
  ...siblings
    .filter(({ child }) => areAtHome(child, others))
    .flatMap((one) => countedOf(one, others)),
]
