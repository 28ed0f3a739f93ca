import * as z from 'zod'
import { codeOn } from '../agencies/code-history.ts'
import { postcodeOf } from '../matching/normalise/postcode.ts'

/** By place in `authorities`, the last two letters of each postcode of a sector that lie there, one after the other. */
const unitsSchema = z.record(z.string().regex(/^\d+$/), z.string().regex(/^(?:[A-Z]{2})+$/))

/**
 * Which authority answers where, by sector (`LS1 4`): one that lies whole in one authority, or by the unit where it is
 * divided. Of a divided sector only postcodes that there are have an authority.
 */
export const packedPlacesSchema = z.strictObject({
  /** Month of the newest postcode in it, which says how old it is. */
  newest: z.string().regex(/^\d{4}-\d\d$/),
  authorities: z.array(z.string().regex(/^[EWSN]\d{8}$/)),
  sectors: z.record(z.string(), z.union([z.int().min(0), unitsSchema])),
})
export type PackedPlaces = z.infer<typeof packedPlacesSchema>

/** Where nothing is known of any place. */
export const noPlaces: PackedPlaces = { newest: '0000-01', authorities: [], sectors: {} }

/** A postcode as its sector and the two letters that stand in it; undefined for what is no British postcode. */
export const sectorOf = (
  postcode: string,
): { readonly sector: string; readonly unit: string } | undefined => {
  const { code, area } = postcodeOf(postcode) ?? {}
  if (code === undefined || area === undefined) return undefined
  return { sector: `${area} ${code.slice(area.length, -2)}`, unit: code.slice(-2) }
}

const holds = (units: string, unit: string): boolean => {
  for (let at = 0; at < units.length; at += 2) if (units.startsWith(unit, at)) return true
  return false
}

const packedCode = (
  { authorities, sectors }: PackedPlaces,
  { sector, unit }: { readonly sector: string; readonly unit: string },
): string | undefined => {
  const packed = Object.hasOwn(sectors, sector) ? sectors[sector] : undefined
  if (typeof packed === 'number') return authorities[packed]
  const [at] = Object.entries(packed ?? {}).find(([, units]) => holds(units, unit)) ?? []
  return at === undefined ? undefined : authorities[Number(at)]
}

/** The authority of a postcode on a day; undefined where it is not known. */
export type PlaceOf = (postcode: string, day: string) => string | undefined

export const placeIn =
  (read: () => PackedPlaces): PlaceOf =>
  (postcode, day) => {
    const place = sectorOf(postcode)
    const code = place === undefined ? undefined : packedCode(read(), place)
    return code === undefined ? undefined : codeOn(code, day)
  }
