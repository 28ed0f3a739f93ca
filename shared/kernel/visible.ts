// Control signs but for line break and tab, halves of surrogate pairs, and signs that show nothing: they forge log
// lines, turn text round, hide it from a reader, or do not survive UTF-8. Joiners stay, for Persian, Hindi and others are
// not spelt right without them; format signs that are seen (Arabic and Kaithi numbers) stay too.
const invisible =
  /(?![\u200c\u200d])(?=\p{Default_Ignorable_Code_Point})\p{Cf}|[^\P{Cc}\n\t]|[\p{Cs}\ufff9-\ufffb\u3164\uffa0]/gu
/** Whatever ends a line in some script or system. */
const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
const seen = /[^\s\u200c\u200d]/u

/** The text as it can be seen, composed (NFC), its line ends as LF. Every script is kept. */
export const visible = (text: string): string =>
  text.replace(lineEnd, '\n').replace(invisible, '').normalize('NFC')

/** Whether a text shows nothing: it is as if it had been left out. */
export const isBlank = (text: string): boolean => !seen.test(visible(text))
