// The operator's command: lets clients, agencies and authorities in and out, and records agreements.
import { CommanderError } from 'commander'
import { runCommand } from './evaluate/run-command.ts'
import { livePorts } from './hub/live-ports.ts'
import { hubProgram } from './hub/program.ts'

const say = (text: string): void => void process.stderr.write(text)

/** 0 where it was done, 2 where the caller has to do something else, 1 where the command itself failed. */
const main = async (): Promise<void> => {
  try {
    await hubProgram(livePorts, say).parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : 2
  }
}

await runCommand(main).catch((error: unknown) => {
  say(`hub failed: ${error instanceof Error ? error.name : 'for no reason that it gave'}\n`)
  process.exitCode = 1
})
