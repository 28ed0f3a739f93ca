import type { Neighbourhood } from '../assessing/gathered.ts'
import { mayBeIn } from '../assessing/may-be-in.ts'
import { monthsBefore } from '../calendar/months.ts'
import type { Chronology } from '../chronology/notification.ts'
import type { Around } from '../household/joined-children.ts'
import { adultIdSchema, type ConcernId, childIdSchema } from '../kernel/ids.ts'
import { mostAttempts, storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import type { HouseholdChange, HouseholdChangeRef } from '../register/household-change.ts'
import { type AssessAgainDeps, assessAgain, isUnderWay } from './assess-again.ts'

export type ApplyHouseholdDeps = AssessAgainDeps & {
  readonly readChange: (ref: HouseholdChangeRef) => Promise<HouseholdChange | undefined>
  /** Concerns in their twelve months whose people were sought by one of these hashed keys, the newest first. */
  readonly concernsSought: (keys: readonly string[], now: Date) => Promise<readonly ConcernId[]>
  readonly markApplied: (change: HouseholdChange) => Promise<void>
}

/** Concerns read at once to be compared with the people of one change; however many there are, each is. */
const comparedAtOnce = 100

/** What accumulation may still ask of, newest first. */
const rememberedIn = (heads: readonly Chronology[], now: Date): ConcernId[] => {
  const recent = heads
    .flatMap(({ notifications }) => notifications)
    .filter(({ recordedAt }) => Date.parse(recordedAt) >= monthsBefore(now, 12))
    .toSorted((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt))
  return [...new Set(recent.map(({ concernId }) => concernId))]
}

const centreOf = ({ of, id }: HouseholdChangeRef) =>
  of === 'child'
    ? { adultIds: [], childIds: [childIdSchema.parse(id)] }
    : { adultIds: [adultIdSchema.parse(id)], childIds: [] }

const isRekeyedAlone = ({ kinds }: HouseholdChange): boolean =>
  kinds.every((kind) => kind === 'rekeyed')

/**
 * By whom concerns are found: whoever changed; and the adults of the household, for a concern about one of them whose
 * children nobody knew is remembered by no child.
 */
const soughtAround = (change: HouseholdChange, { adults, children }: Neighbourhood): Around => {
  const isSought = ({ adultId }: { readonly adultId: string }): boolean =>
    adultId === change.id || !isRekeyedAlone(change)
  return {
    adults: adults.filter(isSought),
    children: children.filter(({ childId }) => childId === change.id),
  }
}

/** Concerns that named one of these people before the register knew them so. */
const namedIn = async (
  people: Around,
  deps: ApplyHouseholdDeps,
): Promise<{ readonly concernId: ConcernId; readonly isUnderWay: boolean }[]> => {
  const keys = [...people.children, ...people.adults].flatMap((one) => one.keys)
  const ids = await deps.concernsSought(keys, deps.now())
  const named: { readonly concernId: ConcernId; readonly isUnderWay: boolean }[] = []
  for (let at = 0; at < ids.length; at += comparedAtOnce)
    for (const one of await deps.readConcerns(ids.slice(at, at + comparedAtOnce)))
      if (mayBeIn(one, people, deps.model))
        named.push({
          concernId: one.concernId,
          isUnderWay: isUnderWay(one, 'household-changed'),
        })
  return named
}

type Again = Parameters<typeof assessAgain>[0]

/** Every concern that the change may say more to, once. What was answered is looked at again for whoever it named alone. */
const concernsOf = async (
  change: HouseholdChange,
  deps: ApplyHouseholdDeps,
): Promise<readonly Again[]> => {
  const nobody = { adults: [], children: [] }
  const around = await deps.gatherAround(centreOf(change), nobody, { isLead: true })
  const remembered = isRekeyedAlone(change) ? [] : rememberedIn(around.chronologies, deps.now())
  const named = await namedIn(soughtAround(change, around), deps)
  const late = named.filter((one) => !(one.isUnderWay && remembered.includes(one.concernId)))
  return [
    ...remembered
      .filter((concernId) => !late.some((one) => one.concernId === concernId))
      .map((concernId) => ({ concernId, cause: 'household-changed' as const })),
    ...late.map(({ concernId }) => ({ concernId, cause: 'late-match' as const })),
  ]
}

export type ApplyHouseholdResult = { readonly kind: 'applied' | 'already-applied' }

/**
 * Lets a change of household take effect (F15, F11): what was told of its people is decided on the household as it now
 * is, whether or not anybody knew them then. Each concern is a transaction of its own and says in its state that it is
 * done, so that a second try repeats nothing.
 * @throws HubError store-busy when the household would not hold still; the next sweep then goes on
 */
export const applyHousehold = async (
  ref: HouseholdChangeRef,
  deps: ApplyHouseholdDeps,
): Promise<ApplyHouseholdResult> => {
  const change = await deps.readChange(ref)
  if (change?.status !== 'PENDING') return { kind: 'already-applied' }
  return untilItHolds(
    async () => {
      // A concern that joins a child may raise one already looked at: only a round that changed nothing is the last.
      if ((await reassessAll(change, deps)) > 0) return 'changed'
      await deps.markApplied({ ...change, status: 'APPLIED' })
      return { kind: 'applied' }
    },
    storeBusy(`a household was still changing after ${mostAttempts} rounds`),
  )
}

/** How many concerns were decided again. */
const reassessAll = async (change: HouseholdChange, deps: ApplyHouseholdDeps): Promise<number> => {
  let reassessed = 0
  for (const again of await concernsOf(change, deps))
    if ((await assessAgain(again, deps)).kind === 'reassessed') reassessed += 1
  return reassessed
}
