// The first policy. Published: it is never altered, only ended (`until`) by the next.
import type { Policy } from '../policy.ts'
import { accumulation } from '../rules/accumulation.ts'
import { childInDelusion } from '../rules/child-in-delusion.ts'
import { childInNeedAgreed, childInNeedUnasked } from '../rules/child-in-need.ts'
import { noReason, noReasonUnderDuty } from '../rules/child-in-need-no-reason.ts'
import { childInNeedRefused, childInNeedRefusedUnderDuty } from '../rules/child-in-need-refused.ts'
import { detrimentClaimed, detrimentClaimedAtSignificantHarm } from '../rules/detriment-claimed.ts'
import { earlyHelpAgreed } from '../rules/early-help-agreed.ts'
import { earlyHelpWithoutConsent } from '../rules/early-help-without-consent.ts'
import { identityUncertain, nobodyFound } from '../rules/identity-uncertain.ts'
import { immediateDanger } from '../rules/immediate-danger.ts'
import { noAgreement } from '../rules/no-agreement.ts'
import { noHarm } from '../rules/no-harm.ts'
import { outsidePurpose } from '../rules/outside-purpose.ts'
import { significantHarm } from '../rules/significant-harm.ts'
import { staffConflict } from '../rules/staff-conflict.ts'
import { unbornWithAbuse } from '../rules/unborn-with-abuse.ts'

/** The order is the table's, not that of the numbers: immediate danger (R3) comes before a conflict of staff (R2). */
export const policy20261122: Policy = {
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
    noAgreement,
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
