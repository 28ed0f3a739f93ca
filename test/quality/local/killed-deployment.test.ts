import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { smokeCheck } from '../../../cli/deploy/smoke-check.ts'
import { localApiId } from '../../../infra/stage.ts'
import { deployStacks } from '../../../local/deploy.ts'
import { type Emulator, startEmulator, turnTo } from '../../../local/emulator.ts'
import { ensureVenv } from '../../../local/venv.ts'
import { isNightly } from '../../builders/runs.ts'

/** A deployment in a process of its own. */
const startDeployment = ({ port, environment }: Emulator): ChildProcess => {
  const emulator = JSON.stringify({ port, environment })
  const program = `import { deployStacks } from './local/deploy.ts'\nawait deployStacks(${emulator})`
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    detached: true,
    stdio: 'ignore',
  })
}

/** Kills it and what it started, which leads process groups of their own. */
const killAll = async (deployment: ChildProcess): Promise<void> => {
  const { pid = 0 } = deployment
  const ended = new Promise((done) => deployment.once('exit', done))
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  process.kill(-pid, 'SIGKILL')
  for (const child of stdout.trim().split('\n').map(Number)) process.kill(-child, 'SIGKILL')
  await ended
}

/** Until the log of the deployment says this, for three minutes at most. */
const untilSaid = async (log: string, said: RegExp): Promise<void> => {
  for (const end = Date.now() + 180_000; Date.now() < end; ) {
    if (said.test(await readFile(log, 'utf8').catch(() => ''))) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`${log} never said ${said.source}`)
}

it.runIf(isNightly).each([
  ['before anything stands', /hub-keys: creating/],
  ['with keys and no tables', /✅ {2}hub-keys/],
  ['with tables and no functions', /✅ {2}hub-data/],
])(
  'is run again and stands, where a deployment was killed %s',
  async (_, said) => {
    const emulator = await startEmulator(await ensureVenv(), 0)
    turnTo(emulator)
    try {
      const first = startDeployment(emulator)
      await untilSaid(resolve('.local', `deploy-${emulator.port}.log`), said)
      await killAll(first)
      await deployStacks(emulator, 'http://127.0.0.1:1')
      const address = `${emulator.endpoint}/_aws/execute-api/${localApiId}/v1`
      expect(await smokeCheck(address)).toEqual([])
    } finally {
      await emulator.stop()
    }
  },
  600_000,
)
