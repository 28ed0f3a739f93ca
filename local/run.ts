import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { keep } from './children.ts'
import { PlainError } from './say.ts'

/** Runs a command to its end, its output in a log file; shows the log's last lines only when it fails. */
export const run = async (
  command: readonly [string, ...string[]],
  { log, env = process.env }: { readonly log: string; readonly env?: NodeJS.ProcessEnv },
): Promise<void> => {
  const [file, ...args] = command
  const output = createWriteStream(log, { flags: 'a' })
  await new Promise<void>((resolve) => output.once('open', () => resolve()))
  const child = keep(spawn(file, args, { env, stdio: ['ignore', output, output], detached: true }))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  output.end()
  if (code === 0) return
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n')
  throw new PlainError(
    `${file} ${args[0] ?? ''} failed (its log is ${log}):\n${lines.slice(-25).join('\n')}`,
  )
}
