import { createRandom } from '../../local/people/random.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import type { MatchModel } from '../../shared/matching/model.ts'
import { estimateModel } from '../estimation/estimate-model.ts'
import { linkFiles } from './link-files.ts'
import { linkSelf, pairsOf } from './link-self.ts'
import type { Linked } from './links.ts'
import { indexOf } from './memory-index.ts'
import { progress } from './progress.ts'
import type { PersonRecord } from './read-people.ts'

/** Two files of people, or one twice: `queries` is then the same array as `register`. */
export type Files = {
  readonly register: readonly PersonRecord[]
  readonly queries: readonly PersonRecord[]
}

export type LinkOptions = {
  /** Estimated from the files, without labels, when absent. */
  readonly model?: MatchModel | undefined
  readonly seed: number
}

const featuresIn = (people: readonly PersonRecord[]) => people.map(({ features }) => features)

/** Links the files with the model given, or with one estimated from them. */
export const link = (
  { register, queries }: Files,
  { model, seed }: LinkOptions,
): { readonly linked: Linked; readonly model: MatchModel } => {
  const people = featuresIn(register)
  const subjects = queries === register ? people : featuresIn(queries)
  const index = progress.step('index', () => indexOf(people))
  const estimated = (candidatesOf: (query: number) => readonly number[]): MatchModel =>
    progress.step('model', () =>
      estimateModel({
        version: `estimated-${seed}`,
        register: people,
        queries: subjects,
        candidatesOf,
        prior: defaultModel,
        random: createRandom(seed).fraction,
      }),
    )
  const onProgress = progress.count(subjects.length)
  if (subjects === people) {
    const pairs = progress.step('candidates', () => pairsOf(people, index, onProgress))
    const used = model ?? estimated((query) => pairs.partners[query] ?? [])
    return { linked: progress.step('links', () => linkSelf(people, pairs, used)), model: used }
  }
  const used =
    model ??
    estimated((query) => {
      const subject = subjects[query]
      return subject === undefined ? [] : index.find(subject).positions
    })
  const request = { register: people, queries: subjects, index, model: used, onProgress }
  return { linked: progress.step('links', () => linkFiles(request)), model: used }
}
