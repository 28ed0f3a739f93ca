import { InputError } from './input-error.ts'

/** Columns that a file may have, and those that it must have. */
export type Layout<Column extends string> = {
  readonly known: readonly Column[]
  readonly required: readonly Column[]
}

const unnamed = 'unnamed-'

const otherSeparators = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
] as const

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

const missingFrom = (names: readonly string[], required: readonly string[]): string | undefined => {
  const [missing] = required.filter((name) => !names.includes(name))
  if (missing === undefined) return undefined
  const [, separator] =
    otherSeparators.find(([sign]) => names.some((name) => name.includes(sign))) ?? []
  return separator === undefined
    ? `has no column ${missing}`
    : `is separated by ${separator}: save it with commas`
}

/** What is wrong with a header. Its names are told once it is one: a file without a header begins with somebody's data. */
const faultOf = (
  names: readonly string[],
  { known, required }: Layout<string>,
): string | undefined => {
  const missing = missingFrom(names, required)
  if (missing !== undefined) return missing
  const given = names.filter((name) => name !== '')
  const repeated = given.filter((name, at) => given.indexOf(name) < at)
  if (repeated.length > 0) return `has more than one column ${listed([...new Set(repeated)])}`
  const strange = given.filter((name) => !known.includes(name))
  if (strange.length === 0) return undefined
  return `has columns that are not known: ${listed(strange)}; known are ${known.join(', ')}`
}

/** The names of a header's columns; one without a name is told by its place. @throws InputError when they are not the layout's */
export const readHeader = <Column extends string>(
  path: string,
  cells: readonly string[],
  layout: Layout<Column>,
): string[] => {
  const names = cells.map((cell) => cell.trim())
  const fault = faultOf(names, layout)
  if (fault !== undefined) throw new InputError(`${path}: ${fault}`)
  return names.map((name, at) => (name === '' ? `${unnamed}${at + 1}` : name))
}

/**
 * A column without a name that holds something. The first may: there pandas writes the numbers of its rows.
 */
export const unnamedColumnIn = (row: Readonly<Record<string, string>>): string | undefined => {
  const [name] =
    Object.entries(row).find(
      ([column, value]) =>
        column.startsWith(unnamed) &&
        value !== '' &&
        !(column === `${unnamed}1` && /^\d+$/.test(value)),
    ) ?? []
  return name?.slice(unnamed.length)
}
