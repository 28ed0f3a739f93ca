import type { AssessmentCause } from '../assessing/assessment.ts'
import type { AssessmentCommit } from '../assessing/commit-plan.ts'
import { everybodyIn } from '../assessing/person-match.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { type AssessConcernDeps, planAssessment } from './assess-concern.ts'

export type AssessAgainDeps = AssessConcernDeps & {
  readonly latestAssessment: (
    stored: StoredConcern,
  ) => Promise<AssessmentCommit['assessment'] | undefined>
}

export type AssessAgainResult = { readonly kind: 'reassessed' | 'left' }

/**
 * Whether a concern is decided again when the people around it change: while it is held, in review or open. Once answered
 * only for somebody whom it named and nobody knew, of whom another authority may not have been told; withdrawn, never.
 */
export const isUnderWay = ({ state }: StoredConcern, cause: AssessmentCause): boolean =>
  state === 'HELD' ||
  state === 'IN_REVIEW' ||
  state === 'ALERTED' ||
  (state === 'FED_BACK' && cause === 'late-match')

/** Everybody who is, or may be, somebody of the concern, or is joined to it: whose restrictions hold for it. */
const peopleIn = ({ matches, joined }: AssessmentCommit['assessment']): readonly string[] => {
  const { adultIds, childIds } = everybodyIn(matches)
  return [...adultIds, ...childIds, ...joined.map(({ childId }) => childId)]
}

const confirmedIds = ({ matches }: AssessmentCommit['assessment']): readonly string[] =>
  matches.flatMap(({ match }) => match.confirmed)

const namesNew = (after: readonly string[], before: readonly string[]): boolean =>
  after.some((id) => !before.includes(id))

/** Whether the new assessment says more than the one before: somebody is known, told or asked who was not, or more is shared. */
const saysMore = (
  { alerts, changed, raised, assessment }: AssessmentCommit,
  before: AssessmentCommit['assessment'],
): boolean =>
  alerts.length > 0 ||
  changed.length > 0 ||
  raised.length > 0 ||
  assessment.decision.decision !== before.decision.decision ||
  namesNew(peopleIn(assessment), peopleIn(before)) ||
  namesNew(confirmedIds(assessment), confirmedIds(before))

/** Once consent is over that is written whatever follows; all else only where it says more. */
const isToCommit = (
  commit: AssessmentCommit,
  before: AssessmentCommit['assessment'],
  cause: AssessmentCause,
): boolean => cause === 'consent-changed' || saysMore(commit, before)

/**
 * Decides a concern again: on the people as they are now known, where that says more, so that it ends; or, once, because
 * consent is over. What a person or the clock concluded stands, as long as the table asks the same.
 * @throws HubError store-busy when the concern would not hold still
 */
export const assessAgain = (
  { concernId, cause }: { readonly concernId: ConcernId; readonly cause: AssessmentCause },
  deps: AssessAgainDeps,
): Promise<AssessAgainResult> =>
  untilItHolds(
    async () => {
      const stored = await deps.read(concernId)
      const before = stored && (await deps.latestAssessment(stored))
      if (stored === undefined || before === undefined || !isUnderWay(stored, cause))
        return { kind: 'left' }
      const step = { cause, now: deps.now() }
      const commit = await planAssessment(stored, { step, record: deps.recorder(step.now) }, deps)
      if (commit === 'withdrawn' || !isToCommit(commit, before, cause)) return { kind: 'left' }
      return (await deps.commit(commit)) === 'committed' ? { kind: 'reassessed' } : 'changed'
    },
    storeBusy(`concern ${concernId} changed ${mostAttempts} times while it was decided again`),
  )
