/**
 * The rooms of shared/, from the ground up: a room imports only from rooms that stand before it. `broken` is an import
 * that would run up, for the test that breaks the rule on purpose.
 */
export const floors = [
  'kernel',
  'calendar',
  'config',
  'logging',
  'codes',
  'people',
  'audit',
  'matching',
  'agencies',
  'places',
  'register',
  'loading',
  'concerns',
  'household',
  'sharing',
  'outbox',
  'chronology',
  'alerts',
  'reviews',
  'assessing',
  'casework',
  'http',
  'streams',
  'sending',
  'files',
  'aws',
] as const

/** Rooms that decide: no SDK, no framework, no input or output. */
export const pureRooms = floors.filter(
  (room) => !['config', 'logging', 'http', 'streams', 'sending', 'files', 'aws'].includes(room),
)

const roomOf = (path: string): string | undefined => /^shared\/([^/]+)\//.exec(path)?.[1]

export type Import = { readonly from: string; readonly to: string }

const crossings = (imports: readonly Import[]) =>
  imports.flatMap(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)]
    return room === undefined || other === undefined || room === other
      ? []
      : [{ room, other, told: `${from} → ${to}` }]
  })

const places: ReadonlyMap<string, number> = new Map(floors.map((room, at) => [room, at]))

/** Imports from one room of shared/ into another that does not stand before it, as "from → to". */
export const importsUp = (imports: readonly Import[]): string[] =>
  crossings(imports)
    .filter(({ room, other }) => {
      const [from, to] = [places.get(room), places.get(other)]
      return from === undefined || to === undefined || to >= from
    })
    .map(({ told }) => told)

/**
 * Rooms that no order can put below one another: what is left once every room that imports from none of the others has
 * been taken away, again and again. Knows nothing of the list above.
 */
export const roomsInKnots = (imports: readonly Import[]): string[] => {
  const arrows = crossings(imports)
  let rooms = new Set(arrows.flatMap(({ room, other }) => [room, other]))
  for (;;) {
    const left = arrows.filter(({ room, other }) => rooms.has(room) && rooms.has(other))
    const still = new Set(left.map(({ room }) => room))
    if (still.size === rooms.size) return [...rooms].toSorted()
    rooms = still
  }
}
