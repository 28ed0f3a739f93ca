import type { Ranked } from '../../local/people/names/ranked.ts'

type Entry = { readonly name: string; readonly percent: number | undefined }

const entryOf = (text: string): Entry => {
  const [, name = '', percent] = /^(.*?)(?: (\d+(?:\.\d+)?))?$/.exec(text.trim()) ?? []
  return { name, percent: percent === undefined ? undefined : Number(percent) }
}

/** How gently the names without a number fall: the sixth is half as common as the first. */
const width = 6

/**
 * Names parted by commas. A number after a name is the percentage of people who bear it; those without one share what
 * is left, falling slowly.
 */
export const frequencies = (text: string): Ranked => {
  const entries = text.split(',').map(entryOf)
  const rest = entries.filter(({ percent }) => percent === undefined)
  const left = 100 - entries.reduce((sum, { percent = 0 }) => sum + percent, 0)
  const fall = (rank: number): number => 1 / (1 + rank / width)
  const all = rest.reduce((sum, _, rank) => sum + fall(rank), 0)
  const weights = new Map(rest.map(({ name }, rank) => [name, (left * fall(rank)) / all]))
  let sum = 0
  const sums = entries.map(({ name, percent }) => {
    sum += percent ?? weights.get(name) ?? 0
    return sum
  })
  return { names: entries.map(({ name }) => name), sums: Float64Array.from(sums) }
}
