import type { EarlierConcern } from '../alerts/further-notice.ts'
import { assessMatch, joinedBy, type Step } from '../assessing/assess.ts'
import { type AssessmentCommit, commitOf } from '../assessing/commit-plan.ts'
import type { Gather, Recall } from '../assessing/gathered.ts'
import { identify } from '../assessing/identify.ts'
import type { Recorder } from '../audit/audit-entry.ts'
import type { Concern } from '../concerns/concern.ts'
import { partiesOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ConcernId, NewId } from '../kernel/ids.ts'
import { type IndexKey, lookupKeys } from '../matching/index-keys.ts'
import type { MatchModel } from '../matching/model.ts'
import type { Trial } from '../matching/trial.ts'
import { isUndecided } from '../sharing/decision.ts'
import { mergeResent } from './merge-resent.ts'

export type AssessConcernDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly gather: Gather
  readonly recall: Recall
  /** 'changed' when the concern or a chronology moved since it was read: decide again on the new state. */
  readonly commit: (commit: AssessmentCommit) => Promise<'committed' | 'changed'>
  /** What became of earlier concerns: asked for only where this one may repeat one of them. */
  readonly readEarlierConcerns: (
    concernIds: readonly ConcernId[],
  ) => Promise<readonly EarlierConcern[]>
  readonly recorder: (now: Date) => Recorder
  readonly model: MatchModel
  readonly trial: Trial
  readonly newId: NewId
  readonly now: Clock
}

export type AssessConcernResult =
  | { readonly kind: 'assessed'; readonly commit: AssessmentCommit; readonly isSilent: boolean }
  | { readonly kind: 'already-assessed' }

const attempts = 5

/** Where the index is asked for the people of a concern. */
export const lookupKeysOf = ({ subject, children }: Concern): readonly IndexKey[] =>
  lookupKeys(
    subject,
    children.map(({ name, ...child }) => ({ ...name, ...child })),
  )

/**
 * Gathers, decides, commits: the reads first, then only pure calls, then one write. `fresh` is the concern as the stream
 * delivered it, which saves a read; whenever the commit finds it changed, it is read and decided again.
 * @throws Error when the state would not hold still; the stream or the sweep then tries again
 */
export const assessConcern = async (
  concernId: ConcernId,
  deps: AssessConcernDeps,
  fresh?: StoredConcern,
): Promise<AssessConcernResult> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = (attempt === 0 ? fresh : undefined) ?? (await deps.read(concernId))
    if (stored === undefined || stored.state !== 'RECEIVED') return { kind: 'already-assessed' }
    const now = deps.now()
    const gathered = await deps.gather(lookupKeysOf(stored.concern), {
      ...partiesOf(stored),
      modelVersion: deps.model.version,
    })
    const match = identify(stored, gathered, deps)
    const past = await deps.recall(stored, joinedBy(match, gathered))
    const step: Step = { number: 1, cause: 'received', now, newId: deps.newId }
    const assessed = assessMatch(stored, { match, known: gathered, past }, step)
    const plan = await mergeResent(stored, assessed, { ...deps, now })
    const commit = commitOf(stored, plan, { now, newId: deps.newId, record: deps.recorder(now) })
    if ((await deps.commit(commit)) === 'committed')
      return { kind: 'assessed', commit, isSilent: isUndecided(plan.assessment.decision) }
  }
  throw new Error(`concern ${concernId} changed ${attempts} times while it was assessed`)
}
