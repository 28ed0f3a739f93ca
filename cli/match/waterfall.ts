import type { ScoredCandidate } from '../../shared/matching/match.ts'
import type { ExplanationLine } from '../../shared/matching/scoring/explain.ts'
import { answerOf } from './answer.ts'
import { guardInWords } from './guards-in-words.ts'
import type { MatchedLine } from './match-line.ts'
import { type Passed, passedOver } from './passed-over.ts'

const inWords = (name: string): string => name.replaceAll('-', ' ')
const signed = (bits: number): string => (bits < 0 ? '−' : '+') + Math.abs(bits).toFixed(1)

/** A sign a bit, for or against. */
const bar = (bits: number): string => (bits < 0 ? '░' : '█').repeat(Math.round(Math.abs(bits)))

const rowsOf = (explanation: readonly ExplanationLine[]): readonly string[] => {
  let total = 0
  return explanation.map(({ comparison, level, bits }) => {
    total += bits
    const numbers = `${signed(bits).padStart(7)} ${signed(total).padStart(8)}`
    return `    ${inWords(comparison).padEnd(18)} ${inWords(level).padEnd(22)}${numbers}  ${bar(bits)}`.trimEnd()
  })
}

/** Rounded down: what is not certain never reads as if it were. */
const chance = (posterior: number): string => (Math.floor(posterior * 1e6) / 1e6).toFixed(6)

const head = ({ id, weight, posterior }: ScoredCandidate): string =>
  `  ${id}: ${signed(weight)} bits, a chance of ${chance(posterior)}`

const candidateText = (candidate: ScoredCandidate): readonly string[] => [
  head(candidate),
  ...rowsOf(candidate.explanation),
  ...candidate.guards.map((guard) => `    not automatic: ${guardInWords(guard)}`),
]

const passedText = ({ scored, isFound }: Passed): readonly string[] => [
  head(scored),
  ...rowsOf(scored.explanation),
  isFound
    ? '    not shown to anybody: the evidence is too little'
    : '    not compared: no look-up led here; this is what a comparison would have found',
  ...scored.guards.map((guard) => `    would not be automatic: ${guardInWords(guard)}`),
]

/** How each candidate, and each other entry of the line's register, came to its weight, for a person to read. */
export const waterfallOf = (id: string, matched: MatchedLine): string => {
  const { result } = matched
  const { band, confirmed } = answerOf(id, result)
  const whom = confirmed.length > 0 ? `: ${confirmed.join(', ')}` : ''
  const lines = [
    `${id}: ${band}${whom}`,
    ...(result.incomplete ? ['  a look-up was cut short: somebody may be missing'] : []),
    ...result.candidates.flatMap(candidateText),
    ...passedOver(matched).flatMap(passedText),
  ]
  return `${lines.join('\n')}\n\n`
}
