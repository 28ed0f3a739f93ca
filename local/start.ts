import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startHub } from './hub.ts'
import { placeFile } from './place.ts'
import { playStory } from './play-story.ts'
import { type Ending, runToEnd } from './run-to-end.ts'
import { PlainError, step } from './say.ts'
import { defaultChildren } from './seed/register.ts'
import { sendConcerns } from './send-concerns.ts'
import { tour } from './tour.ts'

const defaultPort = 4566

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const requireNode = (): void => {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 22)
    throw new PlainError(`The hub needs Node 22 or newer; this is ${process.versions.node}.`)
}

/** Tells the story, then stays until somebody asks it to stop. */
const main = async (): Promise<Ending> => {
  const isOnce = process.argv.includes('--once')
  const startedAt = performance.now()
  requireNode()
  const port = Number(process.env['HUB_PORT'] ?? defaultPort)
  const hub = await startHub({ port, children: defaultChildren })
  await copyFile(join('.local', `hub-${port}.json`), placeFile)
  print(`\nThe console is at ${hub.consoleUrl}/\n`)
  const played = await playStory(hub, print)
  const seconds = (performance.now() - startedAt) / 1000
  print(`\nThe story is told: ${seconds.toFixed(0)} s from the start.`)
  if (isOnce) return 0
  await step('more concerns, at least one for each row of the decision table', () =>
    sendConcerns(hub),
  )
  print(tour(hub, played))
  return 'stays'
}

await runToEnd(main)
