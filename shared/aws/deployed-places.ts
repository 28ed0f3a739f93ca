import { noPlaces, type PackedPlaces } from '../places/packed-places.ts'
import { unpackPlaces } from './places-text.ts'

/** Places as the bundler puts them in this name's place: JSON, Brotli, base 64. */
declare const DEPLOYED_PLACES: string | undefined

const unpacked = (): PackedPlaces =>
  typeof DEPLOYED_PLACES === 'undefined' ? noPlaces : unpackPlaces(DEPLOYED_PLACES)

let kept: PackedPlaces | undefined

/**
 * Which authority answers where, as this deployment was bundled with it; nothing where it was not. Unpacked when it is first
 * asked for, so that no function begins later for it, and kept.
 */
export const deployedPlaces = (): PackedPlaces => {
  kept ??= unpacked()
  return kept
}
