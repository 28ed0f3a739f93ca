import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { keep } from '../local/children.ts'
import { runToEnd } from '../local/run-to-end.ts'

type Part = { readonly name: string; readonly command: readonly [string, ...string[]] }

const fastSuites = ['unit', 'contract', 'architecture', 'infra', 'property']
const sideBySide = 2

/** Everything that says within two minutes whether a change is sound, the longest first. */
const parts: readonly Part[] = [
  {
    name: 'fast tests',
    command: ['vitest', 'run', '--reporter=dot', ...fastSuites.map((name) => `--project=${name}`)],
  },
  { name: 'eslint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc'] },
  { name: 'biome', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'knip', command: ['knip'] },
]

/** Runs one part to its end; its words are shown only when it fails. */
const runPart = async ({ name, command: [file, ...args] }: Part): Promise<boolean> => {
  const startedAt = performance.now()
  let words = ''
  const part = spawn(resolve('node_modules', '.bin', file), args, { detached: true })
  const child = keep(part)
  for (const stream of [part.stdout, part.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      words += text
    })
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (code !== 0) process.stdout.write(`\n── ${name} ──\n${words.trim()}\n\n`)
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}, ${seconds} s\n`)
  return code === 0
}

/** Takes part after part until none is left. */
const work = async (left: Part[]): Promise<readonly boolean[]> => {
  const part = left.shift()
  return part === undefined ? [] : [await runPart(part), ...(await work(left))]
}

await runToEnd(async () => {
  const startedAt = performance.now()
  const left = [...parts]
  const passed = (await Promise.all(Array.from({ length: sideBySide }, () => work(left)))).flat()
  const failed = passed.filter((isPassed) => !isPassed).length
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  process.stdout.write(`${passed.length - failed} parts passed, ${failed} failed, ${seconds} s\n`)
  return failed === 0 ? 0 : 1
})
