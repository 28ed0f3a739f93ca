// The matcher beside Splink on the same files, in the same run; writes docs/matching-numbers.md.
import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { ensureVenv } from '../../local/venv.ts'
import type { Result, Row } from '../document/matching-result.ts'
import { publish, work } from '../document/results.ts'
import { machine } from '../machine.ts'
import { type DataSet, dataSets } from './data-sets.ts'

const execute = promisify(execFile)
const settings = { maxBuffer: 64 * 1024 * 1024 }
const splink = resolve('bench', 'matching', 'splink')

const quality = z.object({ precision: z.number(), recall: z.number(), f1: z.number() })
const hubReport = z.object({
  pairsCompleteness: z.number(),
  pairsCompared: z.number(),
  queries: z.number(),
  millisecondsPerQuery: z.object({ average: z.number() }),
  pairs: z.object({ atPosterior99: quality, best: quality, recallWithoutFalse: z.number() }),
  bands: z
    .object({
      automaticRecall: z.number(),
      wrongAutomatic: z.number(),
      reviewRate: z.number(),
      missedRate: z.number(),
    })
    .optional(),
})
const splinkReport = z.object({
  pairs_completeness: z.number(),
  pairs_scored: z.number(),
  'at_.99': quality,
  best: quality,
  recall_without_false_positives: z.number(),
  bands: z
    .object({
      automatic_recall: z.number(),
      wrong_automatic: z.number(),
      review_share: z.number(),
      missed_share: z.number(),
    })
    .optional(),
})

const splinkTimes = z.object({ seconds_predicting: z.number(), threads: z.number() })

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

/** Runs a command to its end; gives the seconds it took. */
const secondsOf = async (file: string, words: readonly string[]): Promise<number> => {
  const startedAt = performance.now()
  await execute(file, words, settings)
  return (performance.now() - startedAt) / 1000
}

const filesOf = ({ register, queries }: DataSet): string[] => [
  '--register',
  register,
  ...(queries === undefined ? ['--self'] : ['--queries', queries]),
]

const runHub = async (
  set: DataSet,
  out: string,
): Promise<Result & { readonly queries: number }> => {
  const options = [...filesOf(set), '--truth', set.truth, '--out', out]
  const command = ['--max-old-space-size=4096', 'cli/evaluate.ts', ...options]
  const wholeSeconds = await secondsOf(process.execPath, command)
  const file = await readJson(resolve(out, 'report.json'))
  const { pairs, bands, ...report } = hubReport.parse(file)
  return {
    of: 'hub',
    completeness: report.pairsCompleteness,
    compared: report.pairsCompared,
    at99: pairs.atPosterior99,
    bestF1: pairs.best.f1,
    withoutFalse: pairs.recallWithoutFalse,
    bands: bands && {
      automatic: bands.automaticRecall,
      wrong: bands.wrongAutomatic,
      review: bands.reviewRate,
      missed: bands.missedRate,
    },
    threads: 1,
    wholeSeconds,
    linkingSeconds: (report.queries * report.millisecondsPerQuery.average) / 1000,
    queries: report.queries,
  }
}

const runSplink = async (set: DataSet, out: string, python: string): Promise<Result> => {
  const script = (name: string): string[] => ['-B', resolve(splink, name)]
  const link = [...script('link.py'), ...filesOf(set), '--model', set.splinkModel, '--out', out]
  const wholeSeconds = await secondsOf(python, link)
  const times = splinkTimes.parse(await readJson(resolve(out, 'report.json')))
  const side = set.queries === undefined ? ['--self'] : ['--queries', set.queries]
  const score = [...script('score.py'), '--links', resolve(out, 'links.csv'), '--truth', set.truth]
  const { stdout } = await execute(python, [...score, ...side], settings)
  const { bands, ...report } = splinkReport.parse(JSON.parse(stdout))
  return {
    of: 'Splink 5',
    completeness: report.pairs_completeness,
    compared: report.pairs_scored,
    at99: report['at_.99'],
    bestF1: report.best.f1,
    withoutFalse: report.recall_without_false_positives,
    bands: bands && {
      automatic: bands.automatic_recall,
      wrong: bands.wrong_automatic,
      review: bands.review_share,
      missed: bands.missed_share,
    },
    threads: times.threads,
    wholeSeconds,
    linkingSeconds: times.seconds_predicting,
  }
}

await mkdir(work, { recursive: true })
const commands = await ensureVenv('.local/splink', resolve(splink, 'requirements.txt'))
const rows: Row[] = []
for (const [at, set] of (await dataSets(work)).entries()) {
  process.stderr.write(`· ${set.name}\n`)
  const { queries, ...hub } = await runHub(set, resolve(work, `${at}-hub`))
  const theirs = await runSplink(set, resolve(work, `${at}-splink`), resolve(commands, 'python'))
  rows.push({
    name: set.name,
    queries: set.queries === undefined ? undefined : queries,
    results: [hub, theirs],
  })
}
await publish('matching', { machine: machine(), rows })
