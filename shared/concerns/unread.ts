import * as z from 'zod'
import { pointerOf } from '../kernel/at-path.ts'
import { type Path, withoutBlanks } from '../kernel/left-out.ts'
import { visible } from '../kernel/visible.ts'

/** A part of a grave concern that could not be understood, as it was written; `pointer` (RFC 6901) says where it stood. */
export const unreadSchema = z.strictObject({ pointer: z.string(), written: z.string() })
export type Unread = z.infer<typeof unreadSchema>

/** The most that is kept of one part, in characters, and the most parts: a row has room for no more. */
export const mostWritten = 4000
export const mostUnread = 100
const longestPointer = 300

/** The first characters of a text, never half a pair. */
export const firstOf = (text: string, most: number): string => text.slice(0, most).toWellFormed()

const cut = (text: string): string =>
  text.length <= mostWritten
    ? text
    : `${firstOf(text, mostWritten)} … (the first ${mostWritten} of ${text.length} characters)`

/** Text as it was written but for what shows nothing; anything else as JSON without its blanks. */
export const unreadAt = (path: Path, value: unknown): Unread => ({
  pointer: firstOf(visible(pointerOf(path)), longestPointer),
  written: cut(
    visible(typeof value === 'string' ? value : JSON.stringify(withoutBlanks(value).value)),
  ),
})

/** No more parts than a row has room for: what goes beyond stands together in the last. */
export const boundedUnread = (unread: readonly Unread[]): readonly Unread[] => {
  if (unread.length <= mostUnread) return unread
  const rest = unread.slice(mostUnread - 1)
  return [
    ...unread.slice(0, mostUnread - 1),
    unreadAt([], rest.map(({ pointer, written }) => `${pointer}: ${written}`).join('\n')),
  ]
}
