#!/usr/bin/env node
// One command for all that an operator, an integrator or a register manager does with a hub.
import { CommanderError } from 'commander'
import { PlainError } from '../local/say.ts'
import { InputError } from './evaluate/input-error.ts'
import { hubProgram } from './hub/program.ts'

const say = (text: string): void => void process.stderr.write(text)

/** 0 where it was done, 2 where the caller has to do something else, 1 where the command itself failed. */
const main = async (words: readonly string[]): Promise<void> => {
  try {
    const terminal = {
      ports: async () => (await import('./hub/live-ports.ts')).livePorts,
      print: (text: string): void => void process.stdout.write(text),
      say,
    }
    await (await hubProgram(terminal, words)).parseAsync(words, { from: 'user' })
  } catch (error) {
    process.exitCode = 2
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else if (error instanceof InputError || error instanceof PlainError) say(`${error.message}\n`)
    else throw error
  }
}

// Whoever reads only the beginning of what is printed (`| head`) has closed it: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

await main(process.argv.slice(2)).catch((error: unknown) => {
  const kind = error instanceof Error ? error.name : 'for no reason that it gave'
  say(
    `The command itself failed (${kind}). Try it again; if it stays so, tell whoever keeps this hub what you asked and this name.\n`,
  )
  process.exitCode = 1
})
