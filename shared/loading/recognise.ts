import { children, relationships } from './tables/csv.ts'
import { ssdTables } from './tables/ssd.ts'
import { isOfForm, type TableForm } from './tables/table.ts'
import { folded } from './values.ts'

/** Every form of tables, the narrowest first. */
export const tableForms: readonly TableForm[] = [...ssdTables, relationships, children]

export type Recognised =
  | { readonly kind: 'table'; readonly form: TableForm }
  /** What is there and cannot make a register, and why. */
  | {
      readonly kind: 'refused'
      readonly code: 'WITHOUT_NAMES' | 'XML'
      readonly what: string
      readonly why: string
    }
  | { readonly kind: 'unknown' }

const withoutNames =
  'it holds no names, NHS numbers, addresses or parents, so that no concern could find a child by it; export the SSD tables or children.csv with relationships.csv instead'

const statutory = [
  {
    what: 'Children in Need census',
    marks: ['lachildid', 'personbirthdate'],
  },
  {
    what: 'SSDA903 return of children looked after',
    marks: ['child', 'decom', 'rne'],
  },
  {
    what: 'SSDA903 return of children looked after',
    marks: ['child', 'dob', 'ethnic'],
  },
  { what: 'Annex A list for inspection', marks: ['childuniqueid'] },
] as const

/** What a table is, by its header. */
export const recogniseTable = (header: readonly string[]): Recognised => {
  const form = tableForms.find((one) => isOfForm(one, header))
  if (form !== undefined) return { kind: 'table', form }
  const names = new Set(header.map(folded))
  const found = statutory.find(({ marks }) => marks.every((mark) => names.has(mark)))
  return found === undefined
    ? { kind: 'unknown' }
    : { kind: 'refused', code: 'WITHOUT_NAMES', what: found.what, why: withoutNames }
}

/** What a file of XML is, by how it begins. */
export const recogniseXml = (start: string): Recognised => {
  const root = /<(?!\?|!)(?:[\w-]{1,40}:)?([\w-]{1,80})/.exec(start)?.[1]
  if (root === undefined) return { kind: 'unknown' }
  const isCensus = root === 'Message' && /<Collection>\s*CIN/i.test(start)
  const isReturn = /<Collection>\s*(CLA|SSDA903)/i.test(start) || /ssda?903/i.test(root)
  const without = { kind: 'refused', code: 'WITHOUT_NAMES', why: withoutNames } as const
  if (isCensus) return { ...without, what: 'Children in Need census (XML)' }
  if (isReturn) return { ...without, what: 'SSDA903 return (XML)' }
  return {
    kind: 'refused',
    code: 'XML',
    what: `XML (<${root}>)`,
    why: 'no form of XML is loaded',
  }
}
