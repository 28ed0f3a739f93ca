import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { latestPolicy, policies, policyOf, policyOn } from '../../../shared/sharing/policies.ts'
import type { Policy } from '../../../shared/sharing/policy.ts'

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** A policy ends on the day before the next begins; the last has no end. */
const isJoined = ({ until }: Policy, next: Policy | undefined): boolean =>
  next === undefined ? until === null : until !== null && dayAfter(until) === next.from

/** Versions of policies that leave a day to none or to two, that are named wrongly, or that come twice. */
const faultsOf = (list: readonly Policy[]): readonly string[] =>
  list
    .filter((policy, index) => {
      const { version, from, until } = policy
      const isFirst = list.findIndex((one) => one.version === version) === index
      const isInOrder = until === null || from <= until
      const isNamed = version.startsWith(`${from}.`)
      return !(isFirst && isInOrder && isNamed && isJoined(policy, list[index + 1]))
    })
    .map(({ version }) => version)

const aPolicy = (from: string, until: string | null, version = `${from}.1`): Policy => ({
  ...latestPolicy,
  version,
  from,
  until,
})
const three = [
  aPolicy('2026-11-26', '2027-03-31'),
  aPolicy('2027-04-01', '2028-02-28'),
  aPolicy('2028-02-29', null),
] as const

describe('the policies', () => {
  it('give every day to exactly one', () => {
    expect(faultsOf(policies)).toEqual([])
    expect(faultsOf(three)).toEqual([])
  })

  it.each([
    ['a gap', [aPolicy('2026-11-26', '2027-03-30'), three[1]]],
    ['an overlap', [aPolicy('2026-11-26', '2027-04-01'), three[1]]],
    ['one without an end before another', [aPolicy('2026-11-26', null), three[2]]],
    ['an end to the last', [three[0]]],
    ['a policy that ends before it begins', [aPolicy('2026-11-26', '2026-11-24')]],
    ['a version twice', [three[0], { ...three[2], version: three[0].version }]],
    ['a version that is not named by its first day', [aPolicy('2026-11-26', null, '1')]],
  ])('do not pass with %s', (_what, list) => {
    expect(faultsOf(list)).not.toEqual([])
  })

  it.each([
    ['2027-03-31', '2026-11-26.1'],
    ['2027-04-01', '2027-04-01.1'],
    ['2028-02-28', '2027-04-01.1'],
    ['2028-02-29', '2028-02-29.1'],
    ['2099-12-31', '2028-02-29.1'],
    ['2026-11-25', '2026-11-26.1'],
  ])('decide on %s by %s', (day, version) => {
    expect(policyOn(day, three).version).toBe(version)
  })

  it('ask, where a row stands before others, what those of the same policy would ask', () => {
    const strangers = policies.flatMap(({ rules }) =>
      rules.flatMap((rule) =>
        rule.kind === 'decides'
          ? (rule.standsBefore ?? []).filter((other) => !rules.includes(other))
          : [],
      ),
    )
    expect(strangers).toEqual([])
  })

  it('are found by version, and none where there is none', () => {
    expect(policyOf(latestPolicy.version)).toBe(latestPolicy)
    expect(policyOf('2026-11-26')).toBeUndefined()
    expect(policyOf('2027-04-01.1', three)).toBe(three[1])
  })
})
