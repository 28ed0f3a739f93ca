import type * as z from 'zod'
import { isLeftOut } from '../../shared/kernel/left-out.ts'

/** What stands at a place of a line. `leaveOut` is told of each value that cannot be read, by its place and never by itself. */
export type Place = {
  readonly value: unknown
  readonly pointer: string
  readonly leaveOut: (pointer: string) => void
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isObjectAt = ({ value }: Place): boolean => isObject(value)

/** A field of the object that stands there. */
export const fieldOf = ({ value, pointer, leaveOut }: Place, field: string): Place => ({
  value: isObject(value) ? value[field] : undefined,
  pointer: `${pointer}/${field}`,
  leaveOut,
})

/** What a list there holds; a value that is no list is read as the only one of it. */
export const itemsOf = (place: Place): readonly Place[] => {
  const { value, pointer, leaveOut } = place
  if (isLeftOut(value)) return []
  if (!Array.isArray(value)) return [place]
  return value.map((item: unknown, at) => ({ value: item, pointer: `${pointer}/${at}`, leaveOut }))
}

/** A value as the API's own schema takes it, once `tidied`; undefined, and left out, where the schema refuses it. */
export const readAt = <T>(
  place: Place,
  schema: z.ZodType<T>,
  tidied: (text: string) => string = (text) => text,
): T | undefined => {
  const { value, pointer, leaveOut } = place
  if (isLeftOut(value)) return undefined
  const text = typeof value === 'number' ? String(value) : value
  const read = schema.safeParse(typeof text === 'string' ? tidied(text.trim()) : text)
  if (read.success) return read.data
  leaveOut(pointer)
  return undefined
}
