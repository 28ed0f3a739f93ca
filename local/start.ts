import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Hub, startHub } from './hub.ts'
import { placeFile } from './place.ts'
import { playStory } from './play-story.ts'
import { PlainError, say, step } from './say.ts'
import { sendConcerns } from './send-concerns.ts'
import { tour } from './tour.ts'

const defaultPort = 4566
const children = 1_000

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const requireNode = (): void => {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 22)
    throw new PlainError(`The hub needs Node 22 or newer; this is ${process.versions.node}.`)
}

const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    setInterval(() => {}, 60_000)
  })

const explain = (error: unknown): void => {
  if (error instanceof PlainError) say(`\n${error.message}`)
  else
    say(
      `\nThe hub did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
}

const main = async (): Promise<number> => {
  const isOnce = process.argv.includes('--once')
  const startedAt = performance.now()
  let hub: Hub | undefined
  const interrupted = untilInterrupted()
  try {
    requireNode()
    const port = Number(process.env['HUB_PORT'] ?? defaultPort)
    const started = await startHub({ port, children })
    hub = started
    await copyFile(join('.local', `hub-${port}.json`), placeFile)
    const played = await playStory(hub, print)
    print(
      `\nThe story is told: ${((performance.now() - startedAt) / 1000).toFixed(0)} s from the start.`,
    )
    if (isOnce) return 0
    await step('60 more concerns, at least one for each row of the decision table', () =>
      sendConcerns(started),
    )
    print(tour(hub, played))
    await interrupted
    return 0
  } catch (error) {
    explain(error)
    return 1
  } finally {
    await hub?.stop()
  }
}

process.exit(await main())
