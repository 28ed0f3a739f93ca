import type { AssessmentCommit } from '../assessing/commit-plan.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import type { ConsentChange, ConsentChangeRef } from '../concerns/consent-change.ts'
import { consentOf, type StoredConcern } from '../concerns/stored-concern.ts'
import { withConsent } from '../concerns/with-consent.ts'
import { present } from '../kernel/present.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { type AssessDeps, planAssessment } from './assess-concern.ts'

export type ApplyConsentDeps = AssessDeps & {
  /** The change, as long as it is to be applied. */
  readonly readChange: (ref: ConsentChangeRef) => Promise<ConsentChange | undefined>
  /** All of it, or nothing when the concern has moved since it was read. */
  readonly commitChange: (commit: {
    readonly change: ConsentChange
    readonly concern: StoredConcern
    readonly decided?: AssessmentCommit
    /** Where nothing is decided anew, that the change was applied; else the assessment has its own. */
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
}

const textOf = (stored: StoredConcern): string => canonicalJson(consentOf(stored) ?? null)

/** Whether consent now stands otherwise: a change that changes nothing opens nothing (policy §9.9). */
const saysOtherwise = (after: StoredConcern, before: StoredConcern): boolean =>
  textOf(after) !== textOf(before)

export type ApplyConsentResult = { readonly kind: 'applied' | 'already-applied' }

/** What is answered or withdrawn is not decided again; a concern not yet assessed will be on the consent that now stands. */
const isUnderWay = ({ state }: StoredConcern): boolean =>
  state === 'HELD' || state === 'IN_REVIEW' || state === 'ALERTED'

/** The concern decided on the consent that now stands, where that can lead to anything else. */
const decidedAnew = async (
  stored: StoredConcern,
  read: StoredConcern,
  deps: ApplyConsentDeps,
): Promise<AssessmentCommit | undefined> => {
  if (!(isUnderWay(stored) && saysOtherwise(stored, read))) return undefined
  const step = { cause: 'consent-changed', now: deps.now() } as const
  const made = await planAssessment(stored, { step, record: deps.recorder(step.now) }, deps)
  return made === 'withdrawn' ? undefined : made
}

/**
 * Lets a change of consent take effect: what is held, in review or open is decided anew. What was shared is not recalled.
 * @throws HubError store-busy when the concern would not hold still; the stream or the sweep then tries again
 */
export const applyConsent = (
  ref: ConsentChangeRef,
  deps: ApplyConsentDeps,
): Promise<ApplyConsentResult> =>
  untilItHolds(
    async () => {
      const [change, read] = await Promise.all([deps.readChange(ref), deps.read(ref.concernId)])
      if (change === undefined || read === undefined) return { kind: 'already-applied' }
      const stored = read.state === 'EXPIRED' ? read : withConsent(read, change)
      const decided = await decidedAnew(stored, read, deps)
      const concern = decided?.concern ?? { ...stored, version: stored.version + 1 }
      const committed = await deps.commitChange({
        change,
        concern,
        entries:
          decided === undefined
            ? deps.recorder(deps.now())('CONSENT_APPLIED', [concern.concernId])
            : [],
        ...present({ decided }),
      })
      return committed === 'committed' ? { kind: 'applied' } : 'changed'
    },
    storeBusy(`concern ${ref.concernId} changed ${mostAttempts} times while consent was applied`),
  )
