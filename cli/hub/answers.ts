import type { Command } from 'commander'
import type { Assessment } from '../../shared/assessing/assessment.ts'
import { comparisonNames } from '../../shared/matching/comparisons/comparisons.ts'
import type { MatchRecord } from '../../shared/matching/match-record.ts'
import { posteriorOf } from '../../shared/matching/scoring/contest.ts'
import { noAssessment, type Row, type RowOptions, rowsFrom, withRows } from '../assessment-rows.ts'
import type { ReviewAnswer } from '../estimation/review-answer.ts'

const toTenths = (bits: number): number => Math.round(bits * 10) / 10

type Candidate = MatchRecord['candidates'][number]

const answerOf = (
  { weight, guards, explanation }: Candidate,
  { modelVersion, settled }: Pick<ReviewAnswer, 'modelVersion' | 'settled'>,
): ReviewAnswer => {
  const bitsOf = (...names: readonly string[]): number =>
    explanation
      .filter(({ comparison }) => names.includes(comparison))
      .reduce((sum, { bits }) => sum + bits, 0)
  const isCompared = ({ comparison, level }: Candidate['explanation'][number]): boolean =>
    level !== 'not-compared' && comparisonNames.some((name) => name === comparison)
  return {
    modelVersion,
    weight: toTenths(weight),
    posterior: Number(posteriorOf(toTenths(weight)).toPrecision(6)),
    guards,
    levels: Object.fromEntries(
      explanation.filter(isCompared).map(({ comparison, level }) => [comparison, level]),
    ) as ReviewAnswer['levels'],
    bits: {
      prior: bitsOf('prior'),
      rarity: toTenths(bitsOf('given-name-rarity', 'family-name-rarity')),
      household: toTenths(bitsOf('household')),
      rivals: toTenths(bitsOf('other-candidates')),
    },
    settled,
  }
}

type Found = { readonly number: number; readonly answer: ReviewAnswer }

/** Keeps the last answer about each candidate of a concern: later assessments repeat what was settled before. */
const keepAnswers = (
  found: Map<string, Found>,
  { concernId, number, matches }: Assessment,
): void => {
  // The model that is calibrated is that of adults.
  for (const { person, match } of matches.filter(({ kind }) => kind === 'adult'))
    keepAnswersOf(found, match, { about: `${concernId} ${person}`, number })
}

const keepAnswersOf = (
  found: Map<string, Found>,
  match: MatchRecord,
  { about, number }: { readonly about: string; readonly number: number },
): void => {
  for (const { settled, ...candidate } of match.candidates) {
    const key = `${about} ${candidate.id}`
    if (settled === undefined || (found.get(key)?.number ?? 0) > number) continue
    const { modelVersion } = match
    found.set(key, { number, answer: answerOf(candidate, { modelVersion, settled }) })
  }
}

/** Writes the answers; a row that is no assessment is named apart from them, and makes the exit code 1. */
const writeAnswers = async (rows: AsyncIterable<Row>): Promise<void> => {
  const found = new Map<string, Found>()
  for await (const { where, read } of rows) {
    if ('value' in read) {
      keepAnswers(found, read.value)
      continue
    }
    process.exitCode = 1
    process.stderr.write(`${noAssessment(where, read.faults)}\n`)
  }
  for (const { answer } of found.values()) process.stdout.write(`${JSON.stringify(answer)}\n`)
}

/** `hub answers`: what a model is calibrated by; no values and no ids. */
export const addAnswers = (hub: Command): void => {
  withRows(hub.command('answers')).action(async (options: RowOptions) =>
    writeAnswers(await rowsFrom(options)),
  )
}
