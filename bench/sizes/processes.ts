import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'
import { hashOf } from './hash-of.ts'
import type { Answer } from './measure-queries.ts'
import type { Given } from './one-path.ts'
import { placeOf } from './register-ids.ts'
import { heaviest, type SizeResult } from './size-result.ts'
import { storedAdultAt } from './stored-rows.ts'
import { type Size, seed } from './subjects.ts'

const execute = promisify(execFile)

type Script = { readonly url: URL; readonly megabytes: number }
const onePath: Script = { url: new URL('fresh-process.ts', import.meta.url), megabytes: 512 }
const inProcess: Script = { url: new URL('in-process.ts', import.meta.url), megabytes: 16_000 }

const run = async ({ url, megabytes }: Script, words: readonly string[]): Promise<unknown> => {
  const options = [`--max-old-space-size=${megabytes}`, fileURLToPath(url), ...words]
  const { stdout } = await execute(process.execPath, options)
  return JSON.parse(stdout) as unknown
}

/** The whole index fits into one process up to here. */
const mostInProcess = 1_000_000
const costSchema = z.object({
  millisecondsPerQuery: z.object({ p50: z.number(), p99: z.number() }),
})

/** The time of a query where the register is normalised and indexed in the process that asks. */
export const timeInProcess = async ({
  people,
  queries,
}: Size): Promise<SizeResult['inProcess']> => {
  if (people > mostInProcess) return undefined
  const cost = await run(inProcess, [String(people), String(queries)])
  return costSchema.parse(cost).millisecondsPerQuery
}

export const givenOf = ({ subject, reading }: Answer): Given => ({
  subject: subject.facts,
  entries: Object.fromEntries(reading.blocks.map(({ key, ids }) => [hashOf(key), ids])),
  adults: reading.ids.map((id) => storedAdultAt(seed, placeOf(id))),
})

const readBy = ({ reading }: Answer): number =>
  reading.ids.length + reading.blocks.reduce((sum, { ids }) => sum + ids.length, 0)

const pathSchema = z.object({
  roundTrips: z.number(),
  heapBytes: z.number(),
  residentBytes: z.number(),
})
type Path = z.infer<typeof pathSchema>

/** The most that any of the heaviest queries took, each in a process of its own. */
export const costOfPath = async (answers: readonly Answer[], folder: string): Promise<Path> => {
  const paths: Path[] = []
  for (const answer of answers.toSorted((a, b) => readBy(b) - readBy(a)).slice(0, heaviest)) {
    const file = resolve(folder, 'given.json')
    await writeFile(file, JSON.stringify(givenOf(answer)))
    paths.push(pathSchema.parse(await run(onePath, [file])))
  }
  const most = (field: keyof Path): number => Math.max(...paths.map((path) => path[field]))
  return {
    roundTrips: most('roundTrips'),
    heapBytes: most('heapBytes'),
    residentBytes: most('residentBytes'),
  }
}
