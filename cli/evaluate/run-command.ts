import { InputError } from './input-error.ts'

/** Runs a command's work. What the caller got wrong is told in one sentence, with exit code 2. */
export const runCommand = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
