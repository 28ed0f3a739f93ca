import { isOf } from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/keys-of.ts'
import type { Act, DayOfUse } from './day-of-use.ts'
import { type Finding, mostAbout, mostFindings } from './watch-report.ts'
import { type WatchRuleId, watchRuleIds, watchRules } from './watch-rules.ts'
import {
  countedBy,
  type Known,
  peopleIn,
  systemsIn,
  type UsesOfDay,
  type Who,
  whoKey,
} from './who-acted.ts'

/** A rule that holds of somebody, or of nobody, with what it counted. */
export type Found = {
  readonly rule: WatchRuleId
  readonly owner: string
  readonly who?: Who
  readonly acts: readonly Act[]
}

type PersonRule = keyof typeof countedBy
const personRules = keysOf(countedBy)
const systemRules = ['BURST', 'REPEATED_MISSES'] as const satisfies readonly PersonRule[]

const leastOf = (rule: WatchRuleId, { isSystem }: Who): number => {
  const { atLeast, ...more }: { readonly atLeast: number; readonly ofSystem?: number } =
    watchRules[rule]
  return isSystem ? (more.ofSystem ?? atLeast) : atLeast
}

const holdingOf = (who: Who, rules: readonly PersonRule[], known: Known): readonly Found[] =>
  rules.flatMap((rule) => {
    const acts = countedBy[rule](who, known)
    return acts.length < leastOf(rule, who) ? [] : [{ rule, owner: who.owner, who, acts }]
  })

/** What was done by nobody whom the rule has found already: one who is found hides nobody else of the same system. */
const besides = ({ uses }: DayOfUse, people: readonly Found[], rule: WatchRuleId): UsesOfDay => {
  const found = new Set(
    people.flatMap((one) => (one.rule === rule && one.who !== undefined ? [whoKey(one.who)] : [])),
  )
  return {
    uses: uses.filter((use) => !found.has(whoKey({ ...use, clients: [use.client] }))),
  }
}

/** Every rule that holds of somebody who acted on the day. */
export const foundIn = (day: DayOfUse, known: Known): readonly Found[] => {
  const people = peopleIn(day).flatMap((who) => holdingOf(who, personRules, known))
  const systems = systemRules.flatMap((rule) =>
    systemsIn(besides(day, people, rule)).flatMap((who) => holdingOf(who, [rule], known)),
  )
  const elsewhere = [...day.elsewhere].map(([owner, acts]) => ({
    rule: 'RECORDED_ELSEWHERE' as const,
    owner,
    acts,
  }))
  return [...people, ...systems, ...elsewhere]
}

/** Ids that whoever is told holds anyway: of their own register, and of alerts of theirs. */
const aboutOf = ({ rule, owner, acts }: Found): readonly string[] =>
  [...new Set(acts.flatMap(({ about }) => about))]
    .filter((id) => rule === 'NOBODY_ACTED' || rule === 'LEFT_UNTICKED' || isOf(owner, id))
    .slice(0, mostAbout)

const findingOf = (found: Found, number: number): Finding => {
  const { rule, who, acts } = found
  const times = acts.map(({ at }) => at).toSorted()
  return {
    number,
    rule,
    ...(who?.practitioner !== undefined && { practitioner: who.practitioner }),
    clients: [...(who?.clients ?? [])].slice(0, mostAbout),
    ...(who?.isVouchedFor === true && who.practitioner !== undefined && { isVouchedFor: true }),
    count: acts.length,
    first: times[0] ?? '',
    last: times.at(-1) ?? '',
    about: [...aboutOf(found)],
  }
}

const byRuleAndCount = (one: Found, other: Found): number =>
  watchRuleIds.indexOf(one.rule) - watchRuleIds.indexOf(other.rule) ||
  other.acts.length - one.acts.length

/** What an owner is told: in the order of the rules, the most first; what is over the most is only counted. */
export const findingsFor = (
  owner: string,
  found: readonly Found[],
): { readonly findings: Finding[]; readonly total: number } => {
  const own = found.filter((one) => one.owner === owner).toSorted(byRuleAndCount)
  const findings = own.slice(0, mostFindings).map((one, at) => findingOf(one, at + 1))
  return { findings, total: own.length }
}
