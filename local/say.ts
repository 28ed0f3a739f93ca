/** A fault that one sentence explains to whoever runs the hub; no stack trace helps them. */
export class PlainError extends Error {}

/** Progress, on standard error, so that what a command prints can still be piped. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Runs a step, saying what it does and how long it took. */
export const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const startedAt = performance.now()
  process.stderr.write(`· ${what} … `)
  const result = await work()
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  return result
}
