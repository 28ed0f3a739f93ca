import type { Random } from '../random.ts'
import { nameList } from './name-list.ts'

/** Names from the commonest to the rarest, with the sums of their weights, so that one is found by halving. */
export type Ranked = { readonly names: readonly string[]; readonly sums: Float64Array }

type Fall = {
  /** How many ranks it takes until names are about half as common as the first. */
  readonly width: number
  /** How steeply they fall from there. */
  readonly power: number
}

// The falls of given names: the first of forty is borne by about one in twelve, the last by one in a hundred.
const usualFall: Fall = { width: 6, power: 1 }

export const ranked = (text: string, { width, power }: Fall = usualFall): Ranked => {
  const names = nameList(text)
  const sums = new Float64Array(names.length)
  let sum = 0
  for (let rank = 0; rank < names.length; rank += 1) {
    sum += (1 + rank / width) ** -power
    sums[rank] = sum
  }
  return { names, sums }
}

const total = ({ sums }: Ranked): number => sums[sums.length - 1] ?? 0

/** A name drawn by its weight. */
export const draw = (random: Random, table: Ranked): string => {
  const sought = random.fraction() * total(table)
  let low = 0
  let high = table.names.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table.sums[middle] ?? 0) > sought) high = middle
    else low = middle + 1
  }
  return table.names[low] ?? ''
}
