import { present } from '../kernel/present.ts'
import type { Related, RelationFact } from './adult-of.ts'
import { relationshipOf } from './values.ts'

type Told = RelationFact['told']

const sameWord = (field: string, text: string): string =>
  field === 'relationship' ? (relationshipOf(text) ?? text) : text.toLowerCase()

/** Whether two rows say nothing in one column that differs: a table says that she is the mother, another since when. */
const completes = (one: Told, other: Told): boolean =>
  Object.entries(present(one)).every(([field, text]) => {
    const said = Object.entries(present(other)).find(([name]) => name === field)?.[1]
    return said === undefined || sameWord(field, said) === sameWord(field, text)
  })

const textOf = ({ relation: { told, origin } }: Related): string =>
  `${origin.file} ${JSON.stringify(Object.entries(present(told)).toSorted())}`

const together = (one: Related, other: Related): Related => ({
  ...one,
  relation: { ...one.relation, told: { ...other.relation.told, ...present(one.relation.told) } },
})

/** Relationships of one child in any order of rows: those of one adult that complete one another are one. */
export const withoutRepeats = (related: readonly Related[]): Related[] => {
  const made: Related[] = []
  for (const one of related.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1))) {
    const at = made.findIndex(
      ({ relation }) =>
        relation.adult === one.relation.adult && completes(relation.told, one.relation.told),
    )
    const before = made[at]
    if (before === undefined) made.push(one)
    else made[at] = together(before, one)
  }
  return made
}
