import { readFileSync } from 'node:fs'
import { packPlaces } from '../shared/aws/places-text.ts'
import { parsedJson } from '../shared/kernel/parsed-json.ts'
import { packedPlacesSchema } from '../shared/places/packed-places.ts'
import type { StageFile } from './stages/stage-file.ts'

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Error(`places: ${path} cannot be read`, { cause })
  }
}

/**
 * The text of the places that a stage names, as functions are bundled with it; undefined where it names none.
 * @throws Error where the file is not one that `hub places pack` made
 */
export const readPlacesText = ({ places: path }: Pick<StageFile, 'places'>): string | undefined => {
  if (path === undefined) return undefined
  const parsed = packedPlacesSchema.safeParse(parsedJson(read(path)))
  if (!parsed.success) throw new Error(`places: ${path} was not made by hub places pack`)
  return packPlaces(parsed.data)
}
