import { mkdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ensureVenv } from '../../local/venv.ts'

export const strangersRequirements = 'test/e2e/requirements-stranger'

const folder = resolve('.local', 'strangers-python')
const lock = resolve('.local', 'strangers-python.lock')
/** Longer than any installation: whoever held the lock was killed. */
const longestTries = 300

/** Whether this process may install now; the others wait. */
const locked = (): Promise<boolean> =>
  mkdir(lock).then(
    () => true,
    () => false,
  )

/** The commands of a Python with what clients of others need: installed once, by whichever test file comes first. */
export const strangersPython = async (): Promise<string> => {
  await mkdir(resolve('.local'), { recursive: true })
  for (let tries = 0; !(await locked()) && tries < longestTries; tries += 1) await setTimeout(1000)
  try {
    return await ensureVenv(folder, `${strangersRequirements}.txt`)
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}
