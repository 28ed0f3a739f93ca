import { exitCodeOf, type Outcome } from './outcome.ts'

const verdicts = { 0: 'holds', 1: 'does-not-hold', 2: 'cannot-be-verified' } as const

/** For programs: one line. */
export const reportAsJson = (outcome: Outcome): string => {
  const exitCode = exitCodeOf(outcome)
  return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...outcome })}\n`
}

const listed = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `  - ${sentence}`)]

const firstLine = (outcome: Outcome): string => {
  const { length } = outcome.faults
  return {
    0: 'IT HOLDS. Everything below was checked, and nothing was found that contradicts it.',
    1: `IT DOES NOT HOLD. ${length} ${length === 1 ? 'fault was' : 'faults were'} found.`,
    2: 'IT COULD NOT BE VERIFIED. No fault was found in what could be.',
  }[exitCodeOf(outcome)]
}

/** Faults beyond these are counted. */
const mostShown = 100

/** For people. */
export const reportAsText = (outcome: Outcome): string => {
  const { checked, faults, untold, unread } = outcome
  const shown = faults.slice(0, mostShown)
  const more = faults.length - shown.length
  const notes = new Set(faults.flatMap(({ evidence = [] }) => evidence))
  return [
    firstLine(outcome),
    ...listed('What does not hold', [
      ...shown.map(({ sentence, what }) => `${sentence} [${what}]`),
      ...(more > 0 ? [`and ${more} more; --json has all`] : []),
    ]),
    ...listed('What could not be verified', unread),
    ...listed('What was checked', checked),
    ...listed('What nobody can tell from this', untold),
    ...(notes.size === 0
      ? []
      : ['', 'Evidence: signed checkpoints, each as it was given', '', [...notes].join('\n')]),
    '',
  ].join('\n')
}
