// Every policy that ever decided, oldest first. A published one is never altered: its decisions are replayed by it.
import { policy20261126 } from './policies/2026-11-26.1.ts'
import type { Policy } from './policy.ts'

export type Policies = readonly [Policy, ...Policy[]]

/** Each ends on the day before the next begins, and the last is open: every day has exactly one. */
export const policies: Policies = [policy20261126]

export const latestPolicy: Policy = policies.at(-1) ?? policies[0]

/**
 * The policy in force on a day, an ISO date in London. Days before the first policy are the first one's: a clock that
 * is wrong must not leave a concern undecided.
 */
export const policyOn = (day: string, among: Policies = policies): Policy =>
  among.findLast(({ from }) => from <= day) ?? among[0]

/** The policy of this version, in force or not; undefined if none was ever published under it. */
export const policyOf = (version: string, among: Policies = policies): Policy | undefined =>
  among.find((policy) => policy.version === version)
