import { errorRates } from './error-rates.ts'
import { anyMobile, nhsNumberOf } from './numbers.ts'
import type { Slip } from './slip.ts'
import { digitSlip } from './text-slips.ts'

/** A body may know the NHS number of somebody whose entry in the register has none. */
const identifier: Slip = (told, { person }, random) => {
  if (random.chance(errorRates.identifierMissing)) return { ...told, identifier: '' }
  const number = nhsNumberOf(person.serial)
  const isMistyped = random.chance(errorRates.identifierTypo)
  return { ...told, identifier: isMistyped ? digitSlip(random, number) : number }
}

const phone: Slip = (told, { person }, random) => {
  const among = random.fraction()
  if (among < errorRates.phoneMissing) return { ...told, phone: '' }
  if (among < errorRates.phoneMissing + errorRates.phoneChanged)
    return { ...told, phone: anyMobile(random) }
  const isMistyped = random.chance(errorRates.phoneTypo)
  return { ...told, phone: isMistyped ? digitSlip(random, person.phone) : person.phone }
}

const email: Slip = (told, { person }, random) => {
  if (person.email === '' || random.chance(errorRates.emailMissing)) return { ...told, email: '' }
  const isOther = random.chance(errorRates.emailChanged)
  return { ...told, email: isOther ? digitSlip(random, `1${person.email}`) : person.email }
}

export const contactSlips: readonly Slip[] = [identifier, phone, email]
