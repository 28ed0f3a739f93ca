import { isDomesticAbuse } from '../codes/domestic-abuse.ts'
import type { Concern } from '../concerns/concern.ts'

/** Whether a concern protects its household: nothing is told to a parent of it but safely (policy §2, protectedHousehold). */
export const protects = (
  concern: Pick<Concern, 'flags' | 'factors' | 'keepConfidentialFrom' | 'domesticAbuse'>,
): boolean =>
  isDomesticAbuse(concern) ||
  concern.domesticAbuse?.maracReferred === true ||
  concern.flags.includes('RESTRICTED_ADDRESS') ||
  concern.keepConfidentialFrom.length > 0
