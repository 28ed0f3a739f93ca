import type { AuthorityCode } from '../../agencies/authorities.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { AlertId } from '../../kernel/ids.ts'

type Feedback = StoredConcern['feedback'][number]

export type Contested =
  | { readonly kind: 'contested'; readonly alertId: AlertId }
  | { readonly kind: 'no-answer-yet' | 'several-answers' }

/** The alert whose newest feedback is meant. Who named no authority means the only one that has answered. */
export const contestedIn = (
  { feedback }: StoredConcern,
  authority: AuthorityCode | undefined,
): Contested => {
  const meant = feedback.filter((given) => authority === undefined || given.authority === authority)
  const newest = meant.at(-1)
  if (newest === undefined) return { kind: 'no-answer-yet' }
  const isOneAuthority = meant.every((given) => given.authority === newest.authority)
  return isOneAuthority
    ? { kind: 'contested', alertId: newest.alertId }
    : { kind: 'several-answers' }
}

/** The concern once its newest feedback of this alert is contested: the authority owes an answer again. */
export const withChallenge = (
  stored: StoredConcern,
  alertId: AlertId,
  challenge: NonNullable<Feedback['challenge']>,
): StoredConcern => {
  const at = stored.feedback.findLastIndex((given) => given.alertId === alertId)
  return {
    ...stored,
    version: stored.version + 1,
    state: stored.state === 'FED_BACK' ? 'ALERTED' : stored.state,
    feedback: stored.feedback.map((given, index) =>
      index === at ? { ...given, challenge } : given,
    ),
  }
}
