// The first policy. Published: it is never altered, only ended (`until`) by the next.
import type { Policy } from '../policy.ts'
import { childInDelusion } from '../rules/child-in-delusion.ts'
import { childInNeedAgreed, childInNeedUnasked } from '../rules/child-in-need.ts'
import { noReason, noReasonUnderDuty } from '../rules/child-in-need-no-reason.ts'
import { childInNeedRefused, childInNeedRefusedUnderDuty } from '../rules/child-in-need-refused.ts'
import { detrimentClaimed, detrimentClaimedAtSignificantHarm } from '../rules/detriment-claimed.ts'
import { earlyHelpAgreed } from '../rules/early-help-agreed.ts'
import { earlyHelpWithoutConsent } from '../rules/early-help-without-consent.ts'
import { immediateDanger } from '../rules/immediate-danger.ts'
import { noHarm } from '../rules/no-harm.ts'
import { outsidePurpose } from '../rules/outside-purpose.ts'
import { planned } from '../rules/planned.ts'
import { significantHarm } from '../rules/significant-harm.ts'
import { unbornWithAbuse } from '../rules/unborn-with-abuse.ts'

/** The order is the table's, not that of the numbers: raises come first, so that grave words in a wrong box are read. */
export const policy20261126: Policy = {
  version: '2026-11-26.1',
  from: '2026-11-26',
  until: null,
  rules: [
    childInDelusion,
    unbornWithAbuse,
    immediateDanger,
    outsidePurpose,
    detrimentClaimedAtSignificantHarm,
    detrimentClaimed,
    significantHarm,
    noHarm,
    earlyHelpAgreed,
    childInNeedAgreed,
    planned,
    earlyHelpWithoutConsent,
    childInNeedUnasked,
    childInNeedRefusedUnderDuty,
    childInNeedRefused,
    noReasonUnderDuty,
    noReason,
  ],
}
