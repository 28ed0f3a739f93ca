import { Buffer } from 'node:buffer'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { type PackedPlaces, packedPlacesSchema } from '../places/packed-places.ts'

/** Packed places as one text that a bundle can hold: JSON, Brotli, base 64. */
export const packPlaces = (places: PackedPlaces): string =>
  brotliCompressSync(JSON.stringify(places)).toString('base64')

/** @throws Error where the text is not one that {@link packPlaces} made */
export const unpackPlaces = (text: string): PackedPlaces =>
  packedPlacesSchema.parse(JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString()))
