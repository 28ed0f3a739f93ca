import type { ChildEvidence } from '../../shared/matching/child-evidence.ts'
import type { MatchCandidate } from '../../shared/matching/match.ts'
import type { Person } from '../../shared/people/person.ts'
import { backgroundPrefix } from './background.ts'
import { fieldOf, isObjectAt, type Place } from './lenient.ts'
import { readChildren } from './read-child.ts'
import { readPerson } from './read-person.ts'

/** Somebody sought among the people of a small register. */
export type MatchLine = {
  readonly id: string
  readonly register: readonly MatchCandidate[]
  readonly query: { readonly person: Person; readonly children: readonly ChildEvidence[] }
}

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

const entryAt = (place: Place): MatchCandidate => {
  const id = idOf(fieldOf(objectAt(place), 'id'))
  if (id === undefined || id === '') throw new Fault(`${place.pointer}/id: takes a text`)
  if (id.startsWith(backgroundPrefix))
    throw new Fault(`${place.pointer}/id: only the background has ids that begin so`)
  return {
    id,
    person: readPerson(objectAt(fieldOf(place, 'person'))),
    children: readChildren(fieldOf(place, 'children')),
  }
}

const registerAt = (place: Place): readonly MatchCandidate[] => {
  const { value, pointer, leaveOut } = place
  if (!Array.isArray(value)) throw new Fault(`${pointer}: takes a list`)
  const entries = value.map((entry: unknown, at) =>
    entryAt({ value: entry, pointer: `${pointer}/${at}`, leaveOut }),
  )
  const seen = new Set<string>()
  for (const [at, { id }] of entries.entries()) {
    if (seen.has(id)) throw new Fault(`${pointer}/${at}/id: stands here twice`)
    seen.add(id)
  }
  return entries
}

const lineAt = (place: Place): MatchLine => {
  const id = idOf(fieldOf(objectAt(place), 'id'))
  if (id === undefined) throw new Fault('/id: takes a text')
  const query = objectAt(fieldOf(place, 'query'))
  return {
    id,
    register: registerAt(fieldOf(place, 'register')),
    query: {
      person: readPerson(objectAt(fieldOf(query, 'person'))),
      children: readChildren(fieldOf(query, 'children')),
    },
  }
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
