// Which of the parts found in a text are struck.
import { type Candidate, type Strength, wordBefore, wordFrom } from './candidate.ts'
import { type Folded, followsStop, textBetween } from './fold.ts'
import { isPlaceType, isStreetType } from './same-words.ts'

const asSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words that stand between the parts of one address. */
const fillers = asSet('number no at in on the of house flat apartment apt unit door room by near')
const placeWords = asSet(
  'in at on near off along down up round around opposite behind outside inside to from attends attend attended attending via past towards leaving left visited',
)
const connecting = asSet(
  'and or but with where when then since is was were has had in on at near by for from to as if so that which who while now again today tonight he she they it we i the',
)
const mostFillers = 3

const firstNotThe = (folded: Folded, end: number): string => {
  const word = wordBefore(folded, end)
  return word === 'the' ? wordBefore(folded, end - word.length) : word
}

const digit = /^(?:\d|one|two|three|four|five|six|seven|eight|nine)$/

/** "flat 90", "number 90", "no. 90", "#90". A single digit may be any number, and needs "at number 2" to be a house's. */
const isMarkedNumber = (folded: Folded, { from, to }: Candidate): boolean => {
  const word = wordBefore(folded, from)
  const between = textBetween(folded, from - 1, from)
  if (/^(?:flat|apartment|apt|appt|unit|plot)$/.test(word)) return true
  const hasMark =
    /#\s?$/.test(between) ||
    word === 'number' ||
    word === 'house' ||
    (word === 'no' && between.startsWith('.'))
  if (!hasMark || !digit.test(folded.signs.slice(from, to))) return hasMark
  const start = /#\s?$/.test(between) ? from : from - word.length
  return placeWords.has(wordBefore(folded, start)) || wordBefore(folded, start) === 'house'
}

/** "Rose House, 2 children": a number after a place is not its own if a word of its own follows. */
const leadsOn = (folded: Folded, { to }: Candidate): boolean =>
  to < folded.signs.length &&
  /^[^\S\n\r]*$/.test(textBetween(folded, to - 1, to)) &&
  !connecting.has(wordFrom(folded, to))

/** Where parts that are struck begin and end. */
type Struck = { readonly starts: Set<number>; readonly ends: Set<number> }

const isNumber = (strength: Strength): boolean =>
  strength === 'number' || strength === 'shared-number'

/** A word or number that is common is not beside what ends a sentence: "… Rose House. Rose is nine", "… The 1st of them". */
const isCutOff = (folded: Folded, { strength }: Candidate, at: number): boolean =>
  strength === 'beside'
    ? /[.!?]/.test(textBetween(folded, at - 1, at))
    : isNumber(strength) && followsStop(folded, at)

const mayReachOver = (folded: Folded, { from, strength }: Candidate): boolean =>
  isNumber(strength) || folded.capitals[from] === true

const reachesForward = (folded: Folded, candidate: Candidate, { starts }: Struck): boolean => {
  let at = candidate.to
  for (let over = 0; over <= mostFillers; over += 1) {
    if (starts.has(at)) return candidate.strength !== 'beside' || !isCutOff(folded, candidate, at)
    const word = at < folded.signs.length ? wordFrom(folded, at) : ''
    if (!mayReachOver(folded, candidate) || !fillers.has(word)) return false
    at += word.length
  }
  return false
}

const reachesBack = (folded: Folded, candidate: Candidate, { ends }: Struck): boolean => {
  if (isNumber(candidate.strength) && leadsOn(folded, candidate)) return false
  let at = candidate.from
  for (let over = 0; over <= mostFillers; over += 1) {
    if (isCutOff(folded, candidate, at)) return false
    if (ends.has(at)) return true
    const word = wordBefore(folded, at)
    if (!mayReachOver(folded, candidate) || !fillers.has(word)) return false
    at -= word.length
  }
  return false
}

const isBeside = (folded: Folded, candidate: Candidate, struck: Struck): boolean => {
  const { from, to, strength } = candidate
  if (strength !== 'initial')
    return reachesForward(folded, candidate, struck) || reachesBack(folded, candidate, struck)
  return (
    struck.starts.has(to) || (struck.ends.has(from) && !'ai'.includes(folded.signs.charAt(from)))
  )
}

const isAlone = (folded: Folded, numbers: ReadonlySet<string>, candidate: Candidate): boolean => {
  const { from, to, strength, group } = candidate
  const hasNumber = (): boolean =>
    numbers.has(`${group} to ${from}`) ||
    numbers.has(`${group} from ${to}`) ||
    (/^(?:number|no)$/.test(wordFrom(folded, to)) &&
      numbers.has(`${group} from ${to + wordFrom(folded, to).length}`))
  if (strength === 'alone') return true
  if (strength === 'number') return isMarkedNumber(folded, candidate)
  if (strength === 'numbered') return hasNumber()
  if (strength !== 'placed') return false
  const after = to < folded.signs.length ? wordFrom(folded, to) : ''
  const isKind = isStreetType(after) || (isPlaceType(after) && after.length > 3)
  return placeWords.has(firstNotThe(folded, from)) || isKind || hasNumber()
}

const numbersAmong = (candidates: readonly Candidate[]): ReadonlySet<string> =>
  new Set(
    candidates
      .filter(({ strength }) => isNumber(strength))
      .flatMap(({ group, from, to }) => [`${group} to ${to}`, `${group} from ${from}`]),
  )

/** The candidates that are struck: those that stand alone, and then whatever stands beside one, as long as there is more. */
export const settle = (folded: Folded, candidates: readonly Candidate[]): readonly Candidate[] => {
  const struck: Struck = { starts: new Set(), ends: new Set() }
  const settled: Candidate[] = []
  const strike = (candidate: Candidate): void => {
    struck.starts.add(candidate.from)
    struck.ends.add(candidate.to)
    settled.push(candidate)
  }
  const numbers = numbersAmong(candidates)
  let open = candidates.filter((candidate) => {
    const isStruck = isAlone(folded, numbers, candidate)
    if (isStruck) strike(candidate)
    return !isStruck && candidate.strength !== 'numbered'
  })
  for (let before = -1; before !== settled.length; ) {
    before = settled.length
    open = open.toReversed().filter((candidate) => {
      const isStruck = isBeside(folded, candidate, struck)
      if (isStruck) strike(candidate)
      return !isStruck
    })
  }
  return settled
}
