import { adultsAsked } from './adults-asked.ts'
import type { Answer, Fate } from './answer.ts'
import { childrenAsked } from './children-asked.ts'
import { cultures } from './cultures.ts'
import type { Count } from './fairness-result.ts'
import type { Size } from './mixed-register.ts'
import { nearMissesOfAdults, nearMissesOfChildren } from './near-misses.ts'
import { queriesOf } from './queries.ts'
import { toldRow, toldRowOfChild } from './told-row.ts'

const countOf = (culture: string, kind: string, fates: readonly Fate[]): Count => {
  const count = (sought: Fate): number => fates.filter((fate) => fate === sought).length
  return {
    culture,
    kind,
    queries: fates.length,
    right: count('right'),
    wrong: count('wrong'),
    toPerson: count('to a person'),
    missed: count('missed'),
  }
}

/** Adults or children: a register that answers, the near misses that they have, and how they are told of. */
const whoIsAsked = {
  adults: { asked: adultsAsked, kinds: nearMissesOfAdults, tell: toldRow },
  children: { asked: childrenAsked, kinds: nearMissesOfChildren, tell: toldRowOfChild },
} as const

type Trial = Size & {
  readonly who: keyof typeof whoIsAsked
  /** About registered people of each culture, and as many about others. */
  readonly queries: number
  /** Told each answer, for whoever wants to see it. */
  readonly onAnswer?: (answer: Answer) => void
}

/** Asks a register of all cultures for people of each, registered and not. */
export const countFates = ({ who, queries: count, onAnswer, ...size }: Trial): readonly Count[] => {
  const { asked, kinds, tell } = whoIsAsked[who]
  const { people, answerTo } = asked(size)
  const { seed } = size
  return cultures.flatMap((culture) => {
    const fates = new Map<string, Fate[]>()
    for (const query of queriesOf(culture, { people, seed, count, kinds, tell })) {
      const answer = answerTo(query)
      onAnswer?.(answer)
      const found = fates.get(query.kind) ?? []
      found.push(answer.fate)
      fates.set(query.kind, found)
    }
    return [...fates].map(([kind, found]) => countOf(culture.name, kind, found))
  })
}

const added = (one: Count, other: Count): Count => ({
  ...one,
  queries: one.queries + other.queries,
  right: one.right + other.right,
  wrong: one.wrong + other.wrong,
  toPerson: one.toPerson + other.toPerson,
  missed: one.missed + other.missed,
})

/** The counts of several trials, one for each culture and kind. */
export const addUp = (counts: readonly Count[]): Count[] => {
  const sums = new Map<string, Count>()
  for (const count of counts) {
    const name = `${count.culture}|${count.kind}`
    const sum = sums.get(name)
    sums.set(name, sum === undefined ? count : added(sum, count))
  }
  return [...sums.values()]
}
