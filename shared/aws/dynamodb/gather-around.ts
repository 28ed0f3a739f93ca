import type { GatherAround } from '../../assessing/gathered.ts'
import type { Chronology } from '../../chronology/notification.ts'
import { homesOf } from '../../household/home-address.ts'
import type { Around } from '../../household/joined-children.ts'
import { type AdultId, adultIdSchema, type ChildId, childIdSchema } from '../../kernel/ids.ts'
import { homeKeys, isChildKey } from '../../matching/home-keys.ts'
import type { Address } from '../../people/person.ts'
import { isHidden } from '../../register/findable.ts'
import { type HashKeys, readBlocks } from './blocks.ts'
import { readEarlierIn } from './chronology.ts'
import { chronologyKind } from './chronology-kinds.ts'
import { adultKey, childKey, chronologyKey } from './keys.ts'
import { askWhole, type Finish } from './left-over-marks.ts'
import { adultOf, childOf } from './register-rows.ts'
import type { Store } from './store.ts'

/** The most people who live at one address and are looked at: of more, it is no home. */
const mostAtAddress = 16

type Tables = { readonly register: string; readonly casework: string }
type Ids = { readonly adultIds: readonly AdultId[]; readonly childIds: readonly ChildId[] }

const nobody: Ids = { adultIds: [], childIds: [] }

const inHand = ({ adults, children }: Around): ReadonlySet<string> =>
  new Set<string>([
    ...adults.map(({ adultId }) => adultId),
    ...children.map(({ childId }) => childId),
  ])

/** Adults of these children, and children of these adults, by the links in their records. */
const linkedTo = ({ adults, children }: Around): Ids => ({
  adultIds: children.flatMap((child) => child.adults.map(({ adultId }) => adultId)),
  childIds: adults.flatMap((adult) => adult.children.map(({ childId }) => childId)),
})

const joined = (around: Around, more: Around): Around => ({
  adults: [
    ...new Map([...around.adults, ...more.adults].map((one) => [one.adultId, one])).values(),
  ],
  children: [
    ...new Map([...around.children, ...more.children].map((one) => [one.childId, one])).values(),
  ],
})

const currentHomes = (addresses: readonly Address[]): readonly Address[] =>
  homesOf(addresses).slice(0, 1)

/** Where these people live, as far as it may be told: nobody is found by a hidden address. */
const homesIn = ({ adults, children }: Around): Address[] => [
  ...adults
    .filter((adult) => !isHidden(adult))
    .flatMap(({ person }) => currentHomes(person.addresses)),
  ...children
    .filter(({ child }) => !child.restricted.address)
    .flatMap(({ child }) => currentHomes(child.addresses)),
]

/** Of all that was read the people asked about: other candidates are not around anybody. */
const centreOf = ({ adults, children }: Around, centre: Ids): Around => ({
  adults: adults.filter(({ adultId }) => centre.adultIds.includes(adultId)),
  children: children.filter(({ childId }) => centre.childIds.includes(childId)),
})

const unite = (one: Ids, other: Ids): Ids => ({
  adultIds: [...one.adultIds, ...other.adultIds],
  childIds: [...one.childIds, ...other.childIds],
})

/** Records by id that are not in hand yet, added to those that are. */
const readMore = async (
  { store, register }: { readonly store: Store; readonly register: string },
  { adultIds, childIds }: Ids,
  around: Around,
): Promise<Around> => {
  const known = inHand(around)
  const fresh = (ids: readonly string[]): string[] =>
    [...new Set(ids)].filter((id) => !known.has(id))
  const keys = [...fresh(adultIds).map(adultKey), ...fresh(childIds).map(childKey)]
  if (keys.length === 0) return around
  const rows = await store.batch({ [register]: keys })
  return joined(around, {
    adults: rows.flatMap((row) => adultOf(row) ?? []),
    children: rows.flatMap((row) => childOf(row) ?? []),
  })
}

/** Who lives at these addresses, by the match index. */
const atAddresses = async (
  { store, register, hashKeys }: Reading,
  around: Around,
): Promise<Ids> => {
  if (hashKeys === undefined) return nobody
  const blocks = await readBlocks(store, register, { keys: homeKeys(homesIn(around)), hashKeys })
  const found = [...blocks.values()].filter(({ ids }) => ids.length <= mostAtAddress)
  const idsOf = (isOfChild: boolean): string[] =>
    found.filter(({ key }) => isChildKey(key) === isOfChild).flatMap(({ ids }) => ids)
  return {
    adultIds: idsOf(false).map((id) => adultIdSchema.parse(id)),
    childIds: idsOf(true).map((id) => childIdSchema.parse(id)),
  }
}

/**
 * What whoever assesses has more than whoever reads. Without `hashKeys` nobody is sought by address: whoever only reads has no
 * key to the index. Without `finish` a chronology that is only partly written is not read.
 */
export type Assessing = { readonly hashKeys: HashKeys; readonly finish?: Finish | undefined }

type Reading = {
  readonly store: Store
  readonly register: string
  readonly hashKeys: HashKeys | undefined
}

/** A head for each child, empty where nothing is remembered yet. */
const headsOf = async (
  store: Store,
  casework: string,
  childIds: readonly ChildId[],
): Promise<Chronology[]> => {
  const rows = await store.batch({ [casework]: childIds.map(chronologyKey) })
  const remembered = rows.map((row) => chronologyKind.read(row).chronology)
  return childIds.map(
    (childId) =>
      remembered.find((head) => head.childId === childId) ?? {
        childId,
        version: 0,
        notifications: [],
      },
  )
}

/**
 * Three round trips, one more where the people themselves are not in hand: those linked to them, and whoever lives at
 * their address; those linked to these; and those linked in turn, with all that is remembered of the children.
 */
export const gatherAroundFrom =
  (store: Store, { register, casework }: Tables, assessing?: Assessing): GatherAround =>
  async (centre, known, reader) => {
    const reading = { store, register, hashKeys: assessing?.hashKeys }
    const here = centreOf(await readMore(reading, centre, known), centre)
    const [linked, homed, whole] = await Promise.all([
      readMore(reading, linkedTo(here), here),
      atAddresses(reading, here),
      askWhole({ store, casework }, assessing?.finish),
    ])
    const near = await readMore(reading, unite(homed, linkedTo(linked)), linked)
    const further = linkedTo(near)
    const childIds = [
      ...new Set([...near.children.map(({ childId }) => childId), ...further.childIds]),
    ]
    await whole(childIds.map((childId) => chronologyKey(childId).pk))
    const [around, chronologies, entries] = await Promise.all([
      readMore(reading, further, near),
      headsOf(store, casework, childIds),
      readEarlierIn(store, casework)(childIds, reader),
    ])
    return { ...around, chronologies, entries }
  }
