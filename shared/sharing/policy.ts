// The list is the policy: rows are read from the top and the first that decides wins.
import type { Rule } from './rule.ts'
import { accumulation } from './rules/accumulation.ts'
import { childInDelusion } from './rules/child-in-delusion.ts'
import { childInNeedAgreed, childInNeedUnasked } from './rules/child-in-need.ts'
import { noReason, noReasonUnderDuty } from './rules/child-in-need-no-reason.ts'
import { childInNeedRefused, childInNeedRefusedUnderDuty } from './rules/child-in-need-refused.ts'
import { detrimentClaimed, detrimentClaimedAtSignificantHarm } from './rules/detriment-claimed.ts'
import { earlyHelpAgreed } from './rules/early-help-agreed.ts'
import { earlyHelpWithoutConsent } from './rules/early-help-without-consent.ts'
import { identityUncertain, nobodyFound } from './rules/identity-uncertain.ts'
import { immediateDanger } from './rules/immediate-danger.ts'
import { noHarm } from './rules/no-harm.ts'
import { outsidePurpose } from './rules/outside-purpose.ts'
import { significantHarm } from './rules/significant-harm.ts'
import { staffConflict } from './rules/staff-conflict.ts'
import { unbornWithAbuse } from './rules/unborn-with-abuse.ts'

/** Days are ISO dates, the first and the last on which the policy decides; `until` null is open. */
export type Policy = {
  readonly version: string
  readonly from: string
  readonly until: string | null
  readonly rules: readonly Rule[]
}

/** The order is the table's, not that of the numbers: immediate danger (R3) comes before a conflict of staff (R2). */
export const policy: Policy = {
  version: '2026-11-22.1',
  from: '2026-11-22',
  until: null,
  rules: [
    outsidePurpose,
    immediateDanger,
    staffConflict,
    childInDelusion,
    unbornWithAbuse,
    accumulation,
    detrimentClaimedAtSignificantHarm,
    detrimentClaimed,
    noHarm,
    earlyHelpWithoutConsent,
    identityUncertain,
    nobodyFound,
    significantHarm,
    childInNeedAgreed,
    childInNeedUnasked,
    childInNeedRefusedUnderDuty,
    childInNeedRefused,
    noReasonUnderDuty,
    noReason,
    earlyHelpAgreed,
  ],
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
