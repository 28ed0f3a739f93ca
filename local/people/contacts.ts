import { telephoneOf } from './invented-numbers.ts'
import { plainLetters } from './names/plain-letters.ts'
import { type Born, lastYear } from './people-types.ts'
import type { Random } from './random.ts'

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
  return random.chance(0.5) ? telephoneOf(serial) : house
}

const adultsPhone = (random: Random, age: number, { serial, house }: Numbers): string => {
  if (random.chance(0.08)) return ''
  const isShared = house !== '' && random.chance(age >= 70 ? 0.3 : 0.05)
  return isShared ? house : telephoneOf(serial)
}

/**
 * Adults mostly have a number of their own, and half of them an e-mail address; children, and some partners, have that
 * of the adult of the house.
 */
export const contactsOf = (random: Random, named: Named, house: string): Contacts => {
  const age = lastYear - named.born.year
  const phone = (age < 18 ? childsPhone : adultsPhone)(random, age, {
    serial: named.serial,
    house,
  })
  const hasEmail = age >= 16 && random.chance(age >= 75 ? 0.25 : 0.53)
  return { phone, email: hasEmail ? addressOf(random, named) : '' }
}
