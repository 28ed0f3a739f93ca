import type { By } from '../agencies/recorder-of.ts'
import { type AdultId, adultIdSchema, type ChildId, childIdSchema, hubWide } from '../kernel/ids.ts'
import { sideBySide } from '../kernel/side-by-side.ts'
import type { Child } from '../register/child.ts'
import type { LoadStep } from '../register/load.ts'
import { type Told, toldBy } from '../register/plan-load.ts'
import { type Found, nowhere } from '../register/register-change.ts'
import type { StoredAdult, StoredChild } from '../register/stored.ts'
import type { ChangeRegisterDeps } from './change-register.ts'
import { type LoadedRecord, loadChild, settledBy } from './load-child.ts'
import { inHouseholds } from './load-households.ts'

export type LoadRecordsDeps = ChangeRegisterDeps & {
  /** Records as they stand, however many, in as few round trips as they fit; whoever is in none stands nowhere. */
  readonly readChildren: (
    ids: readonly ChildId[],
  ) => Promise<ReadonlyMap<ChildId, Found<StoredChild>>>
  readonly readAdults: (
    ids: readonly AdultId[],
  ) => Promise<ReadonlyMap<AdultId, Found<StoredAdult>>>
}

/** Records worked on at once: enough that waiting for the tables is shared. */
export const atOnce = 16

type Records = {
  readonly by: By
  readonly step: LoadStep
  readonly records: readonly { readonly id: string; readonly child: Child }[]
}
type One = { readonly id: string; readonly child: Child; readonly told: Told }
type Standing = ReadonlyMap<ChildId, Found<StoredChild>>

const oneOf = ({ id, child }: Records['records'][number]): One => {
  const { authority, adults } = child
  const childId = childIdSchema.parse(hubWide(authority, id))
  const adultIds = adults.map((adult) => adultIdSchema.parse(hubWide(authority, adult.id)))
  return { id, child, told: toldBy({ childId, child, adultIds }) }
}

/** The first of each household, then the second of each: who shares an adult is never worked on at once. */
const turnsOf = (ones: readonly One[]): One[][] => {
  const households = inHouseholds(ones)
  const longest = Math.max(0, ...households.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    households.flatMap((household) => household[at] ?? []),
  )
}

/** Every adult whom these children had or are to have. */
const adultsOf = (ones: readonly One[], standing: Standing): AdultId[] => [
  ...new Set(
    ones.flatMap(({ told: { childId, adultIds } }) => [
      ...adultIds,
      ...(standing.get(childId)?.record?.adults.map(({ adultId }) => adultId) ?? []),
    ]),
  ),
]

/**
 * Compares records with the register or applies them, each by the use case that records any child. They are read together:
 * the children in one, and for those of whom something is new their adults.
 */
export const loadRecords = async (
  { by, step, records }: Records,
  deps: LoadRecordsDeps,
): Promise<readonly LoadedRecord[]> => {
  const ones = records.map(oneOf)
  const standing = await deps.readChildren(ones.map(({ told }) => told.childId))
  const ownOf = ({ told }: One): Found<StoredChild> => standing.get(told.childId) ?? nowhere
  const results: LoadedRecord[] = []
  const left = ones.filter((one) => {
    const settled = settledBy(one.told, ownOf(one), step)
    if (settled === undefined) return true
    const { kind: _, ...said } = settled
    results.push({ id: one.id, ...said })
    return false
  })
  for (const turn of turnsOf(left)) {
    const adults = await deps.readAdults(adultsOf(turn, standing))
    await sideBySide(turn, atOnce, async (one) => {
      const { id, told } = one
      const before = { child: ownOf(one), adults }
      results.push(await loadChild({ by, id, told, step, before }, deps))
    })
  }
  return results
}
