import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cellsOf } from '../../../bench/population/cells.ts'
import { openCsv } from '../../../bench/population/csv.ts'
import { notificationsOf } from '../../../bench/population/notifications.ts'
import { writePopulation } from '../../../bench/population/write-population.ts'
import { columns } from '../../../cli/evaluate/columns.ts'
import type { Files } from '../../../cli/evaluate/link.ts'
import { readPairs, readPeople } from '../../../cli/evaluate/read-people.ts'
import type { Truth } from '../../../cli/evaluate/report.ts'
import { truthOf } from '../../../cli/evaluate/truth.ts'

export type Generated = { readonly files: Files; readonly truth: Truth }

const seed = 1

/** A register of whole households, and notifications about it of which three in ten are about nobody registered. */
export const registerAndNotifications = async (folder: string): Promise<Generated> => {
  const out = join(folder, 'households')
  await mkdir(out)
  writePopulation(out, { people: 6_000, queries: 3_000, seed, unregistered: 0.3 }, () => {})
  const files = {
    register: await readPeople(join(out, 'register.csv')),
    queries: await readPeople(join(out, 'queries.csv')),
  }
  const pairs = await readPairs(join(out, 'truth.csv'), ['left_id', 'right_id'])
  return { files, truth: truthOf(pairs, files) }
}

const unknown = { house_number: '', street: '', postcode: '', phone: '', identifier: '', sex: '' }

/** A file to be linked to itself: two or three records of each person, with name, birth, town and e-mail at most. */
export const thinRecords = async (folder: string): Promise<Generated> => {
  const path = join(folder, 'thin.csv')
  const told = [...notificationsOf({ people: 400, queries: 1_000, seed, unregistered: 0 })]
  const csv = openCsv(path, columns)
  for (const { row } of told) csv.write(cellsOf({ ...row, ...unknown }))
  csv.close()
  const register = await readPeople(path)
  const files = { register, queries: register }
  const pairs = [...Map.groupBy(told, ({ registeredId }) => registeredId).values()]
    .map((records) => records.map(({ row }) => row.record_id))
    .flatMap((ids) =>
      ids.flatMap((id, at) => ids.slice(at + 1).map((other) => [id, other] as const)),
    )
  return { files, truth: truthOf(pairs, files) }
}
