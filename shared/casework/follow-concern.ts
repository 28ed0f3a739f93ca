import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { type FollowedConcern, followedConcernOf } from '../concerns/followed-concern.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { type RecordDeps, refused } from './record-refusal.ts'

export type FollowConcernDeps = RecordDeps & {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
}

export type FollowConcernResult =
  | { readonly kind: 'found'; readonly concern: FollowedConcern }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** Reads what has become of a concern, as its own agency may see it. The entry comes before anything is disclosed. */
export const followConcern = async (
  { by, concernId }: { readonly by: By; readonly concernId: ConcernId },
  deps: FollowConcernDeps,
): Promise<FollowConcernResult> => {
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  if (!isTheirs(by.caller, 'concern.follow', { agency: stored.submittedBy.agency }))
    return refused('not-theirs', { by, action: 'concern.follow' }, deps)
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  await deps.record([record('CONCERN_FOLLOWED', [stored.concernId])])
  return { kind: 'found', concern: followedConcernOf(stored) }
}
