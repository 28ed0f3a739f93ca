import { present } from '../../shared/kernel/present.ts'
import { nhsNumberSchema } from '../../shared/people/nhs-number.ts'
import {
  type Address,
  addressSchema,
  emailSchema,
  type Person,
  type PersonName,
  partialDateSchema,
  personShape,
} from '../../shared/people/person.ts'
import { plainText } from '../../shared/people/plain-text.ts'
import { fieldOf, isObjectAt, itemsOf, type Place, readAt } from './lenient.ts'

const nameText = plainText(100)
const phoneText = plainText(20)

const sexes: ReadonlyMap<string, string> = new Map([
  ['MALE', 'M'],
  ['FEMALE', 'F'],
  ['UNKNOWN', 'U'],
])

const tidySex = (text: string): string => {
  const upper = text.toUpperCase()
  return sexes.get(upper) ?? upper
}

/** As the NHS prints them, and as people type them. */
const tidyNhsNumber = (text: string): string => text.replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '')

export const listAt = <T>(place: Place, read: (item: Place) => T | undefined): T[] =>
  itemsOf(place).flatMap((item) => read(item) ?? [])

/** A name in halves, or in one text where it was not told which half is which. */
export const readName = (place: Place): PersonName | undefined => {
  const whole = isObjectAt(place) ? undefined : readAt(place, nameText)
  const given = whole ?? readAt(fieldOf(place, 'given'), nameText)
  const family = readAt(fieldOf(place, 'family'), nameText)
  return given === undefined && family === undefined ? undefined : present({ given, family })
}

const { houseNumber, street, town, postcode, uprn, from, to } = addressSchema.shape

export const readAddress = (place: Place): Address | undefined => {
  if (!isObjectAt(place)) {
    place.leaveOut(place.pointer)
    return undefined
  }
  const address = present({
    houseNumber: readAt(fieldOf(place, 'houseNumber'), houseNumber),
    street: readAt(fieldOf(place, 'street'), street),
    town: readAt(fieldOf(place, 'town'), town),
    postcode: readAt(fieldOf(place, 'postcode'), postcode),
    uprn: readAt(fieldOf(place, 'uprn'), uprn),
    from: readAt(fieldOf(place, 'from'), from),
    to: readAt(fieldOf(place, 'to'), to),
  })
  return Object.keys(address).length > 0 ? address : undefined
}

export const readSex = (place: Place): Person['sex'] =>
  readAt(fieldOf(place, 'sex'), personShape.sex, tidySex)

export const readNhsNumber = (place: Place): string | undefined =>
  readAt(place, nhsNumberSchema, tidyNhsNumber)

/**
 * A person as the API takes one, read as a clerk would: what is not known here is passed over, what was left empty is
 * missing, and a value that the API would refuse is left out while the rest counts.
 */
export const readPerson = (place: Place): Person => ({
  names: listAt(fieldOf(place, 'names'), readName),
  ...present({
    dateOfBirth: readAt(fieldOf(place, 'dateOfBirth'), partialDateSchema),
    sex: readSex(place),
  }),
  addresses: listAt(fieldOf(place, 'addresses'), readAddress),
  nhsNumbers: listAt(fieldOf(place, 'nhsNumbers'), readNhsNumber),
  phones: listAt(fieldOf(place, 'phones'), (item) => readAt(item, phoneText)),
  emails: listAt(fieldOf(place, 'emails'), (item) => readAt(item, emailSchema)),
})
