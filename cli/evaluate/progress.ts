const isTerminal = process.stderr.isTTY

const write = (text: string): void => {
  if (isTerminal) process.stderr.write(text)
}

const tellEvery = 1_000

/** Tells somebody at a terminal how far things are; says nothing to a file or a pipe. */
export const progress = {
  step: <Result>(name: string, work: () => Result): Result => {
    write(`· ${name} … `)
    const startedAt = performance.now()
    const result = work()
    write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
    return result
  },
  /** How many so far, where nobody knows of how many. */
  tell: (done: number): void => {
    if (done > 0 && done % tellEvery === 0) write(`\r${done.toLocaleString('en-GB')} `)
  },
  count:
    (all: number) =>
    (done: number): void =>
      write(`${String(Math.round((100 * done) / all)).padStart(3)} %\b\b\b\b\b`),
}
