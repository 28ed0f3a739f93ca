import {
  firstStrangerSerial,
  nhsNumberOf,
  telephoneOf,
} from '../../local/people/invented-numbers.ts'
import type { Random } from '../../local/people/random.ts'
import { errorRates } from './error-rates.ts'
import type { PlainSlip } from './slip.ts'
import { digitSlip } from './text-slips.ts'

/** A digit struck wrongly after the opening of a range, so that the number is still one that nobody has. */
const slipAfter = (random: Random, opening: string, number: string): string =>
  number === '' ? '' : opening + digitSlip(random, number.slice(opening.length))

/** A body may know the NHS number of somebody whose entry in the register has none. */
const identifier: PlainSlip = (told, { person }, random) => {
  if (random.chance(errorRates.identifierMissing)) return { ...told, identifier: '' }
  const number = nhsNumberOf(person.serial)
  const isMistyped = random.chance(errorRates.identifierTypo)
  return { ...told, identifier: isMistyped ? slipAfter(random, '999', number) : number }
}

const phone: PlainSlip = (told, { person }, random) => {
  const among = random.fraction()
  if (among < errorRates.phoneMissing) return { ...told, phone: '' }
  if (among < errorRates.phoneMissing + errorRates.phoneChanged)
    return { ...told, phone: telephoneOf(firstStrangerSerial + random.between(0, 1999)) }
  const isMistyped = random.chance(errorRates.phoneTypo)
  return {
    ...told,
    phone: isMistyped ? slipAfter(random, person.phone.slice(0, -3), person.phone) : person.phone,
  }
}

const email: PlainSlip = (told, { person }, random) => {
  if (person.email === '' || random.chance(errorRates.emailMissing)) return { ...told, email: '' }
  const isOther = random.chance(errorRates.emailChanged)
  return { ...told, email: isOther ? digitSlip(random, `1${person.email}`) : person.email }
}

export const contactSlips: readonly PlainSlip[] = [identifier, phone, email]
