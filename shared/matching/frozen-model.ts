import { createHash } from 'node:crypto'
import { parsedJson } from '../kernel/parsed-json.ts'
import { defaultModel } from './default-model.ts'
import { type MatchModel, thresholdsOf } from './model.ts'
import { matchModelSchema } from './model-schema.ts'

const digestOf = ({ version: _, ...content }: MatchModel): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)

/**
 * A model that is finished: its version ends in a digest of all the rest. So no two models share a version, and none takes
 * over the trial that another has passed.
 */
export const frozen = (model: MatchModel, name: string): MatchModel => {
  const read = matchModelSchema.parse(model)
  return { ...read, version: `${name}-${digestOf(read)}` }
}

const isLessCautious = (model: MatchModel): boolean => {
  const own = thresholdsOf(model)
  const stated = thresholdsOf(defaultModel)
  return own.confirm < stated.confirm || own.review > stated.review || own.lead < stated.lead
}

/** The model that a file holds, or why the hub may not run on it. */
export const readFrozenModel = (
  text: string,
): { readonly model: MatchModel } | { readonly fault: string } => {
  const read = matchModelSchema.safeParse(parsedJson(text))
  if (!read.success) {
    const [issue] = read.error.issues
    return { fault: `is no model of this version of the matcher, see ${issue?.path.join('.')}` }
  }
  const model = read.data
  if (!model.version.endsWith(`-${digestOf(model)}`))
    return { fault: 'was changed after npm run model:estimate wrote it' }
  if (isLessCautious(model)) return { fault: 'has thresholds less cautious than the stated ones' }
  return { model }
}
