import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { run } from './run.ts'
import { PlainError } from './say.ts'

const execute = promisify(execFile)
const oldest = [3, 10] as const

/** The first Python on PATH that is new enough and can make virtual environments. */
const findPython = async (): Promise<string> => {
  for (const name of ['python3', 'python']) {
    const probe = 'import sys, venv, ensurepip; print(*sys.version_info[:2])'
    const found = await execute(name, ['-c', probe]).catch(() => undefined)
    const [major = 0, minor = 0] = found?.stdout.trim().split(' ').map(Number) ?? []
    if (major === oldest[0] && minor >= oldest[1]) return name
  }
  throw new PlainError(
    `The local hub needs Python ${oldest.join('.')} or newer with venv: on Debian and Ubuntu, apt-get install python3 python3-venv.`,
  )
}

/**
 * A virtual environment with exactly what a requirements file pins, made once and reused until the file changes.
 * Gives the folder of its commands.
 */
export const ensureVenv = async (
  folder = '.venv',
  requirements = 'local/requirements.txt',
): Promise<string> => {
  const stamp = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
  const stampFile = resolve(folder, 'requirements.sha256')
  const commands = resolve(folder, 'bin')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return commands
  const python = await findPython()
  await mkdir('.local', { recursive: true })
  const log = resolve('.local', 'venv.log')
  await rm(folder, { recursive: true, force: true })
  await run([python, '-m', 'venv', folder], { log })
  await run(
    [
      resolve(commands, 'pip'),
      'install',
      '--require-hashes',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      requirements,
    ],
    { log },
  )
  await writeFile(stampFile, stamp)
  return commands
}
