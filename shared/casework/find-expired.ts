import { mostExpired } from '../audit/expired-leaves.ts'
import { type Clocks, type EndingKeeping, isOver, isOverAs, keepingFor } from '../audit/keeping.ts'
import { isHeld, type LegalHold } from '../audit/legal-hold.ts'
import type { Leaf } from '../audit/sealed-leaf.ts'

/** A leaf, and its entry where its row stands as it was sealed. */
type StandingLeaf = { readonly index: number; readonly leaf: Leaf | undefined }

/**
 * Leaves from one on, some at a time, until one is of a moment that `isWanted` does not want. Of those after it no row is read.
 */
export type ReadLeaves = (
  from: number,
  isWanted: (at: string) => boolean,
) => AsyncIterable<readonly StandingLeaf[]>

/** By what it is decided whether an entry goes: how it must be kept, by which clocks, and under which holds at which moment. */
export type Terms = {
  readonly keeping: EndingKeeping
  readonly clocks: Clocks
  readonly holds: readonly { readonly hold: LegalHold; readonly at: Date }[]
}

/** Where it stays, it is kept longer, is gone already, or was altered, for which others ring. */
type Fate = 'goes' | 'held' | 'stays'

const fateOf = (leaf: Leaf | undefined, { keeping, clocks, holds }: Terms): Fate => {
  if (leaf === undefined || keepingFor(leaf.entry) !== keeping || !isOver(leaf.entry, clocks))
    return 'stays'
  return holds.some(({ hold, at }) => isHeld(leaf.entry, [hold], at)) ? 'held' : 'goes'
}

/** Leaves whose moment is past, each with what becomes of it: what is not of this keeping stays. */
export const fatesFrom = async function* (
  from: number,
  terms: Terms,
  readLeaves: ReadLeaves,
): AsyncIterable<readonly (StandingLeaf & { readonly fate: Fate })[]> {
  const isWanted = (at: string): boolean => isOverAs(terms.keeping, at, terms.clocks)
  for await (const chunk of readLeaves(from, isWanted))
    yield chunk.map((one) => ({ ...one, fate: fateOf(one.leaf, terms) }))
}

type Counted = {
  readonly to: number
  readonly going: number
  readonly held: number
  readonly firstHeld: number | undefined
}

export type Found = Counted & {
  /** Whether there may be more that is over. */
  readonly isCut: boolean
}

const counted = (
  { going, held, firstHeld }: Counted,
  { index, fate }: StandingLeaf & { readonly fate: Fate },
): Counted => ({
  to: index + 1,
  going: going + Number(fate === 'goes'),
  held: held + Number(fate === 'held'),
  firstHeld: firstHeld ?? (fate === 'held' ? index : undefined),
})

/** How many go, of which leaves, as many as one entry tells of. It keeps none of them in memory. */
export const findExpired = async (
  from: number,
  terms: Terms,
  { readLeaves, isLate }: { readonly readLeaves: ReadLeaves; readonly isLate: () => boolean },
): Promise<Found> => {
  const end = from + mostExpired
  let found: Counted = { to: from, going: 0, held: 0, firstHeld: undefined }
  for await (const chunk of fatesFrom(from, terms, readLeaves)) {
    const within = chunk.filter(({ index }) => index < end)
    found = within.reduce(counted, found)
    if (within.length < chunk.length || isLate()) return { ...found, isCut: true }
  }
  return { ...found, isCut: false }
}
