import { foldWorkId } from '../kernel/work-id.ts'
import type { By } from './recorder-of.ts'

/** Who did something: through which sign-in, by which work id, and whether an identity provider vouches for that. */
export type Person = {
  readonly by: string
  readonly practitioner?: string | undefined
  readonly isVouchedFor?: boolean | undefined
}

/** The person behind a call, as their acts are kept. */
export const personOf = ({ caller, practitioner }: By): Person => ({
  by: caller.clientId,
  ...(practitioner !== undefined && { practitioner }),
  ...(caller.vouches === true && { isVouchedFor: true }),
})

/**
 * The one place that says whether two acts are of two people: by two work ids, through two sign-ins or both vouched for
 * by the authority's own identity provider. One system that types two ids is one person, and so is somebody unnamed.
 */
export const areTwoPeople = (one: Person, other: Person): boolean => {
  if (one.practitioner === undefined || other.practitioner === undefined) return false
  const areTwoIds = foldWorkId(one.practitioner) !== foldWorkId(other.practitioner)
  const areTwoSignIns = one.by !== other.by
  const areVouchedFor = one.isVouchedFor === true && other.isVouchedFor === true
  return areTwoIds && (areTwoSignIns || areVouchedFor)
}
