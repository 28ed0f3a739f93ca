import type { Row } from './population-types.ts'

/** The one format of people, in the order of the files. */
export const columns = [
  'record_id',
  'given_names',
  'family_name',
  'sex',
  'birth_year',
  'birth_month',
  'birth_day',
  'house_number',
  'street',
  'town',
  'postcode',
  'phone',
  'email',
  'identifier',
] as const satisfies readonly (keyof Row)[]

export const cellsOf = (row: Row): readonly string[] => columns.map((column) => row[column])
