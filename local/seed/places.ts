import type { LocalCode } from '../../infra/stages/local.ts'
import { eastvale, northmoor, westmarch } from '../../infra/stages/local.ts'
import { daysFrom } from '../people/calendar.ts'
import { drawTerrace, homeAt, unitOf } from '../people/homes.ts'
import type { Random } from '../people/random.ts'
import type { AddressInput } from './seed-types.ts'

type Town = { readonly share: number; readonly town: string; readonly outcode: string }

/**
 * Invented towns. WM, NM and EV look like postcode areas and are none, so that no letter meant for an invented family
 * can reach a real door. @see Royal Mail, postcode areas in use
 */
const towns: Readonly<Record<LocalCode, readonly Town[]>> = {
  [westmarch]: [
    { share: 40, town: 'Westmarch', outcode: 'WM1' },
    { share: 25, town: 'Tannersford', outcode: 'WM2' },
    { share: 20, town: 'Holloway Green', outcode: 'WM4' },
    { share: 15, town: 'Little Sallow', outcode: 'WM7' },
  ],
  [northmoor]: [
    { share: 45, town: 'Northmoor', outcode: 'NM1' },
    { share: 25, town: 'Cragthorpe', outcode: 'NM3' },
    { share: 20, town: 'Millgate Bottom', outcode: 'NM5' },
    { share: 10, town: 'High Skelder', outcode: 'NM11' },
  ],
  [eastvale]: [
    { share: 35, town: 'Eastvale', outcode: 'EV1' },
    { share: 30, town: 'Fenny Marrow', outcode: 'EV2' },
    { share: 20, town: 'Saltby-on-Sea', outcode: 'EV8' },
    { share: 15, town: 'Oxwell St Anne', outcode: 'EV12' },
  ],
}

// Twelve digits from 9999 are above every number issued.
const unissuedProperty = (random: Random): string =>
  `9999${String(random.between(0, 99_999_999)).padStart(8, '0')}`

/** An invented home in one of the authority's towns. `uprn` for about one in three, as registers have it. */
const makeAddress = (random: Random, authority: LocalCode): AddressInput => {
  const { town, outcode } = random.weighted(towns[authority])
  const code = `${outcode} ${random.between(0, 9)}${unitOf(random.between(0, 399))}`
  const home = homeAt(random, { ...drawTerrace(random), town, code }, random.between(0, 39))
  return {
    houseNumber: home.house,
    street: home.street,
    town: home.town,
    postcode: home.postcode,
    ...(random.chance(0.3) && { uprn: unissuedProperty(random) }),
  }
}

/** Where a household lives and, for one in three, where it lived before: the current home first. */
export const makeHomes = (
  random: Random,
  authority: LocalCode,
  today: Date,
): readonly AddressInput[] => {
  const home = makeAddress(random, authority)
  if (!random.chance(0.35)) return [home]
  const movedOn = daysFrom(today, -random.between(20, 1500))
  const former = makeAddress(random, authority)
  const since = daysFrom(today, -random.between(1501, 4000))
  return [
    { ...home, from: movedOn },
    { ...former, from: since, to: movedOn },
  ]
}
