import type { Guard } from './guard.ts'
import type { Identity, RankedEntry } from './rank.ts'

/** CONFIRMED may alert without a person looking; POSSIBLE (one human) and MANY (several) may not. */
export type MatchBand = 'CONFIRMED' | 'POSSIBLE' | 'MANY' | 'NONE'

export type Thresholds = {
  readonly confirm: number
  readonly review: number
  readonly lead: number
}

export type BandDecision = {
  readonly band: MatchBand
  readonly confirmed: readonly string[]
  readonly kept: readonly { readonly entry: RankedEntry; readonly guards: readonly Guard[] }[]
}

/** A contradiction on any entry of a human stops them all: the entries may have been joined wrongly. */
const contradictions: readonly Guard[] = ['nhs-number-differs', 'possible-twin']

const identityGuards = (
  [best, ...others]: Identity,
  next: Identity | undefined,
  { confirm, lead }: Thresholds,
): readonly Guard[] => {
  const inherited = others.flatMap(({ guards }) =>
    guards.filter((guard) => contradictions.includes(guard)),
  )
  const guards = new Set<Guard>([...best.guards, ...inherited])
  if (best.posterior < confirm) guards.add('below-threshold')
  if (next !== undefined && best.pairWeight - next[0].pairWeight < lead)
    guards.add('too-close-to-next')
  return [...guards]
}

/**
 * The humans worth a person's time. A crowd of equals (twenty of one common name) shares its chance out until each is
 * below the threshold; they are kept when together they reach it, or a sure "one of these" would be lost as "nobody".
 */
const reviewable = (identities: readonly Identity[], review: number): readonly Identity[] => {
  const single = identities.filter(([best]) => best.posterior >= review)
  if (single.length > 0) return single
  const together = identities.reduce((sum, [best]) => sum + best.posterior, 0)
  return together >= review ? identities.filter(([best]) => best.withoutRivals >= review) : []
}

const bandWithoutConfirmation = (humans: number, incomplete: boolean): MatchBand => {
  if (humans > 1) return 'MANY'
  return humans === 1 || incomplete ? 'POSSIBLE' : 'NONE'
}

const lowerGuards = (entry: RankedEntry, { confirm }: Thresholds): readonly Guard[] =>
  entry.posterior < confirm ? [...entry.guards, 'below-threshold'] : entry.guards

/**
 * Turns ranked humans into a band. Only the first can be confirmed, and not while the lookup is incomplete: the person
 * who would have come next may be the one not found.
 */
export const decideBand = (
  identities: readonly Identity[],
  thresholds: Thresholds,
  incomplete: boolean,
): BandDecision => {
  const [first, next] = identities
  const blocked = first === undefined ? [] : identityGuards(first, next, thresholds)
  const guards: readonly Guard[] = incomplete ? [...blocked, 'lookup-incomplete'] : blocked
  const confirmed = first !== undefined && guards.length === 0 ? first.map(({ id }) => id) : []
  const humans = reviewable(identities, thresholds.review)
  return {
    band: confirmed.length > 0 ? 'CONFIRMED' : bandWithoutConfirmation(humans.length, incomplete),
    confirmed: [...new Set(confirmed)],
    kept: humans.flatMap((human) =>
      human.map((entry) => ({
        entry,
        guards: entry === first?.[0] ? guards : lowerGuards(entry, thresholds),
      })),
    ),
  }
}
