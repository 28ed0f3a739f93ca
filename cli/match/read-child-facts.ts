import * as z from 'zod'
import { calendarDateSchema } from '../../shared/calendar/calendar-date.ts'
import { relationshipToChildCodes } from '../../shared/codes/relationships.ts'
import { present } from '../../shared/kernel/present.ts'
import type { AdultOfChild, ChildFacts } from '../../shared/matching/child-facts.ts'
import { partialDateSchema } from '../../shared/people/person.ts'
import { fieldOf, itemsOf, type Place, readAt } from './lenient.ts'
import { listAt, readAddress, readName, readNhsNumber, readPerson, readSex } from './read-person.ts'

const relationshipSchema = z.enum(relationshipToChildCodes)
const yearsSchema = z.coerce.number().int().min(0).max(18)

const readAdult = (place: Place): AdultOfChild => {
  const { names, dateOfBirth } = readPerson(place)
  const relationship = readAt(fieldOf(place, 'relationship'), relationshipSchema)
  return { names, ...present({ dateOfBirth, relationship }) }
}

const readAge = (place: Place): ChildFacts['age'] => {
  const years = readAt(fieldOf(place, 'years'), yearsSchema)
  const on = readAt(fieldOf(place, 'on'), calendarDateSchema)
  return years === undefined || on === undefined ? undefined : { years, on }
}

/** A child, read as leniently as a person: by the fields of a child in the register, with the adults on whom it depends. */
export const readChildFacts = (place: Place): ChildFacts => ({
  names: [...itemsOf(fieldOf(place, 'name')), ...itemsOf(fieldOf(place, 'alsoKnownAs'))].flatMap(
    (name) => readName(name) ?? [],
  ),
  ...present({
    dateOfBirth: readAt(fieldOf(place, 'dateOfBirth'), partialDateSchema),
    expectedDateOfDelivery: readAt(fieldOf(place, 'expectedDateOfDelivery'), calendarDateSchema),
    age: readAge(fieldOf(place, 'age')),
    sex: readSex(place),
  }),
  nhsNumbers: listAt(fieldOf(place, 'nhsNumbers'), readNhsNumber),
  addresses: listAt(fieldOf(place, 'addresses'), readAddress),
  adults: itemsOf(fieldOf(place, 'adults')).map(readAdult),
})
