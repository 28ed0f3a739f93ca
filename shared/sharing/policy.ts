// What a policy is, and the law that begins on a day. Which policies there are: policies.ts.
import type { Rule } from './rule.ts'

/**
 * Rows are read from the top and the first that decides wins. Days are ISO dates in London, the first and the last on
 * which the policy decides; `until` null is open.
 */
export type Policy = {
  readonly version: string
  readonly from: string
  readonly until: string | null
  readonly rules: readonly Rule[]
}

/**
 * Law that begins on a day. Null: not known to have begun, so nothing may rest on it until a deployment gives the day.
 * The duty's date is from a partnership bulletin; the commencement regulations were not seen.
 * @see Children's Wellbeing and Schools Act 2026, s.4 and s.78; Data (Use and Access) Act 2025, s.70
 */
export const commencement = {
  dutyToShare: '2026-09-30',
  recognisedLegitimateInterest: null,
} as const satisfies Record<string, string | null>

/** Whether law that begins on `from` binds on `day`; both ISO dates, in London. */
export const isInForce = (from: string | null, day: string): boolean => from !== null && from <= day
