import type { Random } from '../../local/people/random.ts'
import { errorRates } from './error-rates.ts'
import type { PlainSlip } from './slip.ts'
import { digitSlip, typo } from './text-slips.ts'

const short: Readonly<Record<string, readonly string[]>> = {
  Road: ['Rd', 'Rd.'],
  Street: ['St', 'St.', 'Str'],
  Avenue: ['Ave', 'Av'],
  Lane: ['Ln', 'La'],
  Close: ['Cl', 'Clo'],
  Drive: ['Dr', 'Drv'],
  Gardens: ['Gdns', 'Gdn'],
  Crescent: ['Cres', 'Cresent'],
  Terrace: ['Terr', 'Ter'],
  Place: ['Pl'],
  Grove: ['Gr', 'Grv'],
  Court: ['Ct', 'Crt'],
  House: ['Hse'],
}

const abbreviated = (random: Random, street: string): string =>
  street.replace(/\w+$/, (kind) => {
    const forms = short[kind]
    return forms === undefined ? kind : random.pick(forms)
  })

const house: PlainSlip = (told, _subject, random) => {
  if (random.chance(errorRates.houseMissing)) return { ...told, house_number: '' }
  if (!random.chance(errorRates.houseSlip)) return told
  const [number, letter] = [digitSlip(random, told.house_number), random.pick(['a', 'b'])]
  return { ...told, house_number: random.chance(0.75) ? number : `${told.house_number}${letter}` }
}

const street: PlainSlip = (told, _subject, random) => {
  const written = random.chance(errorRates.streetAbbreviated)
    ? abbreviated(random, told.street)
    : told.street
  return { ...told, street: random.chance(errorRates.streetTypo) ? typo(random, written) : written }
}

const mistypedCode = (random: Random, code: string): string => {
  const way = random.between(0, 2)
  if (way === 0) return digitSlip(random, code)
  if (way === 1) return typo(random, code).toUpperCase()
  const at = code.length - random.between(1, 2)
  return `${code.slice(0, at)}${random.pick([...'ABDEFGHJLNPQRSTUWXYZ'])}${code.slice(at + 1)}`
}

const postcode: PlainSlip = (told, _subject, random) => {
  if (random.chance(errorRates.postcodeMissing)) return { ...told, postcode: '' }
  const code = random.chance(errorRates.postcodeTypo)
    ? mistypedCode(random, told.postcode)
    : told.postcode
  const isJoined = random.chance(errorRates.postcodeUnspaced)
  return { ...told, postcode: isJoined ? code.replace(' ', '') : code }
}

const town: PlainSlip = (told, _subject, random) =>
  random.chance(errorRates.townMissing) ? { ...told, town: '' } : told

const withoutAddress: PlainSlip = (told, _subject, random) =>
  random.chance(errorRates.addressMissing)
    ? { ...told, house_number: '', street: '', town: '', postcode: '' }
    : told

export const addressSlips: readonly PlainSlip[] = [house, street, postcode, town, withoutAddress]
