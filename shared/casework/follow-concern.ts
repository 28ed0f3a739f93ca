import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { silenceFrom } from '../alerts/answers/contested-silence.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { answerWordsFor } from '../assessing/content-for.ts'
import { type FollowedConcern, followedConcernOf } from '../concerns/followed-concern.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { type ReadAroundDeps, readAroundConcern } from './read-around.ts'
import type { RecordDeps } from './record-refusal.ts'

export type FollowConcernDeps = RecordDeps &
  ReadAroundDeps & {
    readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  }

export type FollowConcernResult =
  | {
      readonly kind: 'found'
      /** With from when its sender may contest that no answer has come: by what was sent alone. */
      readonly concern: FollowedConcern & { readonly silenceFrom?: string }
    }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads what has become of a concern, as its own agency may see it. The entry comes before anything is disclosed. */
export const followConcern = async (
  { by, concernId }: { readonly by: By; readonly concernId: ConcernId },
  deps: FollowConcernDeps,
): Promise<FollowConcernResult> => {
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.follow', { agency: stored.submittedBy.agency }))
    return { kind: 'not-theirs' }
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  await deps.record(record('CONCERN_FOLLOWED', [stored.concernId]))
  return {
    kind: 'found',
    concern: {
      ...(await asFollowed(stored, deps)),
      ...present({ silenceFrom: silenceFrom(stored) }),
    },
  }
}

/** With what an authority wrote struck from at this reading; until somebody has written, nothing more is read. */
const asFollowed = async (
  stored: StoredConcern,
  deps: FollowConcernDeps,
): Promise<FollowedConcern> => {
  const followed = followedConcernOf(stored)
  if (followed.feedback.length === 0) return followed
  const assessment = await deps.latestAssessment(stored)
  if (assessment === undefined) return { ...followed, feedback: [] }
  const behind = { stored, assessment }
  const surroundings = await readAroundConcern(behind, { isLead: true, now: deps.now() }, deps)
  const words = answerWordsFor(behind, surroundings)
  return {
    ...followed,
    feedback: followed.feedback.map(({ lines, nextStep, ...given }) => ({
      ...given,
      lines: lines.map(({ kind, text }) => ({ kind, text: words(text) })),
      ...(nextStep !== undefined && { nextStep: words(nextStep) }),
    })),
  }
}
