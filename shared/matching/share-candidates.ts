import { prerank } from './prerank.ts'
import { sureIdsOf } from './sure-ids.ts'
import { type Block, fullAboveOf, mostCandidates, usableHits } from './usable-hits.ts'

/** Register people fetched for all people of one concern together. */
export const mostOfConcern = 150

/** What the lookups of one person of a concern found. */
export type Sought = { readonly kind: 'adult' | 'child'; readonly blocks: readonly Block[] }

/** Whom to compare one person with, best first. `incomplete`: somebody may be missing, so nobody can be confirmed. */
export type Share = { readonly ids: readonly string[]; readonly incomplete: boolean }

type Claim = {
  readonly kind: Sought['kind']
  readonly ranked: readonly string[]
  readonly sure: ReadonlySet<string>
  /** Found by something that narrower keys do not stand in for. */
  readonly needed: ReadonlySet<string>
  readonly incomplete: boolean
}

const claimOf = ({ kind, blocks }: Sought): Claim => {
  const { hits, incomplete } = usableHits(blocks)
  const sure = sureIdsOf(hits)
  const ranked = prerank(hits, Number.POSITIVE_INFINITY)
  return {
    kind,
    ranked: ranked.filter((id, at) => at < mostCandidates || sure.has(id)),
    sure,
    needed: new Set(
      hits.flatMap(({ key, ids }) => (fullAboveOf(key.type) === undefined ? ids : [])),
    ),
    incomplete,
  }
}

/** Gives each claim in turn its best that is not yet fetched, until there is no more room or nobody wants more. */
const fillUp = (fetched: Set<string>, claims: readonly Claim[], most: number): void => {
  let before = -1
  while (fetched.size > before) {
    before = fetched.size
    for (const { ranked } of claims) {
      const next = fetched.size < most ? ranked.find((id) => !fetched.has(id)) : undefined
      if (next !== undefined) fetched.add(next)
    }
  }
}

/**
 * Shares out whom to fetch among the people of a concern, in their order. Whoever agrees with one of them on a number, or
 * on name and date, is always fetched. The rest goes round, children first, one to each in turn, so that nobody's crowd of
 * namesakes costs another a candidate; whoever is fetched for one is compared with all whose lookups led there. Whoever was
 * found by a crowded key alone may be left out, as a whole crowd is passed over: narrower keys were looked up beside it.
 */
export const shareCandidates = (
  people: readonly Sought[],
  most: number = mostOfConcern,
): readonly Share[] => {
  const claims = people.map(claimOf)
  const fetched = new Set(claims.flatMap(({ sure }) => [...sure]))
  const inTurn = (['child', 'adult'] as const).flatMap((kind) =>
    claims.filter((claim) => claim.kind === kind),
  )
  fillUp(fetched, inTurn, most)
  return claims.map(({ ranked, needed, incomplete }) => ({
    ids: ranked.filter((id) => fetched.has(id)),
    incomplete: incomplete || ranked.some((id) => needed.has(id) && !fetched.has(id)),
  }))
}
