// Links two files of people, or one to itself, with the hub's own matcher, and reports how well.
import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import { InputError } from './evaluate/input-error.ts'
import { type Files, link } from './evaluate/link.ts'
import type { Linked } from './evaluate/links.ts'
import { readModel } from './evaluate/read-model.ts'
import { readPairs, readPeople } from './evaluate/read-people.ts'
import { bandReport, costReport, qualityReport, type Truth } from './evaluate/report.ts'
import { runCommand } from './evaluate/run-command.ts'
import { strataReport } from './evaluate/strata.ts'
import { truthOf } from './evaluate/truth.ts'

const usage =
  'usage: npm run evaluate -- --register R.csv (--queries Q.csv | --self) --out DIR [--truth T.csv] [--strata S.csv] [--model M.json] [--seed N]'

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        register: { type: 'string' },
        queries: { type: 'string' },
        truth: { type: 'string' },
        strata: { type: 'string' },
        model: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        self: { type: 'boolean', default: false },
      },
    })
    const { register, out, self, queries } = values
    if (register === undefined || out === undefined || self === (queries !== undefined))
      throw new InputError(usage)
    if (!/^\d{1,9}$/.test(values.seed)) throw new InputError('--seed takes a whole number')
    return { ...values, register, out }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(usage, { cause: error })
  }
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
  options: { readonly truth?: string; readonly strata?: string },
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

const main = async (): Promise<void> => {
  const options = readOptions()
  const register = await readPeople(options.register)
  const queries = options.queries === undefined ? register : await readPeople(options.queries)
  if (register.length === 0 || queries.length === 0) throw new InputError('a file holds nobody')
  const model = options.model === undefined ? undefined : await readModel(options.model)
  const inputs: Files = { register, queries }
  const { linked, model: used } = link(inputs, { model, seed: Number(options.seed) })
  const report = await reportOf(linked, inputs, options)
  await mkdir(options.out, { recursive: true })
  await writeFile(resolve(options.out, 'links.csv'), linksCsv(linked, inputs))
  await writeFile(resolve(options.out, 'model.json'), `${JSON.stringify(used, undefined, 2)}\n`)
  await writeFile(resolve(options.out, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`)
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
}

await runCommand(main)
