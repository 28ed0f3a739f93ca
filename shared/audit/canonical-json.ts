import { HubError } from '../kernel/hub-error.ts'

/**
 * One text for one value, whoever writes it: members sorted by UTF-16 code units, no spaces, strings and numbers as
 * ECMAScript writes them. Members that are undefined are left out. What JSON cannot say exactly (a date, a set, a lone
 * surrogate) is refused, for its hash would not commit to it.
 * @see RFC 8785 §3.2
 * @throws HubError internal
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) return canonicalObject(value)
  if (isExact(value)) return JSON.stringify(value)
  throw new HubError('internal', `no canonical JSON of a ${typeof value}`)
}

const canonicalObject = (value: object): string => {
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new HubError('internal', 'no canonical JSON of an object that is not plain')
  // The order of a sort without a function is by UTF-16 code units.
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member: unknown = Reflect.get(value, name)
      return member === undefined ? [] : [`${canonicalJson(name)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}

const isExact = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.isWellFormed())
