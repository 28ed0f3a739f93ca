import { countyOf } from '../agencies/districts.ts'

/**
 * Columns of the National Statistics Postcode Lookup that are read. Codes of areas have the year of the area in their name
 * (`lad26cd` of August 2026, `lad25cd` of 2025), and had none before August 2025 (`laua`, `cty`).
 * @see ONS, NSPL User Guide; Open Government Licence v3.0
 */
const columns = {
  postcode: /^pcds$/,
  since: /^dointr$/,
  county: /^cty(?:\d\dcd)?$/,
  district: /^(?:lad\d\dcd|laua)$/,
} as const
type Column = keyof typeof columns

type NsplColumns = Readonly<Record<Column, number>>

/** Which cell holds what; undefined for a header that is not of this file. */
export const nsplColumns = (header: readonly string[]): NsplColumns | undefined => {
  const names = header.map((name) => name.trim().toLowerCase())
  const places = Object.entries(columns).map(
    ([column, pattern]) => [column, names.findIndex((name) => pattern.test(name))] as const,
  )
  return places.some(([, at]) => at < 0) ? undefined : (Object.fromEntries(places) as NsplColumns)
}

/** A postcode with the authority that answers for children there, and the month since which it is used. */
export type NsplRow = {
  readonly postcode: string
  readonly authority: string
  readonly since: string
}

// E10 county, E06 unitary, E08 metropolitan, E09 London; Wales, Scotland, Northern Ireland. The Isles and what has no place have pseudo codes.
const answers = /^(?:E(?:06|08|09|10)|W06|S12|N09)\d{6}$/
const monthOf = (yearMonth: string): string =>
  /^\d{6}$/.test(yearMonth) ? `${yearMonth.slice(0, 4)}-${yearMonth.slice(4)}` : ''

/** What a row says: the county where there is one, else the district. A postcode that is no longer used is kept, for addresses of before. */
export const nsplRow = (
  { postcode, since, county, district }: NsplColumns,
  cells: readonly string[],
): NsplRow | undefined => {
  const lad = cells[district]?.trim() ?? ''
  const cty = cells[county]?.trim() ?? ''
  const authority = [cty, countyOf(lad) ?? '', lad].find(
    (code) => answers.test(code) && (code !== cty || code.startsWith('E10')),
  )
  if (authority === undefined) return undefined
  return { postcode: cells[postcode]?.trim() ?? '', authority, since: monthOf(cells[since] ?? '') }
}
