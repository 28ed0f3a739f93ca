import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeFile } from '../../../local/place.ts'
import { descendantsOf, isAlive, tellsOfProcesses } from '../../builders/processes.ts'

const freePort = (wanted = 0): Promise<number | undefined> =>
  new Promise((done) => {
    const server = createServer().once('error', () => done(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' ? address?.port : undefined))
    })
  })

const until = async (holds: () => Promise<boolean>, seconds: number): Promise<boolean> => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(200))
    if (await holds()) return true
  return false
}

let npm: ChildProcess | undefined
let started: readonly number[] = []
let placeBefore: string | undefined

beforeEach(async () => {
  placeBefore = await readFile(placeFile, 'utf8').catch(() => undefined)
})
afterEach(async () => {
  for (const pid of [npm?.pid ?? 0, ...started].filter((each) => each > 0 && isAlive(each)))
    process.kill(pid, 'SIGKILL')
  await (placeBefore === undefined
    ? rm(placeFile, { force: true })
    : writeFile(placeFile, placeBefore))
})

/** What a shell may hold of another account or another emulator: the hub must not be led there. */
const elsewhere = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_PROFILE: 'nobody' }

const startHub = (port: number): { readonly pid: number; readonly said: () => string } => {
  let words = ''
  const child = spawn('npm', ['start'], {
    detached: true,
    env: { ...process.env, ...elsewhere, HUB_PORT: String(port) },
  })
  child.stdout.on('data', (text) => {
    words += String(text)
  })
  npm = child
  return { pid: child.pid ?? 0, said: () => words }
}

const isHealthy = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/_ministack/health`).then(
    ({ ok }) => ok,
    () => false,
  )

describe.runIf(tellsOfProcesses)('npm start', () => {
  it.each([
    ['SIGTERM', 'while it starts', ''],
    ['SIGHUP', 'while it starts', ''],
    ['SIGINT', 'while it starts', ''],
    ['SIGTERM', 'when its story is told', 'The story is told'],
  ] as const)(
    'leaves nothing behind when npm alone gets %s %s',
    async (signal, _when, heard) => {
      const port = (await freePort()) ?? 0
      const { pid, said } = startHub(port)
      const isUp = async (): Promise<boolean> => (await isHealthy(port)) && said().includes(heard)
      expect(await until(isUp, 480)).toBe(true)
      started = descendantsOf(pid)
      expect(started.length).toBeGreaterThan(1)
      process.kill(pid, signal)
      const isGone = async (): Promise<boolean> => ![pid, ...started].some(isAlive)
      await until(isGone, 30)
      expect([pid, ...started].filter(isAlive)).toEqual([])
      expect(await freePort(port)).toBe(port)
    },
    700_000,
  )
})
