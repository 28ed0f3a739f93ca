import { keysOf } from '../kernel/keys-of.ts'

/** How the subject of a concern stands with the service that sent it (F16), in the words that a social worker reads. */
export const engagements = {
  MISSED_APPOINTMENTS: 'Has missed appointments with the service',
  DROPPED_OUT: 'No longer comes, and was not discharged',
  DISCHARGED: 'Was discharged by the service',
  RETURNED: 'Comes again',
} as const satisfies Record<string, string>

export const engagementCodes = keysOf(engagements)
