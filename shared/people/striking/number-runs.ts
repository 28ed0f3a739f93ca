import { wordFrom } from './candidate.ts'
import type { Folded } from './fold.ts'
import { isOrdinary } from './ordinary-words.ts'
import { numbersSaid } from './spoken-numbers.ts'

/** Digits that follow one another in a text, said or written, with the signs that each comes from. */
export type Run = {
  readonly digits: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

type Item = { readonly digits: string; readonly from: number; readonly to: number }

const mistakenFor: Readonly<Record<string, string>> = {
  o: '0',
  i: '1',
  l: '1',
  s: '5',
  b: '8',
  z: '2',
}

const isWord = (letters: string): boolean => letters.length > 1 && isOrdinary(letters)

/** Letters between digits that can only be digits misread: "9OO" and "l23". */
const misread = (letters: string, isBesideDigit: boolean): string => {
  if (!isBesideDigit && (!/^[oil]{1,3}$/.test(letters) || isWord(letters))) return ''
  const digits = [...letters].map((letter) => mistakenFor[letter] ?? '')
  return digits.includes('') ? '' : digits.join('')
}

const isDigits = (word: string): boolean => /^\d+$/.test(word)

/** The numbers in one word; none if it says anything else. */
const numbersIn = (folded: Folded, word: string, from: number): readonly string[] => {
  if (isDigits(word)) return [word]
  const said = numbersSaid(word)
  if (said.length > 0) return said
  const { signs, gaps } = folded
  const isBesideDigit =
    (gaps[from] === false && isDigits(signs.charAt(from - 1))) ||
    (gaps[from + word.length] === false && isDigits(signs.charAt(from + word.length)))
  const as = misread(word, isBesideDigit)
  return as === '' ? [] : [as]
}

/** Puts "twenty" and "one" together, "seven" and "hundred", "double" and what is doubled. */
const join = (items: readonly Item[]): readonly Item[] => {
  const joined: Item[] = []
  for (const item of items) {
    const before = joined.at(-1)
    const times = before?.digits.startsWith('x') === true ? Number(before.digits.slice(1)) : 0
    if (before !== undefined && times > 0) {
      const [first = '', ...rest] = item.digits
      joined.splice(-1, 1, {
        ...item,
        digits: first.repeat(times) + rest.join(''),
        from: before.from,
      })
    } else if (before !== undefined && isTenBefore(before, item)) {
      const digits = before.digits.charAt(0) + item.digits
      joined.splice(-1, 1, { digits, from: before.from, to: item.to })
    } else joined.push(item)
  }
  return joined
}

const isTenBefore = (before: Item, item: Item): boolean =>
  before.to - before.from > 4 && /^[2-9]0$/.test(before.digits) && /^[1-9]$/.test(item.digits)

const runOf = (items: readonly Item[]): Run => {
  const said = join(items).filter(({ digits }) => !digits.startsWith('x'))
  return {
    digits: said.map(({ digits }) => digits).join(''),
    from: said.flatMap(({ digits, from }) => [...digits].map(() => from)),
    to: said.flatMap(({ digits, to }) => [...digits].map(() => to)),
  }
}

const itemsOf = (numbers: readonly string[], from: number, to: number): readonly Item[] =>
  numbers.length === 1 && isDigits(numbers[0] ?? '') && to - from === numbers[0]?.length
    ? [...numbers[0]].map((digit, at) => ({ digits: digit, from: from + at, to: from + at + 1 }))
    : numbers.map((digits) => ({ digits, from, to }))

const memo = new WeakMap<Folded, readonly Run[]>()

/** All runs of digits of a text, in order. A word that is no number ends a run, nothing else does. */
export const runsOf = (folded: Folded): readonly Run[] => {
  const known = memo.get(folded)
  if (known !== undefined) return known
  const runs: Run[] = []
  let items: Item[] = []
  const end = (): void => {
    if (items.length > 0) runs.push(runOf(items))
    items = []
  }
  for (let at = 0; at < folded.signs.length; ) {
    const word = wordFrom(folded, at)
    const numbers = numbersIn(folded, word, at)
    if (numbers.length === 0) end()
    else items.push(...itemsOf(numbers, at, at + word.length))
    at += word.length
  }
  end()
  memo.set(folded, runs)
  return runs
}
