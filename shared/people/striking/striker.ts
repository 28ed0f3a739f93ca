import type { Address, PersonName } from '../person.ts'
import type { Candidate, Part } from './candidate.ts'
import { wholeWords } from './edges.ts'
import { emailParts } from './email.ts'
import { type Folded, fold } from './fold.ts'
import { markSpans, type Span, untilSame } from './mark-spans.ts'
import { nameParts } from './name-parts.ts'
import { phoneParts } from './number-parts.ts'
import { addressParts, piecesOfAddress, placeParts } from './parts-of.ts'
import { keyOfWords, numberedParts } from './place-parts.ts'
import { isSameHouse } from './same-place.ts'
import { settle } from './settle.ts'
import { shielded } from './shield.ts'
import { threeWords } from './three-words.ts'

/** Where somebody is or how to reach them, from register or concern. */
export type Whereabouts = {
  readonly addresses?: readonly Address[] | undefined
  readonly phones?: readonly string[] | undefined
  readonly emails?: readonly string[] | undefined
  /** Places told in words: refuge, school, surgery, service base, location now. */
  readonly places?: readonly string[] | undefined
}

export type Protected = {
  readonly whereabouts: readonly Whereabouts[]
  /** Of people who must not be found by name, such as an adopted child. */
  readonly names?: readonly PersonName[] | undefined
  /** Not struck although it stands above: the home that the subject himself is said to live in. */
  readonly except?: readonly Address[] | undefined
  /** Names that stand, also where a protected name shares a part with them. */
  readonly exceptNames?: readonly PersonName[] | undefined
}

/** An address that shares a street with an excepted one is still struck by its number. */
const partsOfAddress = (
  address: Address,
  group: number,
  excepted: ReadonlySet<string>,
): readonly Part[] => {
  const pieces = piecesOfAddress(address)
  const shared = pieces.filter(({ words }) => words.length > 0 && excepted.has(keyOfWords(words)))
  const hasOwnNumber = pieces.some(({ numbers }) =>
    numbers.some((number) => !excepted.has(`number:${number}`)),
  )
  return [
    ...addressParts(address, group, excepted),
    ...(hasOwnNumber ? shared.flatMap(({ words }) => numberedParts(words, group)) : []),
  ]
}

const partsOfWhereabouts = (what: Protected, excepted: ReadonlySet<string>): readonly Part[] => {
  const { whereabouts, except = [] } = what
  const addresses = whereabouts
    .flatMap((one) => one.addresses ?? [])
    .filter((address) => !except.some((home) => isSameHouse(address, home)))
  return [
    ...addresses.flatMap((address, group) => partsOfAddress(address, group, excepted)),
    ...whereabouts
      .flatMap(({ places = [] }) => places)
      .flatMap((place, nth) => placeParts(place, addresses.length + nth, excepted)),
    ...whereabouts.flatMap(({ phones = [] }) => phones).flatMap((phone) => phoneParts(phone, -1)),
    ...whereabouts.flatMap(({ emails = [] }) => emails).flatMap((email) => emailParts(email, -1)),
  ]
}

const distinct = (parts: readonly Part[]): readonly Part[] => [
  ...new Map(parts.map((part) => [part.id ?? part.key, part])).values(),
]

const partsOf = (
  what: Protected,
): { readonly parts: readonly Part[]; readonly standing: readonly Part[] } => {
  const { except = [] } = what
  const told = what.whereabouts
    .flatMap(({ addresses = [] }) => addresses)
    .filter((address) => except.some((home) => isSameHouse(address, home)))
  const standing = [
    ...[...except, ...told].flatMap((address) => addressParts(address, -1)),
    ...(what.exceptNames ?? []).flatMap((name) => nameParts(name, -1)),
  ]
  const excepted = new Set(standing.map(({ key }) => key))
  const parts = [
    ...partsOfWhereabouts(what, excepted),
    ...(what.names ?? []).flatMap((name) => nameParts(name, -1)),
  ].filter(({ key }) => !excepted.has(key) || key.startsWith('number:'))
  return { parts: distinct(parts), standing }
}

const spanOf = ({ from, to }: Folded, candidate: Candidate): Span => ({
  from: from[candidate.from] ?? 0,
  to: to[candidate.to - 1] ?? 0,
})

/**
 * Strikes each protected part from a text, in any writing, and leaves {@link mark} in its place; the rest of the text is
 * left as it was written. What it has struck it does not change again. Time is proportional to the text, times the parts.
 */
export const striker = (what: Protected): ((text: string) => string) => {
  const { parts, standing } = partsOf(what)
  const hasPlaces = what.whereabouts.some((one) =>
    Object.values(one).some((list) => (list?.length ?? 0) > 0),
  )
  if (parts.length === 0 && !hasPlaces) return (text) => text
  const once = (text: string): string => {
    const folded = fold(text)
    const found = parts.flatMap((part) => part.find(folded))
    const kept = standing.flatMap((part) => part.find(folded))
    const struck = settle(folded, wholeWords(folded, shielded(found, kept)))
    const spans = struck.map((candidate) => spanOf(folded, candidate))
    return markSpans(text, [...spans, ...(hasPlaces ? threeWords(text) : [])])
  }
  return untilSame(once)
}
