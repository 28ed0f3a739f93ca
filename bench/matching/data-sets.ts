import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { InputError } from '../../cli/evaluate/input-error.ts'
import { writePopulation } from '../population/write-population.ts'

/** Files to link, the truth about them, and the Splink model that does best there. No queries: the file meets itself. */
export type DataSet = {
  readonly name: string
  readonly register: string
  readonly queries?: string
  readonly truth: string
  readonly splinkModel: 'febrl' | 'fake' | 'uk' | 'generated'
}

/** The files as both matchers' commands take them. */
export const filesOf = ({ register, queries }: DataSet): readonly string[] => [
  '--register',
  register,
  ...(queries === undefined ? ['--self'] : ['--queries', queries]),
]

const folderOfSets = resolve('..', 'shared', 'data', 'matching')
const shared = (name: string): string => resolve(folderOfSets, `${name}.csv`)

/** The columns of Splink's tutorial on FEBRL; the others are emptied. */
const tutorial = new Set(
  'record_id given_names family_name birth_year birth_month birth_day house_number postcode identifier'.split(
    ' ',
  ),
)

const withTutorialColumns = async (name: string, folder: string): Promise<string> => {
  const rows: Record<string, string>[] = parse(await readFile(shared(name)), { columns: true })
  const kept = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, tutorial.has(column) ? value : '']),
    ),
  )
  const path = resolve(folder, `${name}-tutorial.csv`)
  await writeFile(path, stringify(kept, { header: true }))
  return path
}

const generated = async (seed: number, folder: string): Promise<DataSet> => {
  const out = resolve(folder, `generated-${seed}`)
  await mkdir(out, { recursive: true })
  writePopulation(out, { people: 200_000, queries: 6_000, seed, unregistered: 0.3 }, () => {})
  const file = (name: string): string => resolve(out, `${name}.csv`)
  return {
    name: `generated, 200,000 people, seed ${seed}`,
    register: file('register'),
    queries: file('queries'),
    truth: file('truth'),
    splinkModel: 'generated',
  }
}

const allSets = async (folder: string): Promise<readonly DataSet[]> => [
  {
    name: 'febrl4, tutorial’s columns',
    register: await withTutorialColumns('febrl4_register', folder),
    queries: await withTutorialColumns('febrl4_queries', folder),
    truth: shared('febrl4_truth'),
    splinkModel: 'febrl',
  },
  {
    name: 'febrl3, tutorial’s columns',
    register: await withTutorialColumns('febrl3', folder),
    truth: shared('febrl3_truth'),
    splinkModel: 'febrl',
  },
  {
    name: 'fake_1000',
    register: shared('fake1000'),
    truth: shared('fake1000_truth'),
    splinkModel: 'fake',
  },
  {
    name: 'ons_dev',
    register: shared('ons_dev_register'),
    queries: shared('ons_dev_queries'),
    truth: shared('ons_dev_truth'),
    splinkModel: 'uk',
  },
  await generated(1, folder),
  await generated(2, folder),
  await generated(3, folder),
]

/** The development sets, and registers made here. @throws InputError when the development sets are not there */
export const dataSets = async (folder: string): Promise<readonly DataSet[]> => {
  if (existsSync(folderOfSets)) return allSets(folder)
  throw new InputError(`the development sets are not part of the project, nor in ${folderOfSets}`)
}
