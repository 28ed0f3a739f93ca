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
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { type IndexKey, lookupKeys } from '../matching/index-keys.ts'
import type { MatchModel } from '../matching/model.ts'
import type { Trial } from '../matching/trial.ts'
import { isUndecided } from '../sharing/rules/silence.ts'
import { mergeResent } from './merge-resent.ts'

/** `fresh` is the concern as the stream delivered it, which saves a read. */
export type AssessConcernInput = {
  readonly concernId: ConcernId
  readonly fresh?: StoredConcern
}

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

/** Where the index is asked for the people of a concern. */
export const lookupKeysOfConcern = ({ subject, children }: Concern): readonly IndexKey[] =>
  lookupKeys(
    subject,
    children.map(({ name, ...child }) => ({ ...name, ...child })),
  )

/**
 * Gathers, decides, commits: the reads first, then only pure calls, then one write. Whenever the commit finds the concern
 * changed, it is read and decided again.
 * @throws HubError store-busy when the state would not hold still; the stream or the sweep then tries again
 */
export const assessConcern = (
  { concernId, fresh }: AssessConcernInput,
  deps: AssessConcernDeps,
): Promise<AssessConcernResult> =>
  untilItHolds(
    async (attempt) => {
      const stored = (attempt === 0 ? fresh : undefined) ?? (await deps.read(concernId))
      if (stored?.state !== 'RECEIVED') return { kind: 'already-assessed' }
      const commit = await planCommit(stored, deps)
      if ((await deps.commit(commit)) !== 'committed') return 'changed'
      return { kind: 'assessed', commit, isSilent: isUndecided(commit.assessment.decision) }
    },
    storeBusy(`concern ${concernId} changed ${mostAttempts} times while it was assessed`),
  )

const planCommit = async (
  stored: StoredConcern,
  deps: AssessConcernDeps,
): Promise<AssessmentCommit> => {
  const { model, newId } = deps
  const now = deps.now()
  const gathered = await deps.gather(lookupKeysOfConcern(stored.concern), {
    ...partiesOf(stored),
    modelVersion: model.version,
  })
  const match = identify(stored, gathered, deps)
  const past = await deps.recall(stored, joinedBy(match, gathered))
  const step: Step = { number: 1, cause: 'received', now, newId }
  const assessed = assessMatch(stored, { match, known: gathered, past }, step)
  const plan = await mergeResent(stored, assessed, { ...deps, now })
  return commitOf(stored, plan, { now, newId, record: deps.recorder(now) })
}
