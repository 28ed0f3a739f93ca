import type { LoadOutcome } from '../../shared/register/load-codes.ts'

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
const mostInPart = 50

const isOver = (phase: string): boolean => phase === 'COMPARED' || phase === 'APPLIED'

const doneIn = (counts: Readonly<Record<string, number>>): number =>
  outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0)

/** On a terminal in one line, to a file in lines. */
const tell = (text: string, isLast: boolean): void => {
  const { isTTY } = process.stderr
  process.stderr.write(`${isTTY ? '\r' : ''}${text}${isTTY && !isLast ? '' : '\n'}`)
}

/** Tells whoever waits how far it is, once a second; how fast only where each part is seen as it is done. */
export const createProgress = (verb: string, all: number, { hasSpeed = true } = {}) => {
  const startedAt = performance.now()
  let last = startedAt
  // Where a load goes on, what was done before is nobody's speed.
  let before: number | undefined
  return (counts: Readonly<Record<string, number>>, phase: string): void => {
    const at = performance.now()
    const done = doneIn(counts)
    before ??= done > 2 * mostInPart ? done : 0
    if (at - last < everyMilliseconds && !isOver(phase)) return
    last = at
    const perSecond = (done - before) / Math.max(0.001, (at - startedAt) / 1_000)
    const speed = hasSpeed ? `, ${perSecond.toFixed(0)} a second` : ''
    tell(`${verb} ${done} of ${all} children${speed}`, isOver(phase))
  }
}
