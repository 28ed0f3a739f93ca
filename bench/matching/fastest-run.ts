import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const settings = { maxBuffer: 64 * 1024 * 1024 }

/** Runs of each command; the least times are published, for whatever else runs on a machine only adds to them. */
export const runs = 3

export type Times = { readonly wholeSeconds: number; readonly linkingSeconds: number }

export const readJson = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(path, 'utf8'))

/** What a command prints. */
export const outputOf = async (file: string, words: readonly string[]): Promise<string> =>
  (await execute(file, words, settings)).stdout

/** Runs a command several times. `linkingSeconds` reads from what a run left how long finding and scoring took. */
export const fastestRun = async (
  [file, ...words]: readonly [string, ...string[]],
  linkingSeconds: () => Promise<number>,
): Promise<Times> => {
  const all: Times[] = []
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now()
    await outputOf(file, words)
    const wholeSeconds = (performance.now() - startedAt) / 1000
    all.push({ wholeSeconds, linkingSeconds: await linkingSeconds() })
  }
  return {
    wholeSeconds: Math.min(...all.map((each) => each.wholeSeconds)),
    linkingSeconds: Math.min(...all.map((each) => each.linkingSeconds)),
  }
}
