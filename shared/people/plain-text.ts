import * as z from 'zod'
import { visible } from '../kernel/visible.ts'

const bounded = (max: number, clean: (text: string) => string) =>
  z
    .string()
    .meta({ maxLength: max })
    .transform((text) => clean(visible(text)).trim())
    .pipe(z.string().min(1).max(max))

/** Visible text in one line, trimmed, at most `max` characters: a line break or tab within it becomes a space. */
export const plainText = (max: number) => bounded(max, (text) => text.replace(/[\n\t]+/g, ' '))

/** As {@link plainText}, with its line breaks (as LF) and tabs. */
export const plainLines = (max: number) => bounded(max, (text) => text)
