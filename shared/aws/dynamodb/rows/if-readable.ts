import * as z from 'zod'
import type { Row } from '../store.ts'

/** What is read of a row; undefined where it is one that no release can have written, so that it hides no other. */
export const ifReadable = <Read>(read: () => Read): Read | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof z.ZodError) return undefined
    throw error
  }
}

/** What is read of each of these rows; `onUnreadable` is told of one that cannot be read, which hides no other. */
export const readableAmong = <Read>(
  rows: readonly Row[],
  read: (row: Row) => Read,
  onUnreadable: (error: unknown) => void,
): readonly Read[] =>
  rows.flatMap((row) => {
    try {
      return [read(row)]
    } catch (error) {
      onUnreadable(error)
      return []
    }
  })
