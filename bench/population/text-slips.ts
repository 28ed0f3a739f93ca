import type { Random } from '../../local/people/random.ts'

/** Letters that lie beside each other on the keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const neighbour = (random: Random, letter: string): string => {
  const lower = letter.toLowerCase()
  const row = rows.find((keys) => keys.includes(lower))
  if (row === undefined) return letter
  const at = row.indexOf(lower)
  const beside = row.charAt(at + (random.chance(0.5) ? 1 : -1))
  return beside === '' ? row.charAt(at === 0 ? 1 : at - 1) : beside
}

const letter = (random: Random): string =>
  'etaoinsrhldcumfpgwybvkxjqz'.charAt(Math.floor(random.fraction() ** 1.5 * 26))

type Cut = { readonly before: string; readonly sign: string; readonly after: string }

/** Ways to strike the wrong key. */
const slips = [
  {
    share: 30,
    slip: ({ before, sign, after }: Cut, random: Random) =>
      before + neighbour(random, sign) + after,
  },
  { share: 25, slip: ({ before, after }: Cut) => before + after },
  { share: 15, slip: ({ before, sign, after }: Cut) => before + sign + sign.toLowerCase() + after },
  {
    share: 10,
    slip: ({ before, sign, after }: Cut, random: Random) => before + sign + letter(random) + after,
  },
  {
    share: 20,
    slip: ({ before, sign, after }: Cut) => before + after.charAt(0) + sign + after.slice(1),
  },
] as const

/** One slip in a text; seldom in its first letter. */
export const typo = (random: Random, text: string): string => {
  if (text === '') return text
  const first = random.chance(0.9) && text.length > 1 ? 1 : 0
  const at = random.between(first, text.length - 1)
  const cut = { before: text.slice(0, at), sign: text.charAt(at), after: text.slice(at + 1) }
  return random.weighted(slips).slip(cut, random)
}

/** One digit of a text struck wrongly. */
export const digitSlip = (random: Random, text: string): string => {
  const places = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))
  if (places.length === 0) return text
  const at = random.pick(places)
  const digit = (Number(text.charAt(at)) + random.between(1, 9)) % 10
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`
}

/** What scanned writing is taken for. */
const lookalikes = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['l', 'i'],
  ['i', 'l'],
  ['o', '0'],
  ['w', 'vv'],
  ['e', 'c'],
  ['h', 'b'],
  ['n', 'ri'],
  ['a', 'o'],
] as const

export const ocrSlip = (random: Random, text: string): string => {
  const possible = lookalikes.filter(([seen]) => text.includes(seen))
  const [seen, taken] = possible.length > 0 ? random.pick(possible) : ['', '']
  return text.replace(seen, taken)
}
