import { readFileSync } from 'node:fs'
import type { Node } from 'constructs'
import { readFrozenModel } from '../shared/matching/frozen-model.ts'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Error(`context model: ${path} cannot be read`, { cause })
  }
}

/**
 * The text of the model that context `model` names by its path; undefined when it names none, and the stated one matches.
 * @throws Error when the hub may not run on it
 */
export const readModelText = (context: Node): string | undefined => {
  const path: unknown = context.tryGetContext('model')
  if (path === undefined) return undefined
  const text = read(String(path))
  const checked = readFrozenModel(text)
  if ('fault' in checked) throw new Error(`context model: ${String(path)} ${checked.fault}`)
  return text
}
