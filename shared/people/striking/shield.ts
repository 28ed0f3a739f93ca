import type { Candidate } from './candidate.ts'

/** Whether one that stands explains another: it holds it and more, or is the right spelling of the same signs. */
const explains = (standing: Candidate, found: Candidate): boolean =>
  standing.from <= found.from &&
  standing.to >= found.to &&
  (standing.to - standing.from > found.to - found.from || found.isLoose === true)

/** The candidates that are not explained by a part of something excepted. A house number by itself explains nothing. */
export const shielded = (
  found: readonly Candidate[],
  standing: readonly Candidate[],
): readonly Candidate[] => {
  const shields = standing
    .filter(({ strength, isLoose }) => strength === 'alone' && isLoose !== true)
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
  if (shields.length === 0) return found
  let next = 0
  let widest: Candidate | undefined
  return found
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .filter((candidate) => {
      for (let shield = shields[next]; shield !== undefined; shield = shields[next]) {
        if (shield.from > candidate.from) break
        if (widest === undefined || shield.to >= widest.to) widest = shield
        next += 1
      }
      return widest === undefined || !explains(widest, candidate)
    })
}
