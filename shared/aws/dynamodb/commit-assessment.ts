import type { AssessmentCommit } from '../../assessing/commit-plan.ts'
import type { DecideReviewDeps } from '../../casework/decide-review.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { chunksOf } from './chunks-of.ts'
import { actionsOfCommit, type CommitActions } from './commit-actions.ts'
import { countReviews } from './count-reviews.ts'
import { leftOverRow, mostInPart, writeLeftOver } from './left-over.ts'
import type { Action, Put, Store } from './store.ts'
import { countTrial } from './trial.ts'

type Tables = { readonly casework: string; readonly audit: string }

/** Transactions before the one that decides, that one, and parts that follow it. */
type Steps = {
  readonly before: readonly (readonly Action[])[]
  readonly decisive: readonly Action[]
  readonly parts: readonly (readonly Put[])[]
}

/**
 * One transaction wherever it all fits: a family of sixteen children with three authorities does. Of a larger one, heads
 * that find no room are written first: they are never shown, and a second try finds the concern in them. Rows that follow
 * from the decision and find none are left over: the transaction that decides holds them as work to be done.
 */
const stepsOf = ({ decisive, later, heads, guards }: CommitActions): Steps => {
  const room = mostActions - decisive.length
  const fits = later.length + heads.length + guards.length <= room
  const parts = fits ? 0 : Math.ceil(later.length / mostInPart)
  const guarding = [...heads, ...guards].slice(0, room - parts)
  const inside = later.slice(0, room - parts - guarding.length)
  return {
    before: chunksOf(heads.slice(guarding.length), mostActions),
    decisive: [...decisive, ...guarding, ...inside],
    parts: chunksOf(later.slice(inside.length), mostInPart),
  }
}

/** {@link commitAssessmentIn}, with what else must be written in the transaction that decides. */
export const writeAssessment = async (
  { store, tables }: { readonly store: Store; readonly tables: Tables },
  commit: AssessmentCommit,
  beside: readonly Action[],
): Promise<'committed' | 'changed'> => {
  const { casework } = tables
  const { concernId, number, assessedAt } = commit.assessment
  const actions = actionsOfCommit(tables, commit)
  const steps = stepsOf({ ...actions, decisive: [...actions.decisive, ...beside] })
  const parts = steps.parts.map((rows, part) => ({ of: { concernId, number, part }, rows }))
  const work = parts.map(({ of, rows }) => leftOverRow(casework, of, { since: assessedAt, rows }))
  for (const step of [...steps.before, [...steps.decisive, ...work]])
    if ((await store.transact(step)) !== 'committed') return 'changed'
  await countReviews(store, casework, commit)
  for (const { of, rows } of parts) await writeLeftOver({ store, casework }, of, rows)
  return 'committed'
}

/**
 * Assessment, alerts, outbox, reviews, chronology and audit entries in one transaction, conditional on the version of the
 * concern and of every chronology that was read: what was decided on is what still stands. `trial` counts beside it.
 */
export const commitAssessmentIn =
  (store: Store, tables: Tables): DecideReviewDeps['commit'] =>
  (commit, trial) =>
    writeAssessment(
      { store, tables },
      commit,
      trial === undefined ? [] : [countTrial(tables.casework, trial)],
    )
