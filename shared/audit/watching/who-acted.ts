import { isOutOfHours } from '../../calendar/office-hours.ts'
import type { Act, DayOfUse, Use } from './day-of-use.ts'
import { isOfChild, isOfRecord, isQuick, type LookUp } from './look-ups.ts'
import { daysBefore, timesUsual, usualNights, type WatchRuleId } from './watch-rules.ts'

/** All that one person did on the day by whatever system, or one system for whomever. */
export type Who = Pick<
  Use,
  'owner' | 'practitioner' | 'lookUps' | 'misses' | 'opened' | 'emergency' | 'lifted' | 'overQuota'
> & {
  readonly clients: readonly string[]
  readonly isVouchedFor: boolean
  /** No person is named: a system, and what it did is held to what a system does. */
  readonly isSystem: boolean
}

/** What somebody looked up on the days before. */
export type Before = { readonly perDay: number; readonly nights: number }

/** What is known of a day beside its own entries. What was not asked for is as the strictest answer has it. */
export type Known = {
  /** @see toldKey */
  readonly told: ReadonlySet<string>
  /** @see whoKey */
  readonly before: ReadonlyMap<string, Before>
  /** Alerts on which somebody has acted, by id. */
  readonly actedOn: ReadonlySet<string>
}

export const nothingKnown: Known = { told: new Set(), before: new Map(), actedOn: new Set() }

/** That an authority was sent an alert of a child. */
export const toldKey = (authority: string, childId: string): string => `${authority} ${childId}`

export const whoKey = ({
  owner,
  clients,
  practitioner,
}: Pick<Who, 'owner' | 'clients' | 'practitioner'>): string =>
  JSON.stringify([owner, practitioner ?? null, practitioner === undefined ? clients : null])

const byTime = (one: { readonly at: string }, other: { readonly at: string }): number => {
  if (one.at === other.at) return 0
  return one.at < other.at ? -1 : 1
}

const together = (uses: readonly Use[], isSystem: boolean): Who[] => {
  const [first] = uses
  if (first === undefined) return []
  const { owner, practitioner } = first
  return [
    {
      owner,
      ...(!isSystem && practitioner !== undefined && { practitioner }),
      clients: [...new Set(uses.map(({ client }) => client))].toSorted(),
      isVouchedFor: uses.every(({ isVouchedFor }) => isVouchedFor === true),
      isSystem: isSystem || practitioner === undefined,
      lookUps: uses
        .flatMap(({ lookUps, otherLookUps }) => [...lookUps, ...otherLookUps])
        .toSorted(byTime),
      misses: uses.flatMap(({ misses }) => misses).toSorted(byTime),
      opened: uses.flatMap(({ opened }) => opened).toSorted(byTime),
      emergency: uses.flatMap(({ emergency }) => emergency).toSorted(byTime),
      lifted: uses.flatMap(({ lifted }) => lifted).toSorted(byTime),
      overQuota: uses.flatMap(({ overQuota }) => overQuota).toSorted(byTime),
    },
  ]
}

/** Each person by one work id in one organisation, whatever systems they used; whoever is not named is their system. */
export const peopleIn = ({ uses }: DayOfUse): readonly Who[] =>
  [
    ...Map.groupBy(uses, ({ owner, client, practitioner }) =>
      JSON.stringify([owner, practitioner ?? null, practitioner === undefined ? client : null]),
    ).values(),
  ].flatMap((own) => together(own, false))

/** A day's uses, or some of them. */
export type UsesOfDay = Pick<DayOfUse, 'uses'>

/** Each system with all that was done through it: whoever types many work ids is one system. */
export const systemsIn = ({ uses }: UsesOfDay): readonly Who[] =>
  [...Map.groupBy(uses, ({ owner, client }) => JSON.stringify([owner, client])).values()].flatMap(
    (own) => together(own, true),
  )

/** The first of each thing that acts were at. */
const firstOfEach = (acts: readonly Act[]): readonly Act[] => {
  const seen = new Map<string, Act>()
  for (const act of acts) {
    const key = act.same ?? act.about.join(' ')
    if (!seen.has(key)) seen.set(key, act)
  }
  return [...seen.values()]
}

const actOf = ({ at, id }: LookUp): Act => ({ at, about: [id] })

/** Look-ups that no alert explains, each thing once. */
const unexplained = (
  { owner, lookUps }: Who,
  { told }: Known,
  fits: (lookUp: LookUp) => boolean,
): readonly Act[] =>
  firstOfEach(
    lookUps
      .filter((one) => !(isOfChild(one) && told.has(toldKey(owner, one.id))))
      .filter(fits)
      .map(actOf),
  )

const aMinute = 60_000

/** Those of the busiest minute. */
const busiestMinute = (acts: readonly Act[]): readonly Act[] => {
  const times = acts.map(({ at }) => Date.parse(at))
  let [best, length, start] = [0, 0, 0]
  for (const [end, time] of times.entries()) {
    while (time - (times[start] ?? time) >= aMinute) start += 1
    if (end - start + 1 > length) [best, length] = [start, end - start + 1]
  }
  return acts.slice(best, best + length)
}

const beforeOf = (who: Who, { before }: Known): Before =>
  before.get(whoKey(who)) ?? { perDay: 0, nights: 0 }

/** What each rule about somebody counts. A rule is a pure function of what they did and what is known beside it. */
export const countedBy = {
  BURST: (who, known) =>
    busiestMinute(
      [...unexplained(who, known, isQuick), ...firstOfEach(who.misses)].toSorted(byTime),
    ),
  REPEATED_MISSES: ({ misses }) => misses,
  UNUSUAL_VOLUME: (who, known) => {
    const acts = unexplained(who, known, () => true)
    return acts.length >= timesUsual * beforeOf(who, known).perDay ? acts : []
  },
  OUT_OF_HOURS: (who, known) =>
    beforeOf(who, known).nights < usualNights
      ? unexplained(who, known, ({ at }) => isOutOfHours(new Date(at)))
      : [],
  WITHOUT_ALERT: (who, known) =>
    unexplained(who, known, ({ action }) => action === 'CHRONOLOGY_READ'),
  NOBODY_ACTED: ({ opened }, { actedOn }) =>
    firstOfEach(opened.filter(({ about: [alertId = ''] }) => !actedOn.has(alertId))),
  EMERGENCY_ACCESS: ({ emergency }) => emergency,
  RESTRICTION_LIFTED: ({ lifted }) => lifted,
  OVER_QUOTA: ({ overQuota }) => overQuota,
} as const satisfies Partial<Record<WatchRuleId, (who: Who, known: Known) => readonly Act[]>>

/** Days looked at, of one person; the usual number is that of half of the days on which they looked anybody up. */
export const usualOf = (lookUps: readonly LookUp[], londonDayOf: (at: Date) => string): Before => {
  const days = Map.groupBy(lookUps, ({ at }) => londonDayOf(new Date(at)))
  const counts = [...days.values()]
    .map((own) => new Set(own.map(({ id }) => id)).size)
    .toSorted((one, other) => one - other)
  const nights = [...days.values()].filter((own) =>
    own.some(({ at }) => isOutOfHours(new Date(at))),
  ).length
  return {
    perDay: counts[Math.floor(counts.length / 2)] ?? 0,
    nights: Math.min(nights, daysBefore),
  }
}

/** Children of whom it matters whether an alert was sent. */
export const childrenLookedUp = ({ lookUps }: Who): readonly string[] => [
  ...new Set(lookUps.filter((one) => isOfChild(one) && isOfRecord(one)).map(({ id }) => id)),
]
