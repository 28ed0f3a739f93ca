import type { LoadOutcome } from '../../shared/register/load.ts'

const outcomes: readonly LoadOutcome[] = [
  'NEW',
  'CHANGED',
  'MARKED',
  'UNCHANGED',
  'DELETED_HERE',
  'TOO_LARGE',
  'BUSY',
]
const everyMilliseconds = 1_000

/** Tells whoever waits how far it is, once a second; on a terminal in one line, to a file in lines. */
export const createProgress = (verb: string, all: number) => {
  const startedAt = performance.now()
  let last = startedAt
  return (counts: Readonly<Record<string, number>>, phase: string): void => {
    const at = performance.now()
    const isOver = phase === 'COMPARED' || phase === 'APPLIED'
    if (at - last < everyMilliseconds && !isOver) return
    last = at
    const done = outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)
    const perSecond = done / Math.max(0.001, (at - startedAt) / 1_000)
    const text = `${verb} ${done} of ${all} children, ${perSecond.toFixed(0)} a second`
    process.stderr.write(
      process.stderr.isTTY && !isOver
        ? `\r${text}`
        : `${process.stderr.isTTY ? '\r' : ''}${text}\n`,
    )
  }
}
