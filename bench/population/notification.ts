import type { Random } from '../../local/seed/random.ts'
import { addressSlips } from './address-slips.ts'
import { contactSlips } from './contact-slips.ts'
import { dateSlip, sexSlip } from './date-slips.ts'
import { familySlips, wholeNameSlips } from './family-slips.ts'
import { givenSlips, shortenings } from './given-slips.ts'
import type { Row } from './population-types.ts'
import type { Slip, Subject } from './slip.ts'

/** In this order: a name is first spelt, then shortened, then written into a field. */
const slips: readonly Slip[] = [
  ...familySlips,
  ...givenSlips,
  ...shortenings,
  dateSlip,
  sexSlip,
  ...addressSlips,
  ...wholeNameSlips,
  ...contactSlips,
]

const withoutErrors = (id: string, { person, home }: Subject): Row => ({
  record_id: id,
  given_names: person.given.join(' '),
  family_name: person.family,
  sex: person.sex,
  birth_year: String(person.born.year),
  birth_month: String(person.born.month),
  birth_day: String(person.born.day),
  house_number: home.house,
  street: home.street,
  town: home.town,
  postcode: home.postcode,
  phone: person.phone,
  email: person.email,
  identifier: '',
})

/** What a service writes down of somebody, with the errors of its forms and of its people. */
export const notificationRow = (id: string, subject: Subject, random: Random): Row =>
  slips.reduce((told, slip) => slip(told, subject, random), withoutErrors(id, subject))
