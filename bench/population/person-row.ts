import type { Row } from './row.ts'
import type { Anybody } from './slip.ts'

/** Somebody as they are: every name in full, nothing missing but the number, nothing wrong. */
export const personRow = (id: string, { person, home }: Anybody): Row => ({
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
