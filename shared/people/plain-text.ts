import * as z from 'zod'

// Control characters, lone surrogates, bidirectional overrides and zero-width characters: they forge log lines, hide
// text from a reader, or do not survive UTF-8. Line breaks are allowed only where `lines` says so.
const invisible = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const invisibleButLineBreak = /[^\P{Cc}\n]|[\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u

/** One line of visible text, trimmed, in NFC, at most `max` characters after normalising. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max * 4)
    .refine((text) => !invisible.test(text), { error: 'holds an invisible or control character' })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max))

/** As {@link plainText}, with line breaks. */
export const plainLines = (max: number) =>
  z
    .string()
    .max(max * 4)
    .refine((text) => !invisibleButLineBreak.test(text), {
      error: 'holds an invisible or control character',
    })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1).max(max))
