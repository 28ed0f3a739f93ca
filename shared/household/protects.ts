import { isDomesticAbuse } from '../codes/domestic-abuse.ts'
import type { Concern } from '../concerns/concern.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Unread } from '../concerns/unread.ts'

type Sent = Pick<Concern, 'flags' | 'factors' | 'keepConfidentialFrom' | 'domesticAbuse'>

/** Parts of a form by which a concern protects, under whatever name they were sent: what stands there unread may protect. */
const protectingParts = /keep|confiden|abuse|flag|factor|restrict|refuge|safe|marac|dash/i

/** Where a part stood: of those that found no room of their own, wherever any of them did. */
const placesOf = ({ pointer, written }: Unread): readonly string[] =>
  pointer === '' ? written.split('\n').map((line) => line.split(':', 1)[0] ?? '') : [pointer]

/** Whether this part could have said that somebody is to be protected. */
export const mayProtect = (unread: Unread): boolean =>
  placesOf(unread).some((place) => protectingParts.test(place))

/**
 * Whether a concern protects its household: nothing is told to a parent of it but safely (policy §2, protectedHousehold).
 * What was sent for it and could not be understood protects as well.
 */
export const protects = ({
  concern,
  unread = [],
}: {
  readonly concern: Sent
  readonly unread?: StoredConcern['unread']
}): boolean =>
  isDomesticAbuse(concern) ||
  concern.domesticAbuse?.maracReferred === true ||
  concern.flags.includes('RESTRICTED_ADDRESS') ||
  concern.keepConfidentialFrom.length > 0 ||
  unread.some(mayProtect)
