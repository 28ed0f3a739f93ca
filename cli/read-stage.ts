import { importStage, type StageFile, stageFileSchema } from '../infra/stages/stage-file.ts'
import { InputError } from './evaluate/input-error.ts'

/** A stage from its file. @throws InputError that names the fields that are wrong, where it can be read at all */
export const readStage = async (path: string): Promise<StageFile> => {
  const stage = await importStage(path).catch((cause: unknown) => {
    throw new InputError(`${path}: cannot be read as a stage’s file`, { cause })
  })
  const parsed = stageFileSchema.safeParse(stage)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)
  throw new InputError(`${path}: is no stage’s file\n${faults.join('\n')}`)
}
