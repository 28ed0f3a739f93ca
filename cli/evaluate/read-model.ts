import { readFile } from 'node:fs/promises'
import type { MatchModel } from '../../shared/matching/model.ts'
import { matchModelSchema } from '../../shared/matching/model-schema.ts'
import { InputError } from './input-error.ts'

/** A model from a file. @throws InputError when it is none, or belongs to another version of the comparisons */
export const readModel = async (path: string): Promise<MatchModel> => {
  const content: unknown = await readFile(path, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch((error: unknown) => {
      throw new InputError(`${path}: cannot be read as JSON`, { cause: error })
    })
  const parsed = matchModelSchema.safeParse(content)
  if (parsed.success) return parsed.data
  throw new InputError(`${path}: is no model: ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
}
