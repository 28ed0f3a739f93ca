// Numbers as they are said.

const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const values: readonly (readonly [word: string, digits: string])[] = [
  ...ones.map((word, at) => [word, String(at)] as const),
  ...teens.map((word, at) => [word, String(at + 10)] as const),
  ...tens.map((word, at) => [word, String(at * 10 + 20)] as const),
  ...['oh', 'o', 'nought', 'naught', 'nil', 'nowt'].map((word) => [word, '0'] as const),
  ...['niner', 'nein'].map((word) => [word, '9'] as const),
  ...([
    ['fourty', '40'],
    ['ninty', '90'],
    ['fivety', '50'],
    ['eigth', '8'],
    ['fower', '4'],
    ['sevn', '7'],
    ['thre', '3'],
    ['hundred', '00'],
    ['thousand', '000'],
    ['double', 'x2'],
    ['treble', 'x3'],
    ['triple', 'x3'],
  ] as const),
]
const longestFirst = values.toSorted(([one], [other]) => other.length - one.length)

/**
 * A run of letters as the numbers that it says, "oneeight" as 1 and 8: their digits, `x2` for "double" and `x3` for
 * "treble". Nothing if anything else is in it.
 */
export const numbersSaid = (letters: string): readonly string[] => {
  const said: string[] = []
  for (let at = 0; at < letters.length; ) {
    const found = longestFirst.find(([word]) => letters.startsWith(word, at))
    if (found === undefined) return []
    said.push(found[1])
    at += found[0].length
  }
  return said
}

/** The ways to say one digit, itself among them. */
export const waysToSay = (digit: string): readonly string[] =>
  values.filter(([, value]) => value === digit).map(([word]) => word)

const ofTwo = (pair: string): readonly string[] => {
  const value = Number(pair)
  if (value >= 10 && value < 20) return [teens[value - 10] ?? '']
  if (value < 20) return []
  const ten = tens[Math.floor(value / 10) - 2] ?? ''
  return value % 10 === 0 ? [ten] : [`${ten}${ones[value % 10] ?? ''}`]
}

/** A number of up to three digits as it is counted: "onehundredandtwenty". */
const counted = (digits: string): readonly string[] => {
  const value = Number(digits)
  if (value < 10) return [ones[value] ?? '']
  if (value < 100) return ofTwo(String(value))
  if (value > 999) return []
  const rest = value % 100
  const hundreds = [`${ones[Math.floor(value / 100)] ?? ''}hundred`]
  if (value < 200) hundreds.push('ahundred')
  if (rest === 0) return hundreds
  return hundreds.flatMap((start) =>
    counted(String(rest)).flatMap((end) => [start + end, `${start}and${end}`]),
  )
}

const oneOf = (ways: readonly string[]): string => `(?:${ways.join('|')})`

/** A pattern for the digits said one after another, two or three equal ones as "double" or "treble". */
const oneByOne = (digits: string, zero: 'o' | 'oh'): string =>
  (digits.match(/(\d)\1*/g) ?? [])
    .map((same) => {
      const digit = same.charAt(0)
      const ways = waysToSay(digit).filter((word) => word === zero || !/^oh?$/.test(word))
      const way = oneOf([...ways, digit])
      const several = same.length === 2 ? 'double' : '(?:treble|triple)'
      return same.length === 1 || same.length > 3
        ? way.repeat(same.length)
        : `(?:${several}${way}|${way.repeat(same.length)})`
    })
    .join('')

/** Signs that a digit is mistaken for. */
const mistakenFor: Readonly<Record<string, readonly string[]>> = {
  '0': ['o'],
  '1': ['l', 'i'],
}

const misread = (digits: string): readonly string[] =>
  /[1-9]/.test(digits) && digits.length > 1
    ? [...digits].reduce<readonly string[]>(
        (starts, digit) =>
          starts.flatMap((start) => [digit, ...(mistakenFor[digit] ?? [])].map((as) => start + as)),
        [''],
      )
    : []

/** Patterns for a house number of up to four digits, without white space: "90", "ninety", and "9o" or "9oh". */
export const patternsOfNumber = (digits: string, zero: 'o' | 'oh'): readonly string[] => {
  if (digits.length > 4) return [digits]
  const inPairs = [1, 2].flatMap((at) =>
    digits.length - at < 2 || digits.length - at > 2
      ? []
      : counted(digits.slice(0, at)).flatMap((start) =>
          ofTwo(digits.slice(at)).map((end) => start + end),
        ),
  )
  return [
    ...counted(digits),
    ...inPairs,
    oneByOne(digits, zero),
    ...misread(digits).filter((as) => /\d/.test(as)),
    digits,
  ]
}
