const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** How far the second and third row of a keyboard stand to the right, in keys. */
const shifts = [0, 0.25, 0.75]

const places = new Map(
  rows.flatMap((row, down) =>
    [...row].map((key, at) => [key, { across: at + (shifts[down] ?? 0), down }] as const),
  ),
)

const areNeighbours = (one: string, other: string): boolean => {
  const [a, b] = [places.get(one), places.get(other)]
  return (
    a !== undefined &&
    b !== undefined &&
    Math.abs(a.down - b.down) <= 1 &&
    Math.abs(a.across - b.across) <= 1
  )
}

/** Whether two texts of one length differ in one letter, which a finger may have hit for its neighbour: Natalie, Nstalie. */
export const isNextKey = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return (
    at < a.length &&
    a.slice(at + 1) === b.slice(at + 1) &&
    areNeighbours(a.charAt(at), b.charAt(at))
  )
}
