import { calendarDateSchema } from '../../shared/calendar/calendar-date.ts'
import { present } from '../../shared/kernel/present.ts'
import type { ChildEvidence } from '../../shared/matching/child-evidence.ts'
import { type PersonName, partialDateSchema } from '../../shared/people/person.ts'
import { fieldOf, isObjectAt, itemsOf, type Place, readAt } from './lenient.ts'
import { readName } from './read-person.ts'

/** Words that end no given name: what follows them is not a family name by standing last. */
const leads = /\b(?:of|to|for)$/i

/** A child's name in one text: the last word is the family's, unless it only says whose child it is. */
const inHalves = ({ given, family }: PersonName): PersonName => {
  const [, first, last] = /^(.+)\s(\S+)$/.exec(given ?? '') ?? []
  if (family !== undefined || first === undefined || leads.test(first))
    return present({ given, family })
  return present({ given: first, family: last })
}

const nameOf = (place: Place): PersonName => {
  const named = fieldOf(place, 'name')
  const [whole] = [named, ...itemsOf(fieldOf(place, 'names'))].filter(
    ({ value }) => value !== undefined,
  )
  if (whole === undefined) return readName(place) ?? {}
  const name = readName(whole) ?? {}
  return isObjectAt(whole) ? name : inHalves(name)
}

const readChild = (place: Place): ChildEvidence => ({
  ...nameOf(place),
  ...present({
    dateOfBirth: readAt(fieldOf(place, 'dateOfBirth'), partialDateSchema),
    expectedDateOfDelivery: readAt(fieldOf(place, 'expectedDateOfDelivery'), calendarDateSchema),
  }),
})

/** The children told with a person; one of whom nothing can be read is left out. */
export const readChildren = (place: Place): readonly ChildEvidence[] =>
  itemsOf(place)
    .map(readChild)
    .filter((child) => Object.keys(child).length > 0)
