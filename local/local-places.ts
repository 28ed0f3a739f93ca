import { readFileSync } from 'node:fs'
import { stage } from '../infra/stages/local.ts'
import { type PackedPlaces, packedPlacesSchema } from '../shared/places/packed-places.ts'

let kept: PackedPlaces | undefined

/** Which invented authority answers where in the local stage. */
export const localPlaces = (): PackedPlaces => {
  kept ??= packedPlacesSchema.parse(JSON.parse(readFileSync(stage.places, 'utf8')))
  return kept
}
