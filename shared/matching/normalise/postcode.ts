/** `area` is the outward code (SW1A); it is undefined for a code that is not British. */
export type Postcode = { readonly code: string; readonly area: string | undefined }

const toDigit: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', Z: '2', B: '8' }
const toLetter: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '5': 'S',
  '2': 'Z',
  '8': 'B',
}

// A: any letter; 9: any digit; h and k: letters allowed third and fourth; u: letters allowed after the space.
const allowed: Readonly<Record<string, RegExp>> = {
  A: /[A-Z]/,
  '9': /[0-9]/,
  h: /[ABCDEFGHJKPSTUW]/,
  k: /[ABEHMNPRVWXY]/,
  u: /[ABD-HJLNP-UW-Z]/,
}
const outwardShapes = ['A9', 'AA9', 'A99', 'A9h', 'AA99', 'AA9k']
const inwardShape = '9uu'

/** The text bent to a shape, and how many characters had to be exchanged; undefined when it cannot be. */
const bend = (text: string, shape: string): { text: string; repairs: number } | undefined => {
  let bent = ''
  let repairs = 0
  for (const [at, character] of [...text].entries()) {
    const wanted = shape.charAt(at)
    const exchanged = (wanted === '9' ? toDigit : toLetter)[character]
    const fits = [character, exchanged].find(
      (each) => each !== undefined && allowed[wanted]?.test(each),
    )
    if (fits === undefined) return undefined
    if (fits !== character) repairs += 1
    bent += fits
  }
  return { text: bent, repairs }
}

const british = (text: string): Postcode | undefined => {
  const inward = bend(text.slice(-3), inwardShape)
  const outward = outwardShapes
    .filter((shape) => shape.length === text.length - 3)
    .map((shape) => bend(text.slice(0, -3), shape))
    .filter((each) => each !== undefined)
    .sort((a, b) => a.repairs - b.repairs)[0]
  if (inward === undefined || outward === undefined) return undefined
  return { code: outward.text + inward.text, area: outward.text }
}

/**
 * A postcode in one spelling: no space, capitals, letters and digits put right where only one reading fits (OXI 4SZ is
 * OX14SZ). ZZ99 codes mean "no fixed abode" or "abroad" in NHS data and are missing, or strangers would share a home.
 * Other countries' codes pass as written.
 * @see BS 7666-2, UK postcode formats; NHS Data Dictionary, pseudo postcodes
 */
export const postcodeOf = (text: string | undefined): Postcode | undefined => {
  const bare = (text ?? '')
    .slice(0, 20)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  if (bare.startsWith('ZZ99')) return undefined
  const found = bare.length >= 5 && bare.length <= 7 ? british(bare) : undefined
  if (found !== undefined) return found
  return /^[A-Z0-9]{4,10}$/.test(bare) && /\d/.test(bare)
    ? { code: bare, area: undefined }
    : undefined
}
