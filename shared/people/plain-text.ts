import * as z from 'zod'

// Control and format characters, lone surrogates and Unicode's own line breaks: they forge log lines, turn text round,
// hide it from a reader, or do not survive UTF-8. A plain line break is allowed only where `plainLines` says so.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const invisibleButLineBreak = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

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
