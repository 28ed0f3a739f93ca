import type { MatchModel } from '../../shared/matching/model.ts'
import { InputError } from './input-error.ts'
import { link } from './link.ts'
import { readPairs, readPeople } from './read-people.ts'
import { bandReport } from './report.ts'
import { truthOf } from './truth.ts'

/** Files whose truth is known, by which a new model is measured against the current one. */
export type Golden = Readonly<Record<'register' | 'queries' | 'truth', string>>

/** How a model fares on the golden set: what it found and what it confirmed wrongly. */
const replay = async (model: MatchModel, golden: Golden) => {
  const files = {
    register: await readPeople(golden.register),
    queries: await readPeople(golden.queries),
  }
  const truth = truthOf(await readPairs(golden.truth, ['left_id', 'right_id']), files)
  const { linked } = link(files, { model, seed: 1 })
  return bandReport(linked.links, [...files.queries.keys()], truth)
}

/** Why the new model may not replace the current one; undefined when it may. */
export const refusal = (
  current: { readonly missed: number; readonly wrongAutomatic: number },
  next: { readonly missed: number; readonly wrongAutomatic: number },
): string | undefined => {
  if (next.wrongAutomatic > current.wrongAutomatic)
    return `it confirms ${next.wrongAutomatic} wrong matches, the current one ${current.wrongAutomatic}`
  if (next.missed > current.missed)
    return `it misses ${next.missed} people, the current one ${current.missed}`
  return undefined
}

/** @throws InputError when the new model does worse on the golden set than the current one */
export const checkOnGolden = async (
  golden: Golden,
  { current, next }: Readonly<Record<'current' | 'next', MatchModel>>,
): Promise<void> => {
  const reason = refusal(await replay(current, golden), await replay(next, golden))
  if (reason !== undefined) throw new InputError(`the new model is refused: ${reason}`)
}
