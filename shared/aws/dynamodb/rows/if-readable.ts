import * as z from 'zod'

/** What is read of a row; undefined where it is one that no release can have written, so that it hides no other. */
export const ifReadable = <Read>(read: () => Read): Read | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof z.ZodError) return undefined
    throw error
  }
}
