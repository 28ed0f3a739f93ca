import type { ChildFacts } from '../../shared/matching/child-facts.ts'
import type { ChildCandidate, MatchCandidate } from '../../shared/matching/match.ts'
import { backgroundPrefix } from './background.ts'
import { fieldOf, isObjectAt, type Place } from './lenient.ts'
import { readChildren } from './read-child.ts'
import { readChildFacts } from './read-child-facts.ts'
import { readPerson } from './read-person.ts'

/** Somebody sought among the people of a small register: an adult among adults, or a child among children. */
export type MatchLine = { readonly id: string } & (
  | {
      readonly kind: 'adult'
      readonly register: readonly MatchCandidate[]
      readonly query: Omit<MatchCandidate, 'id'>
    }
  | {
      readonly kind: 'child'
      readonly register: readonly ChildCandidate[]
      readonly query: ChildFacts
    }
)

/** `leftOut`: places of values that could not be read. `error` names a field, never a value. */
export type ReadMatchLine = { readonly leftOut: readonly string[] } & (
  | { readonly line: MatchLine }
  | { readonly id: string | null; readonly error: string }
)

class Fault extends Error {}

const idOf = ({ value }: Place): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

const objectAt = (place: Place): Place => {
  if (isObjectAt(place)) return place
  throw new Fault(`${place.pointer === '' ? 'the line' : place.pointer}: takes an object`)
}

const adultAt = (place: Place): Omit<MatchCandidate, 'id'> => ({
  person: readPerson(objectAt(fieldOf(place, 'person'))),
  children: readChildren(fieldOf(place, 'children')),
})

const childAt = (place: Place): ChildFacts => readChildFacts(objectAt(fieldOf(place, 'child')))

const entryIdAt = (place: Place): string => {
  const id = idOf(fieldOf(objectAt(place), 'id'))
  if (id === undefined || id === '') throw new Fault(`${place.pointer}/id: takes a text`)
  if (id.startsWith(backgroundPrefix))
    throw new Fault(`${place.pointer}/id: only the background has ids that begin so`)
  return id
}

/** The register's entries, each under an id of its own. */
const registerAt = <Entry>(
  { value, pointer, leaveOut }: Place,
  read: (place: Place) => Entry,
): (Entry & { readonly id: string })[] => {
  if (!Array.isArray(value)) throw new Fault(`${pointer}: takes a list`)
  const seen = new Set<string>()
  return value.map((entry: unknown, at) => {
    const place = { value: entry, pointer: `${pointer}/${at}`, leaveOut }
    const id = entryIdAt(place)
    if (seen.has(id)) throw new Fault(`${place.pointer}/id: stands here twice`)
    seen.add(id)
    return { ...read(place), id }
  })
}

const lineAt = (place: Place): MatchLine => {
  const id = idOf(fieldOf(objectAt(place), 'id'))
  if (id === undefined) throw new Fault('/id: takes a text')
  const query = objectAt(fieldOf(place, 'query'))
  const register = fieldOf(place, 'register')
  if (isObjectAt(fieldOf(query, 'child')))
    return {
      id,
      kind: 'child',
      register: registerAt(register, (entry) => ({ child: childAt(entry) })),
      query: childAt(query),
    }
  return { id, kind: 'adult', register: registerAt(register, adultAt), query: adultAt(query) }
}

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** One line of NDJSON, read leniently. */
export const readMatchLine = (text: string): ReadMatchLine => {
  const content = parsed(text)
  if (content === undefined) return { id: null, error: 'the line: is no JSON', leftOut: [] }
  const leftOut: string[] = []
  const place = { ...content, pointer: '', leaveOut: (pointer: string) => leftOut.push(pointer) }
  try {
    return { line: lineAt(place), leftOut }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { id: idOf(fieldOf(place, 'id')) ?? null, error: error.message, leftOut }
  }
}
