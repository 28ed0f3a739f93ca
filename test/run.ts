import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as z from 'zod'
import { keep } from '../local/children.ts'
import { emulatorLog } from '../local/emulator.ts'
import { startHub } from '../local/hub.ts'
import { readPlace } from '../local/place.ts'
import { runToEnd } from '../local/run-to-end.ts'
import { step } from '../local/say.ts'
import { defaultChildren } from '../local/seed/register.ts'
import { chosenSuites, needHub } from './chosen-suites.ts'
import { simulateBeside } from './simulation/beside.ts'

const report = resolve('.local', `test-report-${process.pid}.json`)
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
})
const chosen = process.argv.slice(2)

/** Runs vitest over every suite, or those named on the command line. */
const runVitest = (environment: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((done, fail) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const vitest = spawn(
      resolve('node_modules', '.bin', 'vitest'),
      ['run', ...reporters, ...chosen],
      { stdio: 'inherit', detached: true, env: { ...process.env, ...environment } },
    )
    const child = keep(vitest)
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  })

const conclude = (passed: number, failed: number, skipped = 0): void => {
  const rest = skipped > 0 ? `, ${skipped} skipped` : ''
  process.stdout.write(`\n${passed} passed, ${failed} failed${rest}\n`)
}

/** Says how many passed and failed, with what else was tried, and whether none did; a run that wrote no report has failed. */
const summarise = async (simulated: readonly boolean[]): Promise<boolean> => {
  const text = await readFile(report, 'utf8').catch(() => undefined)
  await rm(report, { force: true })
  if (text === undefined) {
    conclude(0, 1)
    return false
  }
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } =
    reportSchema.parse(JSON.parse(text))
  const found = simulated.filter((isPassed) => !isPassed).length
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) + found
  conclude(numPassedTests + simulated.length - found, failed, numPendingTests)
  return failed === 0
}

/** What the tests need to know of the hub: of one that runs already if HUB_PLACE says so, of a fresh one otherwise. */
const hubFor = async (suites: ReadonlySet<string>): Promise<NodeJS.ProcessEnv> => {
  if (!needHub(suites)) return {}
  const running = process.env['HUB_PLACE']
  if (running !== undefined) return { HUB_ENDPOINT: readPlace(running).endpoint }
  const hub = await startHub({ port: 0, children: defaultChildren }).catch((error: unknown) => {
    conclude(0, 1)
    throw error
  })
  return { HUB_ENDPOINT: hub.endpoint, HUB_PLACE: JSON.stringify(hub) }
}

/**
 * A function that the hub's own limit ended has not done its work, and each minute the next one may not either: no test
 * that waits for its own concern sees that.
 */
const noneTimedOut = async ({ HUB_ENDPOINT }: NodeJS.ProcessEnv): Promise<boolean> => {
  if (HUB_ENDPOINT === undefined) return true
  const lines = await readFile(emulatorLog(new URL(HUB_ENDPOINT).port), 'utf8').catch(() => '')
  const ended = [...lines.matchAll(/Lambda (\S+) timed out after \d+s/g)].map(([line]) => line)
  for (const line of new Set(ended)) process.stderr.write(`\n${line}\n`)
  return ended.length === 0
}

await runToEnd(async () => {
  await mkdir('.local', { recursive: true })
  const suites = await step('finding the tests', () => chosenSuites(chosen))
  const concerns = process.env['HUB_SIMULATED']
  const simulated = concerns === undefined ? [] : [simulateBeside(concerns)]
  const environment = await hubFor(suites)
  const code = await runVitest(environment)
  const passed = await summarise(await Promise.all(simulated.map((isOver) => isOver())))
  return passed && code === 0 && (await noneTimedOut(environment)) ? 0 : 1
})
