import process from 'node:process'
import {
  featuresOf,
  type PersonFacts,
  type PersonFeatures,
} from '../../shared/matching/normalise/person-features.ts'
import { columns } from './columns.ts'
import { rowsOf } from './csv-rows.ts'
import { InputError } from './input-error.ts'
import { type Row, tidyRow } from './tidy-row.ts'

export type PersonRecord = {
  readonly id: string
  readonly sex: string
  readonly birthYear: number | undefined
  readonly features: PersonFeatures
}

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

const peopleLayout = { known: columns, required: ['record_id'] } as const

/** Tells on standard error how many cells of which columns count as missing since they cannot be read. */
const tellUnreadable = (path: string, counts: ReadonlyMap<string, number>): void => {
  for (const [column, count] of counts)
    process.stderr.write(
      `${path}: ${column} cannot be read in ${count} ${count === 1 ? 'row' : 'rows'} and is missing there\n`,
    )
}

/** Every person of a file, in its order. @throws InputError when the file cannot be read or has no ids */
export const readPeople = async (path: string): Promise<readonly PersonRecord[]> => {
  const people: PersonRecord[] = []
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  for await (const cells of rowsOf(path, peopleLayout)) {
    const { row, unreadable } = tidyRow(cells)
    const id = row.record_id ?? ''
    if (id === '') throw new InputError(`${path}: row ${people.length + 1} has no record_id`)
    if (seen.has(id)) throw new InputError(`${path}: row ${people.length + 1} repeats a record_id`)
    seen.add(id)
    for (const column of unreadable) counts.set(column, (counts.get(column) ?? 0) + 1)
    const features = featuresOf(factsOf(row))
    people.push({ id, sex: sexOf(row.sex), birthYear: features.dateOfBirth?.year, features })
  }
  tellUnreadable(path, counts)
  return people
}

/** Pairs of a file with two columns, as they stand. */
export const readPairs = async (
  path: string,
  [left, right]: readonly [string, string],
): Promise<readonly (readonly [string, string])[]> => {
  const pairs: (readonly [string, string])[] = []
  for await (const row of rowsOf(path, { known: [left, right], required: [left, right] }))
    pairs.push([row[left] ?? '', row[right] ?? ''])
  const at = pairs.findIndex(([a, b]) => a === '' || b === '')
  if (at >= 0) throw new InputError(`${path}: row ${at + 1} lacks ${left} or ${right}`)
  return pairs
}
