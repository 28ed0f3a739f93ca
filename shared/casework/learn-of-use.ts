import { authorityCodeSchema } from '../agencies/authorities.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import type { DayOfUse } from '../audit/watching/day-of-use.ts'
import { type Found, foundIn } from '../audit/watching/findings-of.ts'
import { lookUpIn } from '../audit/watching/look-ups.ts'
import { daysBefore, type WatchRuleId } from '../audit/watching/watch-rules.ts'
import {
  type Before,
  childrenLookedUp,
  type Known,
  nothingKnown,
  toldKey,
  usualOf,
  type Who,
  whoKey,
} from '../audit/watching/who-acted.ts'
import { londonDay } from '../calendar/london-day.ts'
import { addDays, spanOfDays, type WatchedSpan } from '../calendar/watched-day.ts'
import { sideBySide } from '../kernel/side-by-side.ts'

export type LearnDeps = {
  /** Whether the authority was sent an alert of the child in the span. */
  readonly wasTold: (
    asked: { readonly authority: string; readonly childId: string },
    span: WatchedSpan,
  ) => Promise<boolean>
  /** What a person, or a system for nobody named, did in the span; the newest first, and not without end. */
  readonly readActs: (
    who: Pick<Who, 'practitioner' | 'clients'>,
    span: WatchedSpan,
  ) => Promise<readonly AuditEntry[]>
  /** Whether anybody has taken up, answered or moved the alert, or it was withdrawn. */
  readonly isActedOn: (alertId: string) => Promise<boolean>
}

/** So many of each question for one day; whatever is not asked counts as if nothing explained it. */
const most = { told: 4000, before: 300, actedOn: 2000 } as const
const atOnce = 8

const byRule = (found: readonly Found[], ...rules: readonly WatchRuleId[]): readonly Found[] =>
  found.filter(({ rule }) => rules.includes(rule))
const whoOf = (found: readonly Found[]): readonly Who[] => found.flatMap(({ who }) => who ?? [])

type Asked = { readonly day: string; readonly ownerOf: (entry: AuditEntry) => string }

const learnTold = async (
  suspects: readonly Who[],
  span: WatchedSpan,
  { wasTold }: LearnDeps,
): Promise<ReadonlySet<string>> => {
  const asked = new Map(
    suspects.flatMap((who) =>
      authorityCodeSchema.safeParse(who.owner).success
        ? childrenLookedUp(who).map((childId) => {
            const { owner: authority } = who
            return [toldKey(authority, childId), { authority, childId }] as const
          })
        : [],
    ),
  )
  const told = new Set<string>()
  await sideBySide([...asked].slice(0, most.told), atOnce, async ([key, one]) => {
    if (await wasTold(one, span)) told.add(key)
  })
  return told
}

const learnBefore = async (
  suspects: readonly Who[],
  { span, ownerOf }: { readonly span: WatchedSpan; readonly ownerOf: Asked['ownerOf'] },
  { readActs }: LearnDeps,
): Promise<ReadonlyMap<string, Before>> => {
  const asked = new Map(suspects.map((who) => [whoKey(who), who]))
  const before = new Map<string, Before>()
  await sideBySide([...asked].slice(0, most.before), atOnce, async ([key, who]) => {
    const acts = await readActs(who, span)
    const own = acts.filter((entry) => ownerOf(entry) === who.owner)
    before.set(
      key,
      usualOf(
        own.flatMap((entry) => lookUpIn(entry) ?? []),
        londonDay,
      ),
    )
  })
  return before
}

const learnActedOn = async (
  found: readonly Found[],
  { isActedOn }: LearnDeps,
): Promise<ReadonlySet<string>> => {
  const asked = new Set(found.flatMap(({ acts }) => acts.flatMap(({ about }) => about)))
  const actedOn = new Set<string>()
  await sideBySide([...asked].slice(0, most.actedOn), atOnce, async (alertId) => {
    if (await isActedOn(alertId)) actedOn.add(alertId)
  })
  return actedOn
}

/** Asks, only of those in whom something would be found without the answer, what explains it. */
export const learn = async (
  use: DayOfUse,
  { day, ownerOf }: Asked,
  deps: LearnDeps,
): Promise<Known> => {
  const first = foundIn(use, nothingKnown)
  const looked = byRule(first, 'BURST', 'UNUSUAL_VOLUME', 'OUT_OF_HOURS', 'WITHOUT_ALERT')
  const since = addDays(day, -daysBefore)
  const told = await learnTold(whoOf(looked), spanOfDays(since, day), deps)
  const actedOn = await learnActedOn(byRule(first, 'NOBODY_ACTED'), deps)
  const left = byRule(foundIn(use, { ...nothingKnown, told }), 'UNUSUAL_VOLUME', 'OUT_OF_HOURS')
  const span = spanOfDays(since, addDays(day, -1))
  const before = await learnBefore(whoOf(left), { span, ownerOf }, deps)
  return { told, before, actedOn }
}
