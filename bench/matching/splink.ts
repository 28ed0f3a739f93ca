import { resolve } from 'node:path'
import * as z from 'zod'
import type { Result } from '../document/matching-result.ts'
import { type DataSet, filesOf } from './data-sets.ts'
import { fastestRun, outputOf, readJson } from './fastest-run.ts'

const folder = resolve('bench', 'matching', 'splink')
export const requirements = resolve(folder, 'requirements.txt')

const quality = z.object({ precision: z.number(), recall: z.number(), f1: z.number() })
const scoreSchema = z.object({
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
const reportSchema = z.object({ seconds_predicting: z.number(), threads: z.number() })

/** Links a set with Splink and scores it. */
export const runSplink = async (set: DataSet, out: string, python: string): Promise<Result> => {
  const script = (name: string): readonly string[] => ['-B', resolve(folder, name)]
  const readReport = async () => reportSchema.parse(await readJson(resolve(out, 'report.json')))
  const times = await fastestRun(
    [python, ...script('link.py'), ...filesOf(set), '--model', set.splinkModel, '--out', out],
    async () => (await readReport()).seconds_predicting,
  )
  const { threads } = await readReport()
  const side = set.queries === undefined ? ['--self'] : ['--queries', set.queries]
  const files = ['--links', resolve(out, 'links.csv'), '--truth', set.truth]
  const scored = await outputOf(python, [...script('score.py'), ...files, ...side])
  const { bands, ...score } = scoreSchema.parse(JSON.parse(scored))
  return {
    of: 'Splink 5',
    completeness: score.pairs_completeness,
    compared: score.pairs_scored,
    at99: score['at_.99'],
    bestF1: score.best.f1,
    withoutFalse: score.recall_without_false_positives,
    bands: bands && {
      automatic: bands.automatic_recall,
      wrong: bands.wrong_automatic,
      review: bands.review_share,
      missed: bands.missed_share,
    },
    threads,
    ...times,
  }
}
