import type { Step } from '../assessing/assess.ts'
import { type AssessmentCommit, commitOf } from '../assessing/commit-plan.ts'
import { consentFactsOf, lawOn } from '../assessing/facts-of.ts'
import { beforeOf, laterPlan } from '../assessing/later-plan.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { ConsentChange, ConsentChangeRef } from '../concerns/consent-change.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
import { endOpenReview } from '../reviews/end-open-review.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
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

const attempts = 5

/** A change that comes after the one that stands; ids sort by time. */
const withConsent = (stored: StoredConcern, { changeId, consent }: ConsentChange): StoredConcern =>
  stored.consentNow !== undefined && stored.consentNow.changeId > changeId
    ? stored
    : { ...stored, consentNow: { changeId, consent } }

/** The concern decided anew on the consent that now stands, if it is still held or in review. */
const decidedAnew = async (
  stored: StoredConcern,
  now: Date,
  deps: ApplyConsentDeps,
): Promise<AssessmentCommit | undefined> => {
  if (stored.state !== 'HELD' && stored.state !== 'IN_REVIEW') return undefined
  const previous = await deps.latestAssessment(stored.concernId)
  if (previous === undefined) return undefined
  const today = londonDay(now)
  const facts = { ...previous.facts, ...consentFactsOf(stored, today), ...lawOn(today) }
  const step: Step = {
    number: previous.number + 1,
    cause: 'consent-changed',
    now,
    newId: deps.newId,
  }
  const before = await beforeOf(previous, deps.readEarlier)
  const plan = laterPlan(
    stored,
    { ...before, facts, decision: decideUnder(policyOn(today), facts) },
    step,
  )
  const ended = await endOpenReview(stored, 'OVERTAKEN', deps.readReview)
  return commitOf(stored, plan, { now, newId: deps.newId, record: deps.recorder(now), ended })
}

/**
 * Lets a change of consent take effect: what is still held or in review is decided anew, and a concern not yet assessed
 * will be on the consent that now stands. What was shared is not recalled.
 * @throws Error when the concern would not hold still; the stream or the sweep then tries again
 */
export const applyConsent = async (
  ref: ConsentChangeRef,
  deps: ApplyConsentDeps,
): Promise<'applied' | 'already-applied'> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [change, read] = await Promise.all([deps.readChange(ref), deps.read(ref.concernId)])
    if (change?.status !== 'PENDING' || read === undefined) return 'already-applied'
    const stored = withConsent(read, change)
    const decided = await decidedAnew(stored, deps.now(), deps)
    const concern = decided?.concern ?? { ...stored, version: stored.version + 1 }
    const applied: ConsentChange = { ...change, status: 'APPLIED' }
    const commit = { change: applied, concern, ...present({ decided }) }
    if ((await deps.commitChange(commit)) === 'committed') return 'applied'
  }
  throw new Error(`concern ${ref.concernId} changed ${attempts} times while consent was applied`)
}
