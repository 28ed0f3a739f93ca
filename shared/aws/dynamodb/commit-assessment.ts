import type { AssessmentCommit } from '../../assessing/commit-plan.ts'
import type { DecideReviewDeps } from '../../casework/decide-review.ts'
import { urgencyOf } from '../../codes/response-times.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { chunksOf } from './chunks-of.ts'
import { actionsOfCommit, type DecidingTables } from './commit-actions.ts'
import { countReviews } from './count-reviews.ts'
import { placesOf, transactInParts } from './left-over.ts'
import type { Action, Store } from './store.ts'
import { countTrial } from './trial.ts'

/**
 * {@link commitAssessmentIn}, with what else must be written in the transaction that decides: one transaction wherever it
 * all fits, and a family of sixteen children with three authorities does. Of a larger one, heads that find no room are
 * written first: they are never shown, and a second try finds the concern in them. Of more than some eighty people whom it rests on
 * those most distant are asked about just before, in a transaction of their own. Protections that find no room are written
 * before, however many there are: whoever sends very many concerns about somebody keeps no decision from being written. Other rows
 * that follow from it and find no room are left over: the transaction that decides holds them as work to be done.
 */
export const writeAssessment = async (
  { store, tables }: { readonly store: Store; readonly tables: DecidingTables },
  commit: AssessmentCommit,
  beside: readonly Action[],
): Promise<'committed' | 'changed'> => {
  const { concernId, number, assessedAt, decision } = commit.assessment
  const { decisive, heads, guards, rests, ...after } = actionsOfCommit(tables, commit)
  const core = [...decisive, ...beside]
  const asked = [...rests, ...guards, ...heads]
  const room = mostActions - core.length
  const fits = asked.length + after.protections.length + after.later.length <= room
  if (!fits) for (const some of chunksOf(after.protections, mostActions)) await store.transact(some)
  const later = fits ? [...after.protections, ...after.later] : after.later
  const inside = asked.slice(0, asked.length + later.length <= room ? room : room - placesOf(later))
  for (const before of chunksOf(asked.slice(inside.length), mostActions))
    if ((await store.transact(before)) !== 'committed') return 'changed'
  const [result] = await Promise.all([
    transactInParts(store, tables.casework, {
      of: { concernId, number },
      decisive: [...core, ...inside],
      later,
      since: assessedAt,
      urgency: urgencyOf(decision.harmAfter),
    }),
    countReviews(store, tables.intake, commit),
  ])
  return result === 'committed' ? 'committed' : 'changed'
}

/**
 * Assessment, alerts, outbox, reviews, chronology and audit entries in one transaction, conditional on the version of the
 * concern and of every chronology that was read: what was decided on is what still stands. `trial` counts beside it.
 */
export const commitAssessmentIn =
  (store: Store, tables: DecidingTables): DecideReviewDeps['commit'] =>
  (commit, trial) =>
    writeAssessment(
      { store, tables },
      commit,
      trial === undefined ? [] : [countTrial(tables.casework, trial)],
    )
