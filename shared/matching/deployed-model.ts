import { defaultModel } from './default-model.ts'
import { readFrozenModel } from './frozen-model.ts'
import type { MatchModel } from './model.ts'

/** Text of the model's file, which the bundler puts in this name's place. */
declare const DEPLOYED_MODEL: string | undefined

const modelIn = (text: string): MatchModel => {
  const read = readFrozenModel(text)
  if ('model' in read) return read.model
  throw new Error(`the deployed model ${read.fault}`)
}

/** The model that this deployment matches by: the one it was bundled with, or the stated one. */
export const deployedModel: MatchModel =
  typeof DEPLOYED_MODEL === 'undefined' ? defaultModel : modelIn(DEPLOYED_MODEL)
