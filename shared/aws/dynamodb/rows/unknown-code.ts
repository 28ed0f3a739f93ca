import { asStored, settingAside, type UnknownCode } from '../../../kernel/aside.ts'
import { leftOut, type StandIn } from './stand-in.ts'

const here = Symbol('unknown to this release')

/** What is read in its place, as {@link StandIn} says of a code. */
type Reading = Readonly<Record<keyof Pick<StandIn, 'alone' | 'among'>, unknown>>
/** Something that stood in a row and is not known here, on its way to the object that it is a part of. */
type Unknown = { readonly [here]: Reading; readonly stood: unknown }

export const leavingOut: Reading = { alone: leftOut, among: leftOut }

export const unknownHere = (stood: unknown, { alone, among }: Reading): Unknown => ({
  [here]: { alone, among },
  stood,
})

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && here in value

/** Whether all that was read of a field is known: that of most is. */
export const isKnown = (found: unknown): boolean =>
  Array.isArray(found) ? !found.some(isUnknown) : !isUnknown(found)

type Fields = Readonly<Record<string, unknown>>

const stoodOf = (value: unknown): unknown => (isUnknown(value) ? value.stood : asStored(value))

/** The list with what stands in for its unknown codes, each once; undefined where it has none. */
const listCode = (list: readonly unknown[]): UnknownCode | undefined => {
  const unknown = list.filter(isUnknown)
  if (unknown.length === 0) return undefined
  const instead = unknown.map((one) => one[here].among).filter((one) => one !== leftOut)
  return {
    read: [...new Set([...list.filter((one) => !isUnknown(one)), ...instead])],
    stood: list.map(stoodOf),
    leftOut: unknown.map(({ stood }) => stood),
  }
}

/** What a field holds where it cannot hold what stood there; undefined where it has to. */
export type Missing = (name: string) => { readonly value: unknown } | undefined

const fieldCode = (found: Unknown, missing: ReturnType<Missing>): UnknownCode | undefined => {
  const { alone } = found[here]
  if (alone !== leftOut) return { read: alone, stood: found.stood, leftOut: [] }
  return missing === undefined
    ? undefined
    : { read: missing.value, stood: found.stood, leftOut: [] }
}

/** Of a field in which all is known, none; `unreadable` where it has to hold what is not known. */
const codeOf = (found: unknown, missing: () => ReturnType<Missing>) => {
  if (isUnknown(found)) return fieldCode(found, missing()) ?? 'unreadable'
  return Array.isArray(found) ? listCode(found) : undefined
}

/**
 * An object whose parts have been read: what is not known here is set aside, and what stands in for it takes its place. An
 * object that cannot be without what is not known is itself not known.
 */
export const settled = (known: Fields, fields: Fields, missing: Missing): object => {
  const codes: Record<string, UnknownCode> = {}
  for (const [name, found] of Object.entries(known)) {
    const code = codeOf(found, () => missing(name))
    if (code === 'unreadable') return unknownHere(stoodWhole(known, fields), leavingOut)
    if (code !== undefined) codes[name] = code
  }
  return withAside(known, fields, codes)
}

const stoodWhole = (known: Fields, fields: Fields): Fields => ({
  ...fields,
  ...Object.fromEntries(
    Object.entries(known).map(([name, found]) => [
      name,
      Array.isArray(found) ? found.map(stoodOf) : stoodOf(found),
    ]),
  ),
})

const withAside = (known: Fields, fields: Fields, codes: Record<string, UnknownCode>): object => {
  const read = Object.entries(known).map(([name, found]) => {
    const code = codes[name]
    return [name, code === undefined ? found : code.read] as const
  })
  const present = read.filter(([, value]) => value !== undefined)
  return settingAside(Object.fromEntries(present), { fields, codes })
}
