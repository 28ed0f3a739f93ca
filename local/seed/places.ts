import type { AuthorityCode } from '../../shared/agencies/authorities.ts'
import type { Random } from './random.ts'
import type { AddressInput } from './seed-types.ts'

type Town = { readonly share: number; readonly town: string; readonly outcode: string }

/**
 * Invented towns. WM, NM and EV look like postcode areas and are none, so that no letter meant for an invented family
 * can reach a real door. @see Royal Mail, postcode areas in use
 */
const towns: Readonly<Record<AuthorityCode, readonly Town[]>> = {
  E06000991: [
    { share: 40, town: 'Westmarch', outcode: 'WM1' },
    { share: 25, town: 'Tannersford', outcode: 'WM2' },
    { share: 20, town: 'Holloway Green', outcode: 'WM4' },
    { share: 15, town: 'Little Sallow', outcode: 'WM7' },
  ],
  E08000992: [
    { share: 45, town: 'Northmoor', outcode: 'NM1' },
    { share: 25, town: 'Cragthorpe', outcode: 'NM3' },
    { share: 20, town: 'Millgate Bottom', outcode: 'NM5' },
    { share: 10, town: 'High Skelder', outcode: 'NM11' },
  ],
  E10000993: [
    { share: 35, town: 'Eastvale', outcode: 'EV1' },
    { share: 30, town: 'Fenny Marrow', outcode: 'EV2' },
    { share: 20, town: 'Saltby-on-Sea', outcode: 'EV8' },
    { share: 15, town: 'Oxwell St Anne', outcode: 'EV12' },
  ],
}

const streetNames =
  `Tannery,Station,Church,Mill,Chapel,Victoria,Albert,Park,Quarry,Wharf,Orchard,Meadow,Cobbler,Heron,Larch,Rowan,
  Alder,Foundry,Weaver,Spindle,Bobbin,Canal,Lock,Granary,Harbour,Lantern,Sexton,Barley,Clover,Priory,Abbot,Fuller,
  Plover,Kestrel,Bracken,Gorse,Hawthorn,Juniper,Market,Beacon,Saddler,Cooper,Ropewalk,Tollgate,Windmill,Furlong`
    .split(',')
    .map((name) => name.trim())
const streetKinds = [
  'Road',
  'Street',
  'Close',
  'Lane',
  'Avenue',
  'Row',
  'Court',
  'Drive',
  'Gardens',
  'Terrace',
]
const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ'

const inwardCode = (random: Random): string =>
  `${random.between(0, 9)}${random.pick([...inwardLetters])}${random.pick([...inwardLetters])}`

// Twelve digits from 9999 are above every number issued.
const unissuedProperty = (random: Random): string =>
  `9999${String(random.between(0, 99_999_999)).padStart(8, '0')}`

/** An invented home in one of the authority's towns. `uprn` for about one in three, as registers have it. */
export const makeAddress = (random: Random, authority: AuthorityCode): AddressInput => {
  const { town, outcode } = random.weighted(towns[authority])
  const house = String(random.between(1, 180))
  return {
    houseNumber: random.chance(0.18) ? `Flat ${random.between(1, 24)}, ${house}` : house,
    street: `${random.pick(streetNames)} ${random.favour(streetKinds)}`,
    town,
    postcode: `${outcode} ${inwardCode(random)}`,
    ...(random.chance(0.3) && { uprn: unissuedProperty(random) }),
  }
}
