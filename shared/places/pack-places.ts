import type { NsplRow } from './nspl.ts'
import { type PackedPlaces, sectorOf } from './packed-places.ts'

type Sectors = Map<string, Map<number, string[]>>

/** Takes postcodes one by one, in any order, and packs them by sector. */
export const packer = () => {
  const sectors: Sectors = new Map()
  const places = new Map<string, number>()
  let newest = ''
  let taken = 0

  const indexOf = (authority: string): number => {
    const at = places.get(authority) ?? places.size
    places.set(authority, at)
    return at
  }

  return {
    add: ({ postcode, authority, since }: NsplRow): void => {
      const place = sectorOf(postcode)
      if (place === undefined) return
      const sector = sectors.get(place.sector) ?? new Map<number, string[]>()
      sectors.set(place.sector, sector)
      const at = indexOf(authority)
      const units = sector.get(at) ?? []
      sector.set(at, units)
      units.push(place.unit)
      taken += 1
      if (since > newest) newest = since
    },
    end: (): { readonly packed: PackedPlaces; readonly taken: number } => ({
      taken,
      packed: {
        newest: newest === '' ? '0000-01' : newest,
        authorities: [...places.keys()],
        sectors: Object.fromEntries(
          [...sectors]
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([sector, byPlace]) => [sector, packedSector(byPlace)]),
        ),
      },
    }),
  }
}

const packedSector = (byPlace: ReadonlyMap<number, readonly string[]>) => {
  const [first, ...others] = [...byPlace.keys()]
  if (first !== undefined && others.length === 0) return first
  return Object.fromEntries(
    [...byPlace].map(([at, units]) => [String(at), [...new Set(units)].toSorted().join('')]),
  )
}
