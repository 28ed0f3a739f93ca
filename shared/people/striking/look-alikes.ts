// Signs that a reader takes for a Latin letter or a digit, beside those that NFKC folds by itself.

/** Pairs of a sign and what it is read as, in the case in which they look alike. */
const pairs =
  'А=a В=b Е=e К=k М=m Н=h О=o Р=p С=c Т=t У=y Х=x Ѕ=s І=i Ј=j Ԁ=d Ԛ=q Ԝ=w Һ=h Ү=y З=3 Ь=b Ӏ=l Ԍ=g Ғ=f ' +
  'а=a в=b е=e к=k м=m н=h о=o р=p с=c т=t у=y х=x ѕ=s і=i ј=j ԁ=d ԛ=q ԝ=w һ=h ү=y з=3 ь=b ӏ=l г=r п=n и=u ѵ=v ' +
  'Α=a Β=b Ε=e Ζ=z Η=h Ι=i Κ=k Μ=m Ν=n Ο=o Ρ=p Τ=t Υ=y Χ=x Ϲ=c Ϳ=j ' +
  'α=a β=b ε=e ζ=z η=n ι=i κ=k μ=u ν=v ο=o ρ=p τ=t υ=u χ=x γ=y ω=w σ=o ϲ=c ϳ=j ' +
  'ı=i ł=l Ł=l đ=d Đ=d ð=d Ð=d ø=o Ø=o æ=ae Æ=ae œ=oe Œ=oe ß=ss ẞ=ss þ=th Þ=th ħ=h Ħ=h ŧ=t Ŧ=t ƒ=f ɑ=a ɡ=g ɩ=i ɪ=i ' +
  'ᴀ=a ʙ=b ᴄ=c ᴅ=d ᴇ=e ꜰ=f ɢ=g ʜ=h ᴊ=j ᴋ=k ʟ=l ᴍ=m ɴ=n ᴏ=o ᴘ=p ʀ=r ꜱ=s ᴛ=t ᴜ=u ᴠ=v ᴡ=w ʏ=y ᴢ=z ' +
  'ǀ=l ɫ=l ƚ=l ɨ=i ʋ=v ɯ=w ɦ=h ɓ=b ɗ=d ƙ=k ɱ=m ɲ=n ɵ=o Ɵ=o ƥ=p ʂ=s ƭ=t Օ=o օ=o Տ=s տ=s ս=u հ=h ո=n զ=q Ꭺ=a Ᏼ=b Ꮯ=c ' +
  'Ꭼ=e Ꮋ=h Ꭻ=j Ꮶ=k Ꮮ=l Ꮇ=m Ꮲ=p Ꭱ=r Ꮪ=s Ꭲ=t Ꮩ=v Ꮃ=w Ꮓ=z $=s &=and'

const readAs: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => {
    const [sign = '', letter = ''] = pair.split('=')
    return [sign, letter]
  }),
)

/** Ranges that stand for 26 letters or ten digits in their order: flags, negative circles and squares, dingbats. */
const ranges: readonly (readonly [start: number, as: string])[] = [
  [0x1f1e6, 'abcdefghijklmnopqrstuvwxyz'],
  [0x1f150, 'abcdefghijklmnopqrstuvwxyz'],
  [0x1f170, 'abcdefghijklmnopqrstuvwxyz'],
  [0x2776, '123456789'],
  [0x2780, '123456789'],
  [0x278a, '123456789'],
]

const inRange = (sign: string): string | undefined => {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x2776) return undefined
  for (const [start, as] of ranges) if (as[code - start] !== undefined) return as[code - start]
  return undefined
}

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** The value of a digit of any script. Each script's ten stand in a row that begins at …0 or …6. */
const digitOf = (sign: string): string | undefined => {
  if (!/^\p{Nd}$/u.test(sign)) return undefined
  const code = sign.codePointAt(0) ?? 0
  const row = code - (code % 16)
  return String((code - (isDigit(row) ? row : row + 6)) % 10)
}

/** What one sign of a text is read as; itself where it is like no other. */
export const looksLike = (sign: string): string =>
  readAs.get(sign) ?? (sign < '\u0100' ? sign : (digitOf(sign) ?? inRange(sign) ?? sign))
