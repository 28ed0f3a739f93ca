// Writings made by combining what people, machines and evasion do to an address, a number or a name. Fast-check shrinks
// to the fewest of them.
import fc from 'fast-check'

const streets = [
  ...[
    'Tollgate',
    'Sexton',
    'Foundry',
    'Kestrel',
    'Secret',
    'Bramblewick',
    'Halberd',
    'St Osyth',
    'Old Quarry',
  ],
  ...['Larkspur', 'Wexcombe', 'Ivy', 'Saint Brannoc', 'Long Acre', 'Miller', 'Queensway North'],
]
const types: readonly (readonly string[])[] = [
  ['Road', 'Rd'],
  ['Street', 'St'],
  ['Avenue', 'Ave'],
  ['Lane', 'Ln'],
  ['Close', 'Cl'],
  ['Court', 'Ct'],
  ['Row'],
  ['Crescent', 'Cres'],
  ['Drive', 'Dr'],
]
const houses = [
  'Rose House',
  'Larch Cottage',
  'Ferndale',
  'The Old Forge',
  'Tamarisk House',
  'Quarry Lodge',
]
const towns = ['Cragthorpe', 'Wexcombe', 'Northmoor', 'Stoke Ferrers', 'Eastvale', 'Ottermouth']
const numbers = ['1', '7', '12', '14d', '36', '90', '100', '118', '203']

const postcode = fc
  .tuple(
    fc.constantFrom('NM', 'WM', 'EV', 'N'),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('ZZ', 'TT', 'QD', 'LD', 'AB'),
  )
  .map(([area, district, sector, unit]) => `${area}${district} ${sector}${unit}`)

export type WholeAddress = {
  readonly houseNumber: string
  readonly street: string
  readonly town: string
  readonly postcode: string
}

export const anyAddress: fc.Arbitrary<WholeAddress> = fc.record({
  houseNumber: fc.constantFrom(...houses, ...numbers),
  street: fc
    .tuple(fc.constantFrom(...streets), fc.constantFrom(...types))
    .map(([name, [type = '']]) => `${name} ${type}`),
  town: fc.constantFrom(...towns),
  postcode,
})

const abbreviations: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(types.map(([full = '', ...short]) => [full, short])),
  House: ['Hse', 'hse.'],
  Cottage: ['Cott'],
  St: ['Saint', 'St.'],
  Saint: ['St', 'St.'],
  Old: ['Old'],
  North: ['N', 'Nth'],
}
const said: Readonly<Record<string, readonly string[]>> = {
  '1': ['one'],
  '7': ['seven'],
  '12': ['twelve', 'one two'],
  '36': ['thirty six', 'thirty-six', 'three six'],
  '90': ['ninety', 'nine oh', 'nine zero', '9o'],
  '100': ['one hundred', 'a hundred', 'one double oh'],
  '118': ['one hundred and eighteen', 'double one eight', 'one eighteen'],
  '203': ['two hundred and three', 'two oh three'],
}

const twins: Readonly<Record<string, string>> = {
  ...{
    a: 'а',
    e: 'е',
    o: 'о',
    c: 'с',
    p: 'р',
    x: 'х',
    y: 'у',
    i: 'і',
    s: 'ѕ',
    A: 'Α',
    B: 'В',
    E: 'Ε',
    H: 'Н',
  },
  ...{ K: 'К', M: 'М', N: 'Ν', O: 'О', P: 'Р', T: 'Т', X: 'Χ', Y: 'Υ', Z: 'Ζ' },
}
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** What may be done to every sign of a word, and leaves it the same word. */
const changes: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toLowerCase(),
  (word) => word.toUpperCase(),
  wide,
  (word) => [...word].map((sign) => twins[sign] ?? sign).join(''),
  (word) => [...word].join('\u200b'),
  (word) => [...word].map((sign) => `${sign}\u0336`).join(''),
  (word) => word.replace(/[aeou]/, (vowel) => `${vowel}\u0301`),
  (word) => [...word].join(' '),
  (word) => [...word].join('.'),
  (word) => [...word].join('-'),
  (word) => word.replace(/o/g, '0'),
  (word) => word.replace(/l/g, '1'),
]

const separators = [
  ' ',
  '  ',
  ', ',
  '\n',
  '\r\n',
  '-',
  ' - ',
  '–',
  '.',
  ' . ',
  '/',
  '_',
  '\u00a0',
  '\u2009',
  ' | ',
  ';',
  '’ ',
  '',
]

/** One letter too many, too few, wrong, or swapped, in a long word; the first stays. */
const misspelt = (word: string): fc.Arbitrary<string> =>
  word.length < 6 || !/^[A-Za-z]+$/.test(word)
    ? fc.constant(word)
    : fc
        .tuple(fc.integer({ min: 1, max: word.length - 2 }), fc.integer({ min: 0, max: 3 }))
        .map(([at, kind]) => {
          const [start, sign, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)]
          const rest = word.slice(at + 1)
          return (
            [
              start + sign + sign + rest,
              start + rest,
              `${start}x${rest}`,
              start + next + sign + word.slice(at + 2),
            ][kind] ?? word
          )
        })

const oneWord = (word: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(word, word, ...(abbreviations[word] ?? []), ...(said[word] ?? [])),
      fc.constantFrom(...changes),
    )
    .map(([as, change]) => (word in said && as !== word ? as : change(as)))

/** Some writing of words that stand together. One of them may be misspelt; run together, none is, nor spelt out. */
export const anyWriting = (text: string): fc.Arbitrary<string> => {
  const words = text.split(' ')
  return fc
    .record({
      words: fc.tuple(...words.map(oneWord)),
      separator: fc.constantFrom(...separators),
      wrong: fc.option(fc.integer({ min: 0, max: words.length - 1 }), { freq: 4 }),
      spelt: fc.tuple(...words.map(misspelt)),
    })
    .map(({ words: written, separator, wrong, spelt }) => {
      if (separator === '') return written.map((word) => word.replace(/[ .-]/g, '')).join('')
      return written
        .map((word, at) => (at === wrong && spelt[at] !== words[at] ? (spelt[at] ?? word) : word))
        .join(separator)
    })
}

/** Some lines of an address, in some order, in some writing. */
export const anyWritingOfAddress = (address: WholeAddress): fc.Arbitrary<string> => {
  const { houseNumber, street, town, postcode: code } = address
  const isNamed = !/\d/.test(houseNumber)
  const lines = [
    ...(isNamed ? [[houseNumber]] : []),
    [`${houseNumber} ${street}`],
    [street],
    [town],
    [code],
    [street, town],
    [`${houseNumber} ${street}`, town, code],
    [code, town],
  ]
  return fc
    .tuple(fc.constantFrom(...lines), fc.constantFrom(', ', '\n', ' ', ' / ', '; '))
    .chain(([chosen, between]) =>
      fc.tuple(...chosen.map(anyWriting)).map((written) => written.join(between)),
    )
}
