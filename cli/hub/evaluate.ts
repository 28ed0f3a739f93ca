import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { InputError } from '../evaluate/input-error.ts'
import { type Files, link } from '../evaluate/link.ts'
import type { Linked } from '../evaluate/links.ts'
import { readModel } from '../evaluate/read-model.ts'
import { readPairs, readPeople } from '../evaluate/read-people.ts'
import { bandReport, costReport, qualityReport, type Truth } from '../evaluate/report.ts'
import { strataReport } from '../evaluate/strata.ts'
import { truthOf } from '../evaluate/truth.ts'
import { numberBetween } from './common-options.ts'

type Options = {
  readonly register: string
  readonly queries?: string
  readonly self?: boolean
  readonly out: string
  readonly truth?: string
  readonly strata?: string
  readonly model?: string
  readonly seed: number
}

const linksCsv = ({ links }: Linked, { register, queries }: Files): string =>
  stringify(
    links.map(({ query, candidate, weight, posterior, band }) => ({
      query_id: queries[query]?.id,
      register_id: register[candidate]?.id,
      weight,
      posterior,
      band,
    })),
    { header: true, columns: ['query_id', 'register_id', 'weight', 'posterior', 'band'] },
  )

const reportOf = async (
  linked: Linked,
  inputs: Files,
  options: Pick<Options, 'truth' | 'strata'>,
) => {
  const { register, queries } = inputs
  const isSelf = register === queries
  const base = { register: register.length, queries: queries.length, ...costReport(linked.cost) }
  if (options.truth === undefined) return base
  const truth: Truth = truthOf(await readPairs(options.truth, ['left_id', 'right_id']), inputs)
  const quality = { ...base, ...qualityReport(linked, truth) }
  if (isSelf) return quality
  const nameOrigins = new Map(
    options.strata === undefined
      ? []
      : await readPairs(options.strata, ['record_id', 'name_origin']),
  )
  const thisYear = new Date().getFullYear()
  return {
    ...quality,
    bands: bandReport(linked.links, [...queries.keys()], truth),
    strata: strataReport({
      ...inputs,
      links: linked.links,
      truth,
      nameOrigins,
      thisYear,
    }),
  }
}

const evaluate = async (options: Options): Promise<void> => {
  if ((options.self === true) === (options.queries !== undefined))
    throw new InputError('give one of --queries FILE and --self')
  const register = await readPeople(options.register)
  const queries = options.queries === undefined ? register : await readPeople(options.queries)
  if (register.length === 0 || queries.length === 0) throw new InputError('a file holds nobody')
  const model = options.model === undefined ? undefined : await readModel(options.model)
  const inputs: Files = { register, queries }
  const { linked, model: used } = link(inputs, { model, seed: options.seed })
  const report = await reportOf(linked, inputs, options)
  await mkdir(options.out, { recursive: true })
  await writeFile(resolve(options.out, 'links.csv'), linksCsv(linked, inputs))
  await writeFile(resolve(options.out, 'model.json'), `${JSON.stringify(used, undefined, 2)}\n`)
  await writeFile(resolve(options.out, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`)
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
}

/** `hub evaluate`: the hub's own matcher on files; its report is JSON. */
export const addEvaluate = (hub: Command): void => {
  hub
    .command('evaluate')
    .requiredOption('--register <file>', 'people, CSV')
    .option('--queries <file>', 'people who are looked for among them, CSV')
    .option('--self', 'look for those of the register among themselves')
    .requiredOption('--out <folder>', 'where links.csv, model.json and report.json are written')
    .option('--truth <file>', 'pairs that are one person, CSV: then the report says how well')
    .option('--strata <file>', 'origins of names of those looked for, CSV')
    .option('--model <file>', 'the model; left out: one is estimated from the files')
    .option('--seed <n>', 'of the estimate', numberBetween(0, 999_999_999), 1)
    .action(evaluate)
}
