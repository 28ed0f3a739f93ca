import type { Address, PersonName } from '../people/person.ts'

/** The same in any case, accents aside, whatever stands between letters and digits. */
const folded = (text = ''): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

export const nameKey = ({ given, family }: PersonName): string =>
  `${folded(given)}|${folded(family)}`

/** One place, however it was written and whenever somebody lived there. */
export const addressKey = ({ houseNumber, street, postcode, uprn, town }: Address): string => {
  const place = [houseNumber, street, postcode].map(folded).join('|')
  return place === '||' ? `${uprn ?? ''}|${folded(town)}` : place
}

export const textKey = (text: string): string => text.toLowerCase().replace(/\s/g, '')

/** What is told now, in its order, then what was known before and is not told again. Nothing is left out, or twice in. */
export const keepAll = <Item>(
  told: readonly Item[],
  known: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] => {
  const byKey = new Map<string, Item>()
  for (const item of [...told, ...known]) {
    const key = keyOf(item)
    if (!byKey.has(key)) byKey.set(key, item)
  }
  return [...byKey.values()]
}

/** What remains when some items are taken back; undefined when one of those is not there to be taken. */
export const without = <Item>(
  known: readonly Item[],
  wrong: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] | undefined => {
  const keys = new Set(wrong.map(keyOf))
  const isThere = [...keys].every((key) => known.some((item) => keyOf(item) === key))
  return isThere ? known.filter((item) => !keys.has(keyOf(item))) : undefined
}

/** The first address told is where they live now; one told again keeps its dates, unless it says others. */
const retold = (address: Address, known: Address, isCurrent: boolean): Address => {
  const { to, ...rest } = { ...known, ...address }
  const until = isCurrent ? address.to : to
  return until === undefined ? rest : { ...rest, to: until }
}

/** As {@link keepAll}: whoever has moved keeps the old address, and nobody invents the day on which they left it. */
export const keepAddresses = (told: readonly Address[], known: readonly Address[]): Address[] => {
  const again = told.map((address, at) => {
    const before = known.find((one) => addressKey(one) === addressKey(address))
    return before === undefined ? address : retold(address, before, at === 0)
  })
  return keepAll(again, known, addressKey)
}

/** A date told less fully than it is known adds nothing. */
export const fullerDate = (told: string | undefined, known: string | undefined) =>
  told === undefined || known?.startsWith(told) === true ? known : told

/** Unknown takes nothing back. */
export const fullerSex = <Sex extends string>(told: Sex | undefined, known: Sex | undefined) =>
  told === undefined || (told === 'U' && known !== undefined) ? known : told
