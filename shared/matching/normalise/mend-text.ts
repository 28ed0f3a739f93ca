/** What Windows-1252 shows for the bytes 80 to 9F, in order; a blank where it shows nothing. */
const shownFor = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const mistaken = /[\u00c2-\u00cb\u00e1\u00e2][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]{1,2}/gu
const readable = /^[\p{Script=Latin}\p{P}\p{Zs}]$/u
const numbered = /&(?:amp;)?#(?:x([0-9a-f]{2,5})|(\d{2,6}));?/giu
const named = /&(?:amp;)?([a-z]{2,6});/giu
const escaped = /%([0-9a-f]{2})|\\u([0-9a-f]{4})/giu
const letterEntity = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)$/i

const entities: ReadonlyMap<string, string> = new Map([
  ...['apos', 'rsquo', 'lsquo', 'quot', 'prime'].map((name): [string, string] => [name, "'"]),
  ['nbsp', ' '],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['amp', ' '],
])

const utf8 = new TextDecoder('utf-8', { fatal: true })

const byteOf = (character: string): number => {
  const at = shownFor.indexOf(character)
  return character !== ' ' && at >= 0 ? 0x80 + at : character.charCodeAt(0)
}

/** UTF-8 that was read as Windows-1252 ("Oâ€™Brien"), where putting it right gives a letter or a sign of Latin script. */
const reread = (text: string): string => {
  const bytes = [...text].map(byteOf)
  const length = (bytes[0] ?? 0) >= 0xe0 ? 3 : 2
  if (bytes.length < length || bytes.some((byte) => byte > 0xff)) return text
  try {
    const read = utf8.decode(Uint8Array.from(bytes.slice(0, length)))
    return readable.test(read) ? read + text.slice(length) : text
  } catch {
    return text
  }
}

const characterAt = (hex: string | undefined, decimal = '32'): string => {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0x10_ffff || (code >= 0xd800 && code < 0xe000) ? ' ' : String.fromCodePoint(code)
}

const entityOf = (name: string, whole: string): string =>
  entities.get(name.toLowerCase()) ?? letterEntity.exec(name)?.[1] ?? whole

/**
 * A text as it was before a system left its own signs in it: HTML references (O&#39;Brien), percent and JSON escapes, UTF-8
 * read as Windows-1252. What cannot be read so stays.
 */
export const mendText = (text: string): string => {
  const escapes = /[&%\\]/.test(text)
    ? text
        .replace(numbered, (_, hex?: string, decimal?: string) => characterAt(hex, decimal))
        .replace(named, (whole, name: string) => entityOf(name, whole))
        .replace(escaped, (_, byte?: string, unit?: string) => characterAt(byte ?? unit))
    : text
  return escapes.replace(mistaken, reread)
}
