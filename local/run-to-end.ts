import { constants } from 'node:os'
import { endChildren } from './children.ts'
import { PlainError, say } from './say.ts'

const parentCheckMilliseconds = 250

/**
 * Resolves when this process is asked to stop, with the exit code of the signal. npm passes on SIGINT and SIGTERM to its
 * child, which the scripts' `exec` makes this process, for a shell in between may keep them; of SIGHUP it dies, which is
 * seen by the change of parent.
 */
const untilAskedToStop = (): Promise<number> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(128 + constants.signals[signal]))
    const parent = process.ppid
    if (process.env['npm_lifecycle_event'] !== undefined)
      setInterval(
        () => process.ppid !== parent && resolve(128 + constants.signals.SIGTERM),
        parentCheckMilliseconds,
      )
  })

const explain = (error: unknown): void => {
  if (error instanceof PlainError) say(`\n${error.message}`)
  else say(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}

/** The exit code of a command that is done; `stays` when it is to go on until somebody asks it to stop. */
export type Ending = number | 'stays'

/** Does the work of a command, or stops it when asked to; ends all that it started, and then the process. */
export const runToEnd = async (work: () => Promise<Ending>): Promise<never> => {
  const asked = untilAskedToStop()
  const ending = await Promise.race([work(), asked]).catch((error: unknown): Ending => {
    explain(error)
    return 1
  })
  if (ending === 'stays') await asked
  await endChildren()
  process.exit(ending === 'stays' ? 0 : ending)
}
