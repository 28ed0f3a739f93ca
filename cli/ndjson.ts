// NDJSON as commands read it: line by line, and what is wrong with a line told without repeating it.
import type * as z from 'zod'
import { textLinesOf } from '../shared/files/text-lines.ts'

/** Where in a line the fault lies and what is expected there; never the value. */
export type Fault = { readonly pointer: string; readonly detail: string }

/** Each line that is not blank, under the number that an editor would show. */
export async function* numbered(
  input: AsyncIterable<string>,
): AsyncGenerator<{ readonly number: number; readonly line: string }> {
  let number = 0
  for await (const line of textLinesOf(input)) {
    number += 1
    if (line.trim() !== '')
      yield { number, line: number === 1 ? line.replace(/^\uFEFF/, '') : line }
  }
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A key that the sender made up is named only if it looks like a key; it might hold anything. */
const unknownKey = (path: readonly PropertyKey[], key: string): Fault => ({
  pointer: /^[A-Za-z]\w{0,39}$/.test(key) ? pointerTo([...path, key]) : pointerTo(path),
  detail: 'not a field that is known here',
})

export type Read<T> = { readonly value: T } | { readonly faults: readonly Fault[] }

/** A value as the schema reads it, or what is wrong with it. */
export const readValue = <T>(schema: z.ZodType<T>, value: unknown): Read<T> => {
  const read = schema.safeParse(value)
  if (read.success) return { value: read.data }
  const faults = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(issue.path, key))
      : [{ pointer: pointerTo(issue.path), detail: issue.message }],
  )
  return { faults }
}

/** {@link readValue} of a line of JSON. */
export const readLine = <T>(schema: z.ZodType<T>, line: string): Read<T> => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { faults: [{ pointer: '', detail: 'not JSON' }] } // the parser's message quotes the line
  }
  return readValue(schema, value)
}
