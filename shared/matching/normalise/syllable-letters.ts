/**
 * Latin letters for scripts whose signs are syllables, by the place of a sign in its block of Unicode. The scripts of India
 * have one order: a consonant bears an a unless another vowel or a silencing sign follows, or the word ends.
 * @see The Unicode Standard, chapters 12 (South and Central Asia) and 19 (Ethiopic)
 */
const tableOf = (text: string): ReadonlyMap<number, string> =>
  new Map(
    text.split(' ').map((entry) => {
      const [place = '', letters = ''] = entry.split(':')
      return [Number.parseInt(place, 16), letters]
    }),
  )

const vowels = tableOf('5:a 6:a 7:i 8:i 9:u a:u b:ri d:e e:e f:e 10:ai 11:o 12:o 13:o 14:au')
const consonants = tableOf(
  '15:k 16:kh 17:g 18:gh 19:ng 1a:ch 1b:chh 1c:j 1d:jh 1e:n 1f:t 20:th 21:d 22:dh 23:n 24:t 25:th 26:d 27:dh 28:n 29:n ' +
    '2a:p 2b:ph 2c:b 2d:bh 2e:m 2f:y 30:r 31:r 32:l 33:l 34:l 35:v 36:sh 37:sh 38:s 39:h',
)
const signs = tableOf(
  '1:n 2:n 3:h 3e:a 3f:i 40:i 41:u 42:u 43:ri 45:e 46:e 47:e 48:ai 49:o 4a:o 4b:o 4c:au 4d: 70:n',
)
const blockSize = 0x80

/** From Tamil on, the scripts of the south write every silence, so that a last consonant bears its a. */
const firstSouthern = 0x0b80

const indianWord = (word: string): string => {
  const isSouthern = word.charCodeAt(0) >= firstSouthern
  const places = [...word].map((sign) => sign.charCodeAt(0) % blockSize)
  return places
    .map((place, at) => {
      const consonant = consonants.get(place)
      if (consonant === undefined) return vowels.get(place) ?? signs.get(place) ?? ''
      const next = places.slice(at + 1).find((each) => each !== 0x3c && each !== 0x71)
      const isOpen = next === undefined ? isSouthern : next <= 3 || !signs.has(next)
      return isOpen ? `${consonant}a` : consonant
    })
    .join('')
}

const ethiopicRows =
  'h l h m s r s sh k kw k kw b v t ch h hw n ny ' +
  '. k kw h hw w . z zh y d d j g gw g t ch p ts ts f p'
const rows = ethiopicRows.split(' ').map((row) => row.replace('.', ''))
const ethiopicVowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'] as const
const firstEthiopic = 0x1200

const ethiopicSign = (sign: string): string => {
  const place = sign.charCodeAt(0) - firstEthiopic
  const row = rows[place >> 3] ?? ''
  const vowel = ethiopicVowels[place % 8] ?? ''
  return row === '' && vowel === 'e' ? 'a' : row + vowel
}

const initials = 'g kk n d tt r m b pp s ss . j jj ch k t p h'.split(' ')
const medials = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = '. k kk ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p h'.split(' ')
const firstHangul = 0xac00

const hangulSign = (sign: string): string => {
  const place = sign.charCodeAt(0) - firstHangul
  const parts = [
    initials[Math.floor(place / 588)],
    medials[Math.floor((place % 588) / 28)],
    finals[place % 28],
  ]
  return parts.join('').replaceAll('.', '')
}

const indian =
  /[\u0900-\u0965\u0980-\u09e5\u0a00-\u0a65\u0a70-\u0ae5\u0b00-\u0b65\u0b80-\u0be5\u0c00-\u0c65\u0c80-\u0ce5\u0d00-\u0d65]+/g
const ethiopic = /[\u1200-\u1357]/g
const hangul = /[\uac00-\ud7a3]/g
const any = /[\u0900-\u0d65\u1200-\u1357\uac00-\ud7a3]/

/** The text with the syllables of these scripts in Latin letters, as names are usually written with them. */
export const withSyllablesSpelt = (text: string): string =>
  any.test(text)
    ? text
        .normalize('NFC')
        .replace(indian, indianWord)
        .replace(ethiopic, ethiopicSign)
        .replace(hangul, hangulSign)
    : text
