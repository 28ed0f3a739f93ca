import * as z from 'zod'
import { isAtHome } from './home.ts'
import { addressKey, nameKey, textKey } from './keep-all.ts'
import type { StoredAdult, StoredChild } from './stored.ts'

/**
 * What happened to a household. `renamed`: a name, a date of birth or an NHS number that was not known; `moved`: an
 * address, a telephone number or an e-mail; `joined`: an adult newly related, or now at home; `agreed`: a written agreement
 * with the parents runs that was not known (F19); `rekeyed`: nothing but that
 * somebody else's record leads to this one otherwise.
 */
export const householdChangeKinds = [
  'recorded',
  'born',
  'renamed',
  'moved',
  'joined',
  'agreed',
  'rekeyed',
] as const
export type HouseholdChangeKind = (typeof householdChangeKinds)[number]

/**
 * That a household changed with this write of a child's record, or of an adult's (F15, F11): a piece of work, kept until
 * what was told of the household as it was has been decided on the household as it is. Ids and codes only.
 */
export const householdChangeSchema = z.strictObject({
  of: z.enum(['child', 'adult']),
  id: z.string(),
  revision: z.int().min(1),
  kinds: z.array(z.enum(householdChangeKinds)).min(1),
  recordedAt: z.iso.datetime(),
  status: z.enum(['PENDING', 'APPLIED']),
})
export type HouseholdChange = z.infer<typeof householdChangeSchema>

/** Where a change is found. */
export type HouseholdChangeRef = Pick<HouseholdChange, 'of' | 'id' | 'revision'>

type Pair<StoredRecord> = {
  readonly before: StoredRecord | undefined
  readonly after: StoredRecord
}
type Child = Pick<StoredChild, 'child' | 'adults'>
type Adult = Pick<StoredAdult, 'person'>

const hasMore = (before: readonly string[], after: readonly string[]): boolean =>
  after.some((one) => !before.includes(one))

const identityOfAdult = ({ person }: Adult): string[] => [
  ...person.names.map(nameKey),
  ...person.nhsNumbers,
  person.dateOfBirth ?? '',
]
const whereaboutsOfAdult = ({ person }: Adult): string[] => [
  ...person.addresses.map(addressKey),
  ...[...person.phones, ...person.emails].map(textKey),
]
const identityOfChild = ({ child }: Child): string[] => [
  ...[child.name ?? {}, ...child.alsoKnownAs].map(nameKey),
  child.nhsNumber ?? '',
  child.dateOfBirth ?? child.expectedDateOfDelivery ?? '',
]
const whereaboutsOfChild = ({ child }: Child): string[] => child.addresses.map(addressKey)

const isBorn = ({ before, after }: Pair<Child>): boolean =>
  before !== undefined &&
  before.child.dateOfBirth === undefined &&
  after.child.dateOfBirth !== undefined

const isJoined = ({ before, after }: Pair<Child>): boolean =>
  before !== undefined &&
  after.adults.some(
    ({ adultId }) =>
      !before.adults.some((one) => one.adultId === adultId) ||
      (isAtHome(after, adultId) && !isAtHome(before, adultId)),
  )

const runningIn = ({ child }: Child): string[] =>
  child.writtenAgreements.filter(({ state }) => state === 'RUNNING').map(({ id }) => id)

/** What an adult's record tells that it did not tell before; of somebody new, that they are recorded. */
export const changesOfAdult = ({ before, after }: Pair<Adult>): HouseholdChangeKind[] => {
  if (before === undefined) return ['recorded']
  return [
    ...(hasMore(identityOfAdult(before), identityOfAdult(after)) ? (['renamed'] as const) : []),
    ...(hasMore(whereaboutsOfAdult(before), whereaboutsOfAdult(after)) ? (['moved'] as const) : []),
  ]
}

/** As {@link changesOfAdult}. A record that only loses something changes nothing here: who leaves adds no past. */
export const changesOfChild = (pair: Pair<Child>): HouseholdChangeKind[] => {
  const { before, after } = pair
  if (before === undefined) return ['recorded']
  const isRenamed = !isBorn(pair) && hasMore(identityOfChild(before), identityOfChild(after))
  return [
    ...(isBorn(pair) ? (['born'] as const) : []),
    ...(isRenamed ? (['renamed'] as const) : []),
    ...(hasMore(whereaboutsOfChild(before), whereaboutsOfChild(after)) ? (['moved'] as const) : []),
    ...(isJoined(pair) ? (['joined'] as const) : []),
    ...(hasMore(runningIn(before), runningIn(after)) ? (['agreed'] as const) : []),
  ]
}
