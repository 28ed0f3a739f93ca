import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import {
  featuresOf,
  type PersonFacts,
  type PersonFeatures,
} from '../../shared/matching/normalise/person-features.ts'
import type { columns } from './columns.ts'

type Row = Partial<Readonly<Record<(typeof columns)[number], string>>>

export type PersonRecord = {
  readonly id: string
  readonly sex: string
  readonly birthYear: number | undefined
  readonly features: PersonFeatures
}

/** What is wrong with a file or an option, in one sentence that holds no value from it. */
export class InputError extends Error {}

const digits = (text: string | undefined, length: number): string =>
  /^\d+$/.test(text ?? '') ? (text ?? '').padStart(length, '0').slice(-length) : 'X'.repeat(length)

const sexOf = (text: string | undefined): 'M' | 'F' | 'U' => {
  const letter = (text ?? '').trim().charAt(0).toUpperCase()
  return letter === 'M' || letter === 'F' ? letter : 'U'
}

const listOf = (text: string | undefined): string[] => (text ? [text] : [])

/** A row as matching takes a person. Dates keep what is known of them (ISO 8601-2, unspecified digits). */
export const factsOf = (row: Row): PersonFacts => ({
  names: [
    {
      ...(row.given_names && { given: row.given_names }),
      ...(row.family_name && { family: row.family_name }),
    },
  ],
  dateOfBirth: `${digits(row.birth_year, 4)}-${digits(row.birth_month, 2)}-${digits(row.birth_day, 2)}`,
  sex: sexOf(row.sex),
  addresses: [
    {
      ...(row.house_number && { houseNumber: row.house_number }),
      ...(row.street && { street: row.street }),
      ...(row.town && { town: row.town }),
      ...(row.postcode && { postcode: row.postcode }),
    },
  ],
  nhsNumbers: [],
  otherIdentifiers: listOf(row.identifier?.replace(/\s/g, '')),
  phones: listOf(row.phone),
  emails: listOf(row.email),
})

const rowsOf = (path: string): AsyncIterable<Row> => {
  const rows = parse({ columns: true, bom: true, relax_column_count: true, trim: true })
  createReadStream(path)
    .on('error', (error) => rows.destroy(error))
    .pipe(rows)
  return rows
}

/** Every person of a file, in its order. @throws InputError when the file cannot be read or has no ids */
export const readPeople = async (path: string): Promise<readonly PersonRecord[]> => {
  const people: PersonRecord[] = []
  const seen = new Set<string>()
  try {
    for await (const row of rowsOf(path)) {
      const id = row.record_id ?? ''
      if (id === '') throw new InputError(`${path}: row ${people.length + 1} has no record_id`)
      if (seen.has(id))
        throw new InputError(`${path}: row ${people.length + 1} repeats a record_id`)
      seen.add(id)
      const features = featuresOf(factsOf(row))
      people.push({ id, sex: sexOf(row.sex), birthYear: features.dateOfBirth?.year, features })
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${path}: cannot be read as CSV`, { cause: error })
  }
  return people
}

/** Pairs of a file with two columns, as they stand. */
export const readPairs = async (
  path: string,
  [left, right]: readonly [string, string],
): Promise<readonly (readonly [string, string])[]> => {
  const pairs: (readonly [string, string])[] = []
  try {
    for await (const row of rowsOf(path) as AsyncIterable<Readonly<Record<string, string>>>)
      pairs.push([row[left] ?? '', row[right] ?? ''])
  } catch (error) {
    throw new InputError(`${path}: cannot be read as CSV`, { cause: error })
  }
  if (pairs.some(([a, b]) => a === '' || b === ''))
    throw new InputError(`${path}: needs the columns ${left} and ${right}`)
  return pairs
}
