import type { MatchResult, ScoredCandidate } from '../../shared/matching/match.ts'
import type { MatchBand } from '../../shared/matching/scoring/decide-band.ts'
import type { Guard } from '../../shared/matching/scoring/guard.ts'

const bands = {
  CONFIRMED: 'confirmed',
  POSSIBLE: 'possible',
  MANY: 'many',
  NONE: 'none',
} as const satisfies Record<MatchBand, string>

type Finding = { readonly level: string; readonly bits: number }

/** What the command writes of one line. The bits of a candidate's comparisons sum to its own. */
export type Answer = {
  readonly id: string
  readonly band: (typeof bands)[MatchBand]
  readonly confirmed: readonly string[]
  readonly candidates: readonly {
    readonly id: string
    readonly bits: number
    readonly posterior: number
    readonly guards: readonly Guard[]
    readonly comparisons: Readonly<Record<string, Finding>>
  }[]
}

const shown = ({ id, weight, posterior, guards, explanation }: ScoredCandidate) => ({
  id,
  bits: weight,
  posterior,
  guards,
  comparisons: Object.fromEntries(
    explanation.map(({ comparison, level, bits }): [string, Finding] => [
      comparison,
      { level, bits },
    ]),
  ),
})

export const answerOf = (id: string, { band, confirmed, candidates }: MatchResult): Answer => ({
  id,
  band: bands[band],
  confirmed,
  candidates: candidates.map(shown),
})
