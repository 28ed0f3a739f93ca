import { type AssessmentCommit, commitOf } from '../assessing/commit-plan.ts'
import { beforeOf, stepAfter } from '../assessing/later-plan.ts'
import { planConsent } from '../assessing/plan-consent.ts'
import type { ConsentChange, ConsentChangeRef } from '../concerns/consent-change.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { withConsent } from '../concerns/with-consent.ts'
import { present } from '../kernel/present.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { endOpenReview } from '../reviews/end-open-review.ts'
import type { ConcludeOverdueDeps } from './conclude-overdue.ts'

export type ApplyConsentDeps = Omit<ConcludeOverdueDeps, 'commit'> & {
  readonly readChange: (ref: ConsentChangeRef) => Promise<ConsentChange | undefined>
  /** All of it, or nothing when the concern has moved since it was read. */
  readonly commitChange: (commit: {
    readonly change: ConsentChange
    readonly concern: StoredConcern
    readonly decided?: AssessmentCommit
  }) => Promise<'committed' | 'changed'>
}

export type ApplyConsentResult = { readonly kind: 'applied' | 'already-applied' }

/**
 * Lets a change of consent take effect: what is still held or in review is decided anew, and a concern not yet assessed
 * will be on the consent that now stands. What was shared is not recalled.
 * @throws HubError store-busy when the concern would not hold still; the stream or the sweep then tries again
 */
export const applyConsent = (
  ref: ConsentChangeRef,
  deps: ApplyConsentDeps,
): Promise<ApplyConsentResult> =>
  untilItHolds(
    async () => {
      const [change, read] = await Promise.all([deps.readChange(ref), deps.read(ref.concernId)])
      if (change?.status !== 'PENDING' || read === undefined) return { kind: 'already-applied' }
      const stored = withConsent(read, change)
      const decided = await decidedAnew(stored, deps)
      const concern = decided?.concern ?? { ...stored, version: stored.version + 1 }
      const applied: ConsentChange = { ...change, status: 'APPLIED' }
      const committed = await deps.commitChange({
        change: applied,
        concern,
        ...present({ decided }),
      })
      return committed === 'committed' ? { kind: 'applied' } : 'changed'
    },
    storeBusy(`concern ${ref.concernId} changed ${mostAttempts} times while consent was applied`),
  )

/** The concern decided anew on the consent that now stands, if it is still held or in review. */
const decidedAnew = async (
  stored: StoredConcern,
  deps: ApplyConsentDeps,
): Promise<AssessmentCommit | undefined> => {
  if (stored.state !== 'HELD' && stored.state !== 'IN_REVIEW') return undefined
  const previous = await deps.latestAssessment(stored.concernId)
  if (previous === undefined) return undefined
  const { newId } = deps
  const now = deps.now()
  const before = await beforeOf(previous, deps.readEarlier)
  const step = stepAfter(previous, 'consent-changed', { now, newId })
  const plan = planConsent(stored, before, step)
  const ended = await endOpenReview(stored, 'OVERTAKEN', deps.readReview)
  return commitOf(stored, plan, { now, newId, record: deps.recorder(now), ended })
}
