import { nameOf } from '../texts/name-of.ts'
import type { Content } from './alert-content.ts'
import { type Age, ageOfChild, namesIn } from './people.ts'

/** A box of the picture: who it is, and below the name what an adult is to the children, or how old a child is. */
type Box = {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly relationships?: readonly string[]
  readonly age?: Age
}
type Line = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  /** Whether adult and child are said to live together. */
  readonly lives: 'YES' | 'NO' | 'UNKNOWN'
}
export type FamilyPicture = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

const box = { width: 158, height: 48, step: 62 } as const
const width = 380

/** More letters than this would leave the box; the table has all of them. */
const mostLetters = 18
const shortened = (name: string): string =>
  name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name

type Told = Pick<Content, 'adults' | 'children'>

/** The top of each of a column, so that a shorter one stands around the middle of the other. */
const tops = (own: number, other: number): readonly number[] => {
  const first = 2 + (Math.max(0, other - own) * box.step) / 2
  return Array.from({ length: own }, (_, at) => first + at * box.step)
}

const linesOf = (
  { adults, children }: Told,
  { left, right }: { readonly left: readonly number[]; readonly right: readonly number[] },
): readonly Line[] =>
  children.flatMap(({ relationships }, at) =>
    relationships.flatMap(({ adult, livesWithChild: said }) => {
      const [from, to] = [left[adults.findIndex(({ person }) => person === adult)], right[at]]
      if (from === undefined || to === undefined) return []
      const lives = said === 'YES' || said === 'NO' ? said : 'UNKNOWN'
      const middle = box.height / 2
      return [
        { x1: 2 + box.width, y1: from + middle, x2: width - 2 - box.width, y2: to + middle, lives },
      ]
    }),
  )

/** What an adult is to these children: each relationship once, as most have one to all of them. */
const relationshipsOf = (person: string, { children }: Told): readonly string[] => [
  ...new Set(
    children.flatMap(({ relationships }) =>
      relationships.flatMap(({ adult, relationship }) => (adult === person ? [relationship] : [])),
    ),
  ),
]

/** Adults on the left, children on the right, and a line between those who are said to belong to each other. */
export const familyPicture = (told: Told, now: Date): FamilyPicture | undefined => {
  const { adults, children } = told
  if (adults.length === 0 || children.length === 0) return undefined
  const left = tops(adults.length, children.length)
  const right = tops(children.length, adults.length)
  const rows = Math.max(adults.length, children.length)
  return {
    width,
    height: (rows - 1) * box.step + box.height + 4,
    lines: linesOf(told, { left, right }),
    boxes: [
      ...adults.map(({ person, names }, at) => ({
        name: shortened(nameOf(names[0])),
        x: 2,
        y: left[at] ?? 0,
        relationships: relationshipsOf(person, told),
      })),
      ...children.map((child, at) => ({
        name: shortened(nameOf(child.name)),
        x: width - 2 - box.width,
        y: right[at] ?? 0,
        age: ageOfChild(child, now),
      })),
    ],
  }
}

/** Who is whose, a row for each adult and child: the same as the picture says, and for whoever does not see it. */
export const whoIsWhose = ({ adults, children }: Told) => {
  const names = namesIn({ adults, children })
  return children.flatMap(({ person, relationships }) =>
    relationships.map(({ adult, relationship, livesWithChild }) => ({
      child: names.get(person) ?? '',
      adult: names.get(adult) ?? '',
      relationship,
      livesWithChild,
    })),
  )
}
