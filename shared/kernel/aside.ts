import { eachField } from './each-field.ts'

/**
 * Under this key an object carries what a newer release wrote into it and this one does not know. A copy by spreading
 * carries it on; JSON, a schema and `structuredClone` leave it behind. So it is stored again with the object and is never
 * told to anybody.
 */
const aside = Symbol('aside')

/** A field of which not everything is known: what is read in its place, what stood there, and of a list what is left out. */
export type UnknownCode = {
  readonly read: unknown
  readonly stood: unknown
  readonly leftOut: readonly unknown[]
}

type Fields = Readonly<Record<string, unknown>>

export type SetAside = {
  /** Fields of the object that this release does not know. */
  readonly fields: Fields
  /** Known fields that hold a code which is in no list of this release. */
  readonly codes: Readonly<Record<string, UnknownCode>>
}

/** `row`: of an object that is what a row is about, what was set aside of the row itself. */
export type Aside = SetAside & { readonly row: SetAside }

const nothing: SetAside = { fields: {}, codes: {} }
const none: Aside = { ...nothing, row: nothing }

const isNothing = ({ fields, codes }: SetAside): boolean =>
  Object.keys(fields).length + Object.keys(codes).length === 0

const isCarrying = (value: object): value is object & { readonly [aside]: Aside } => aside in value

export const asideOf = (value: object): Aside => (isCarrying(value) ? value[aside] : none)

/** The object with this beside what it carries. */
export const settingAside = <Value extends object>(value: Value, part: Partial<Aside>): Value => {
  const all = { ...asideOf(value), ...part }
  return isNothing(all) && isNothing(all.row) ? value : { ...value, [aside]: all }
}

/** Bytes and the like are values, not objects with fields. */
const isObject = (value: unknown): value is Fields => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** A code that nobody has replaced since it was read is stored as it stood. */
const codeBack = (now: unknown, { read, stood, leftOut }: UnknownCode): unknown => {
  if (isSame(now, read)) return stood
  return Array.isArray(now) ? [...now.map(asStored), ...leftOut] : asStored(now)
}

const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare)
  if (!isObject(value)) return value
  return eachField(value, bare)
}

/** A copy that carries nothing, at any depth: for what must not outlive the words that it may hold. */
export const withoutAside = <Value>(value: Value): Value => bare(value) as Value

/** The value as it is to be stored: at every depth, whatever was set aside stands in its place again. */
export const asStored = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asStored)
  if (!isObject(value)) return value
  const known = eachField(value, asStored)
  const beside = asideOf(value)
  if (beside === none) return known
  const { fields, codes } = beside
  const back = Object.entries(codes).map(([name, code]) => [name, codeBack(value[name], code)])
  return { ...fields, ...known, ...Object.fromEntries(back) }
}

/** An object made anew from another, with what that one carried: at every depth to which both have objects of one name. */
export const carryingOn = <Value extends object>(
  before: object | undefined,
  made: Value,
): Value => {
  if (before === undefined) return made
  const parts = Object.entries(made).map(([name, part]): [string, unknown] => {
    const was: unknown = Reflect.get(before, name)
    return [name, isObject(part) && isObject(was) ? carryingOn(was, part) : part]
  })
  return settingAside({ ...made, ...Object.fromEntries(parts) }, asideOf(before))
}
