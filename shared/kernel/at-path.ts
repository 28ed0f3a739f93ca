import type { Path } from './left-out.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The value at a path; undefined where there is none. */
export const valueAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      isObject(value) && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    whole,
  )

/** The same with another value at the path; what the path does not lead to is not made. */
export const replacedAt = (whole: unknown, path: Path, value: unknown): unknown => {
  const [part, ...rest] = path
  if (part === undefined) return value
  if (!isObject(whole) || !Object.hasOwn(whole, part)) return whole
  const inner = replacedAt(Reflect.get(whole, part), rest, value)
  if (Array.isArray(whole)) return whole.with(Number(part), inner)
  return Object.fromEntries(
    Object.entries(whole).map(([name, old]) => [name, name === String(part) ? inner : old]),
  )
}

/** A path as a JSON pointer (RFC 6901). */
export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Whether one of two paths leads through the other's end. */
export const isWithin = (one: Path, other: Path): boolean =>
  one.every((part, at) => at >= other.length || String(part) === String(other[at]))
