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
  'register',
  'concerns',
  'sharing',
  'outbox',
  'chronology',
  'alerts',
  'reviews',
  'assessing',
  'casework',
  'http',
  'streams',
  'aws',
] as const

/** Rooms that decide: no SDK, no framework, no input or output. */
export const pureRooms = floors.filter(
  (room) => !['config', 'logging', 'http', 'streams', 'aws'].includes(room),
)

const roomOf = (path: string): string | undefined => /^shared\/([^/]+)\//.exec(path)?.[1]

export type Import = { readonly from: string; readonly to: string }

/** Imports from one room of shared/ into another that does not stand before it, as "from → to". */
export const importsUp = (imports: readonly Import[]): string[] =>
  imports.flatMap(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)]
    if (room === undefined || other === undefined || room === other) return []
    const at = (name: string): number => floors.findIndex((floor) => floor === name)
    const isDown = at(other) >= 0 && at(other) < at(room)
    return isDown ? [] : [`${from} → ${to}`]
  })

/** Rooms that reach themselves through others, each with the rooms on the way. Knows nothing of the list above. */
export const roomCycles = (imports: readonly Import[]): string[] => {
  const reached = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [room, other] = [roomOf(from), roomOf(to)]
    if (room === undefined || other === undefined || room === other) continue
    reached.set(room, (reached.get(room) ?? new Set()).add(other))
  }
  const wayBack = (home: string, at: string, seen: readonly string[]): string | undefined => {
    for (const next of reached.get(at) ?? []) {
      if (next === home) return [...seen, home].join(' → ')
      if (seen.includes(next)) continue
      const found = wayBack(home, next, [...seen, next])
      if (found !== undefined) return found
    }
    return undefined
  }
  return [...reached.keys()].flatMap((room) => wayBack(room, room, [room]) ?? [])
}
