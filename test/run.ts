import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import * as z from 'zod'
import { startHub } from '../local/hub.ts'
import { PlainError, say, step } from '../local/say.ts'

const report = resolve('.local', 'test-report.json')
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
})

/** Runs vitest over every suite, or those named on the command line, against a hub of its own on a free port. */
const runVitest = (environment: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((done, fail) => {
    const chosen = process.argv.slice(2)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const child = spawn(
      resolve('node_modules', '.bin', 'vitest'),
      ['run', ...reporters, ...chosen],
      {
        stdio: 'inherit',
        env: { ...process.env, ...environment },
      },
    )
    child.once('error', fail)
    child.once('close', (code) => done(code ?? 1))
  })

const summarise = async (): Promise<boolean> => {
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } =
    reportSchema.parse(JSON.parse(await readFile(report, 'utf8')))
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0)
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
  process.stdout.write(`\n${numPassedTests} passed, ${failed} failed${skipped}\n`)
  return failed === 0
}

const main = async (): Promise<number> => {
  try {
    const hub = await startHub({ port: 0, children: 1_000 })
    try {
      const code = await runVitest({ HUB_ENDPOINT: hub.endpoint, HUB_PLACE: JSON.stringify(hub) })
      return (await summarise()) && code === 0 ? 0 : 1
    } finally {
      await step('stopping the hub', hub.stop)
    }
  } catch (error) {
    say(
      error instanceof PlainError
        ? error.message
        : String(error instanceof Error ? error.stack : error),
    )
    process.stdout.write('\n0 passed, 1 failed\n')
    return 1
  }
}

process.exit(await main())
