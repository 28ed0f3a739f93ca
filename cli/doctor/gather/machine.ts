import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readPlace } from '../../../local/place.ts'
import { isAnswered } from '../../local-hub.ts'
import type { Facts } from '../facts.ts'

const execute = promisify(execFile)

/** As `local/ensure-packages.mjs` leaves it. */
const packagesIn = async (root: string): Promise<Facts['packages']> => {
  const lock = await readFile(join(root, 'package-lock.json'))
  const stamp = await readFile(join(root, 'node_modules', '.packages.sha256'), 'utf8').catch(
    () => '',
  )
  if (stamp === '') return 'missing'
  return stamp === createHash('sha256').update(lock).digest('hex') ? 'current' : 'stale'
}

const probe = `import sys
try:
    import venv, ensurepip
    has = 1
except ImportError:
    has = 0
print(*sys.version_info[:3], has)`

const pythonOn = async (path: string | undefined): Promise<Facts['python']> => {
  for (const name of ['python3', 'python']) {
    const found = await execute(name, ['-c', probe], { env: { PATH: path } }).catch(() => undefined)
    if (found === undefined) continue
    const numbers = found.stdout.trim().split(' ').map(Number)
    return { version: numbers.slice(0, 3), hasVenv: numbers[3] === 1 }
  }
  return 'none'
}

const isTaken = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(true))
    server.listen(port, '127.0.0.1', () => server.close(() => done(false)))
  })

/** The hub on this machine: where its file says, else the port that it would take. */
const hubHere = async (root: string, port: number): Promise<Pick<Facts, 'place' | 'port'>> => {
  const text = await readFile(join(root, '.local', 'hub.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return { port: { number: port, isTaken: await isTaken(port) } }
  try {
    return { place: (await isAnswered(readPlace(text).endpoint)) ? 'answers' : 'silent' }
  } catch {
    return { place: 'unreadable' }
  }
}

export type Machine = {
  /** The folder of the hub. */
  readonly root: string
  readonly node: string
  readonly path: string | undefined
  readonly port: number
}

/** What this machine has of what a hub needs to run on it. */
export const gatherMachine = async ({ root, node, path, port }: Machine) => ({
  node,
  packages: await packagesIn(root),
  python: await pythonOn(path),
  ...(await hubHere(root, port)),
})
