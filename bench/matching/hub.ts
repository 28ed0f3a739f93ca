import { resolve } from 'node:path'
import * as z from 'zod'
import type { Result } from '../document/matching-result.ts'
import { type DataSet, filesOf } from './data-sets.ts'
import { fastestRun, readJson } from './fastest-run.ts'

const quality = z.object({ precision: z.number(), recall: z.number(), f1: z.number() })
const reportSchema = z.object({
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

/** Links a set with the hub's own command. `queries` is how many it was asked. */
export const runHub = async (
  set: DataSet,
  out: string,
): Promise<Result & { readonly queries: number }> => {
  const readReport = async () => reportSchema.parse(await readJson(resolve(out, 'report.json')))
  const node = [process.execPath, '--max-old-space-size=4096'] as const
  const times = await fastestRun(
    [...node, 'cli/hub.ts', 'evaluate', ...filesOf(set), '--truth', set.truth, '--out', out],
    async () => {
      const { queries, millisecondsPerQuery } = await readReport()
      return (queries * millisecondsPerQuery.average) / 1000
    },
  )
  const { pairs, bands, ...report } = await readReport()
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
    ...times,
    queries: report.queries,
  }
}
