import type { Random } from '../../local/seed/random.ts'
import { anyLandline, mobileOf } from './numbers.ts'
import { plainLetters } from './plain-letters.ts'
import { type Born, lastYear } from './population-types.ts'

/** What children and some partners share with the adult of the house. */
export type HouseContacts = { readonly phone: string }
type Contacts = { readonly phone: string; readonly email: string }
type Named = {
  readonly given: string
  readonly family: string
  readonly born: Born
  readonly serial: number
}

const domains = [
  { share: 45, domain: 'mail.example' },
  { share: 20, domain: 'post.example' },
  { share: 15, domain: 'inbox.example' },
  { share: 12, domain: 'webmail.example' },
  { share: 8, domain: 'letters.example' },
] as const

const inEmail = (name: string): string =>
  plainLetters(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '')

const addressOf = (random: Random, { given, family, born }: Named): string => {
  const [first, last] = [inEmail(given), inEmail(family)]
  const form = random.between(0, 3)
  const number = random.chance(0.5) ? String(born.year % 100) : String(random.between(1, 9999))
  const local = [
    `${first}.${last}${number}`,
    `${first}${last}${number}`,
    `${first.charAt(0)}${last}${number}`,
  ]
  return `${local[form] ?? `${first}${number}`}@${random.weighted(domains).domain}`
}

type Numbers = { readonly serial: number; readonly house: string }

const childsPhone = (random: Random, age: number, { serial, house }: Numbers): string => {
  if (age < 13) return random.chance(0.8) ? house : ''
  return random.chance(0.5) ? mobileOf(serial) : house
}

const adultsPhone = (random: Random, age: number, { serial, house }: Numbers): string => {
  if (random.chance(0.08)) return ''
  if (random.chance(age >= 70 ? 0.3 : 0.04))
    return house.startsWith('01') ? house : anyLandline(random)
  return house !== '' && random.chance(0.05) ? house : mobileOf(serial)
}

/** Adults mostly have a number of their own, and half of them an e-mail address; children their parent's number. */
export const contactsOf = (random: Random, named: Named, house: HouseContacts): Contacts => {
  const age = lastYear - named.born.year
  const phone = (age < 18 ? childsPhone : adultsPhone)(random, age, {
    serial: named.serial,
    house: house.phone,
  })
  const hasEmail = age >= 16 && random.chance(age >= 75 ? 0.25 : 0.53)
  return { phone, email: hasEmail ? addressOf(random, named) : '' }
}
