import { isBlank } from './visible.ts'

/** Where a value stands in what was sent. */
export type Path = readonly PropertyKey[]

/** What was sent without its blanks, and where each part of it stood before: the place of an item in a list may differ. */
export type Filled = { readonly value: unknown; readonly originOf: (path: Path) => Path }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether a value is as if it had not been sent. */
export const isLeftOut = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && isBlank(value))

type Places = WeakMap<readonly unknown[], readonly number[]>

const filledList = (list: readonly unknown[], places: Places): readonly unknown[] => {
  const kept = list.flatMap((item, at) => (isLeftOut(item) ? [] : [at]))
  const filled = kept.map((at) => filledValue(list[at], places))
  places.set(filled, kept)
  return filled
}

/** An object of which nothing is left once its blanks are gone is a blank itself; one sent empty is not. */
const isHollow = (before: unknown, after: unknown): boolean =>
  isObject(before) &&
  isObject(after) &&
  !Array.isArray(after) &&
  Object.keys(before).length > 0 &&
  Object.keys(after).length === 0

const filledValue = (value: unknown, places: Places): unknown => {
  if (Array.isArray(value)) return filledList(value, places)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => !isLeftOut(part))
      .map(([name, part]): [string, unknown, unknown] => [name, part, filledValue(part, places)])
      .filter(([, before, after]) => !isHollow(before, after))
      .map(([name, , after]) => [name, after]),
  )
}

const originIn = (whole: unknown, places: Places, path: Path): Path => {
  const origin: PropertyKey[] = []
  let value = whole
  for (const part of path) {
    const sentAt = Array.isArray(value) ? places.get(value)?.[Number(part)] : undefined
    origin.push(sentAt ?? part)
    value = isObject(value) ? Reflect.get(value, part) : undefined
  }
  return origin
}

/**
 * What was sent, with empty texts, nulls and objects of nothing else left out at every depth: a form sends them for what
 * nobody filled in. An empty list stays.
 */
export const withoutBlanks = (sent: unknown): Filled => {
  const places: Places = new WeakMap()
  const value = filledValue(sent, places)
  return { value, originOf: (path) => originIn(value, places, path) }
}
