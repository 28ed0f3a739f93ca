import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { endChild, keep } from './children.ts'
import { isHealthy } from './reach.ts'
import { PlainError } from './say.ts'

/** A running emulator: where it is, and how to end it. Everything in it is gone when it ends; each start is fresh. */
export type Emulator = {
  readonly port: number
  readonly endpoint: string
  /** What any AWS client or tool needs to find it. */
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

const region = 'eu-west-2'
const startSeconds = 30

const listens = (port: number): Promise<number | undefined> =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        done(typeof address === 'object' && address !== null ? address.port : undefined),
      )
    })
  })

/** The port asked for, if nobody has it; 0 asks for any. */
const freePort = async (wanted: number): Promise<number> => {
  const port = await listens(wanted)
  if (port === undefined)
    throw new PlainError(
      `Port ${wanted} is taken: stop what uses it, or choose another with HUB_PORT=…`,
    )
  return port
}

const environmentOf = (port: number): Record<string, string> => ({
  AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
})

/** What an environment says of AWS: a real account's credentials, or another emulator's address. */
const isOfAws = (name: string): boolean => name.startsWith('AWS_')

/** Lets every AWS client and tool that this process makes or starts find this emulator, and nothing else. */
export const turnTo = ({ environment }: Pick<Emulator, 'environment'>): void => {
  for (const name of Object.keys(process.env)) if (isOfAws(name)) delete process.env[name]
  Object.assign(process.env, environment)
}

const untilHealthy = async (child: ChildProcess, endpoint: string, log: string): Promise<void> => {
  for (const end = Date.now() + startSeconds * 1000; Date.now() < end; ) {
    if (child.exitCode !== null || child.signalCode !== null) break
    if (await isHealthy(endpoint)) return
    await new Promise((done) => setTimeout(done, 100))
  }
  const lines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-10)
  throw new PlainError(`The emulator did not start (its log is ${log}):\n${lines.join('\n')}`)
}

/** What the emulator at the port has logged, its functions' lines included. */
export const emulatorLog = (port: number | string): string =>
  resolve('.local', `emulator-${port}.log`)

/** Starts MiniStack with IAM enforced, this Node first on its PATH for the Lambda workers, and waits until it answers. */
export const startEmulator = async (commands: string, wantedPort = 0): Promise<Emulator> => {
  const port = await freePort(wantedPort)
  const endpoint = `http://127.0.0.1:${port}`
  await mkdir('.local', { recursive: true })
  const log = emulatorLog(port)
  const output = openSync(log, 'w')
  const emulator = spawn(resolve(commands, 'ministack'), [], {
    detached: true,
    stdio: ['ignore', output, output],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfAws(name))),
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      AUTH: 'true',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: region,
      AWS_DEFAULT_REGION: region,
    },
  })
  const child = keep(emulator)
  const stop = (): Promise<void> => endChild(child)
  try {
    await untilHealthy(child, endpoint, log)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, endpoint, environment: environmentOf(port), stop }
}
