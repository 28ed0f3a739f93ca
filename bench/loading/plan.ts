import { poundsOfAll } from '../cost/prices.ts'
import { sumOf, type Units } from '../cost/units.ts'
import type { LoadCost, Stage } from './measure-cost.ts'

/** What the plan is made for: children of England, and upper-tier authorities that load side by side. */
export const england = { children: 12_000_000, authorities: 153 } as const

/**
 * Write units a second that a table on demand takes unless AWS is asked for more.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
 */
const mostWrites = 40_000
/** Calls of maintain-register and parts of watch-clocks at once, as they are deployed (infra/functions.ts, shared/config/sweepers.ts). */
const atOnce = { loads: 20, sweeps: 8 } as const
/** Milliseconds from a command to the gateway and back: taken as typical, not measured here. */
const between = 60

const hour = 3_600

const unitsOf = ({ used }: LoadCost, stage: Stage): Units => sumOf([...used[stage].values()])

const poundsFor = (cost: LoadCost, stage: Stage): number =>
  (poundsOfAll(unitsOf(cost, stage)) * england.children) / cost.children

/** Children a second that one command loads: its parts follow one another. */
const rateOf = (cost: LoadCost, stage: Stage): number => {
  const load = cost.used[stage].get('maintain-register')
  if (load === undefined) throw new Error('nothing was loaded')
  const seconds = (load.milliseconds + load.invocations * between) / 1_000
  return cost.children / seconds
}

const sweepHours = (cost: LoadCost): number => {
  const sweeps = cost.used.afterwards.get('watch-clocks, every minute')
  if (sweeps === undefined) throw new Error('the clock did nothing')
  const each = sweeps.milliseconds / cost.children / atOnce.sweeps
  return (each * england.children) / 1_000 / hour
}

const stageWords: Readonly<Record<Stage, string>> = {
  compare: 'comparing the first load',
  apply: 'applying it',
  afterwards: 'what the clock does afterwards: late matches, the seal of the audit log',
  compareAgain: 'comparing it a second time, nothing new',
  applyAgain: 'applying that',
}

const stageLine = (cost: LoadCost, stage: Stage): string => {
  const units = unitsOf(cost, stage)
  const each = (counted: number): string => (counted / cost.children).toFixed(1)
  const writes = each(units.tableWrites + units.indexWrites)
  return `${stageWords[stage]}: ${writes} write units and ${each(units.reads)} read units a child, £${poundsFor(cost, stage).toFixed(0)}`
}

/** How long a load of England takes and what it costs, from what a smaller one was counted to. */
export const planOf = (cost: LoadCost): readonly string[] => {
  const writes = cost.registerWrites / cost.children
  const byWrites = mostWrites / writes
  const one = rateOf(cost, 'apply')
  const byCalls = one * atOnce.loads
  const rate = Math.min(byWrites, byCalls)
  const hours = (children: number, each: number): string => (children / each / hour).toFixed(1)
  const bound = byWrites < byCalls ? 'by the table' : 'by the calls'
  const largest = england.children * 0.024
  return [
    `counted on ${cost.children} children; a plan for ${england.children} of ${england.authorities} authorities`,
    ...(Object.keys(stageWords) as Stage[]).map((stage) => stageLine(cost, stage)),
    `one command applies ${one.toFixed(0)} children a second and compares ${rateOf(cost, 'compare').toFixed(0)}: the largest authority, with ${largest.toFixed(0)} children, ${hours(largest, one)} hours`,
    `${atOnce.loads} calls at once apply ${byCalls.toFixed(0)} a second; the register's table takes ${mostWrites} write units a second, ${byWrites.toFixed(0)} children at ${writes.toFixed(0)} each: bound ${bound}, ${hours(england.children, rate)} hours for all, with ${Math.ceil(rate / one)} authorities side by side`,
    `the look for late matches goes on for ${sweepHours(cost).toFixed(0)} hours with ${atOnce.sweeps} sweeps at once, beside everything else the clock does`,
    `a second load of all, nothing new: ${hours(england.children, rateOf(cost, 'compareAgain') * atOnce.loads)} hours to compare`,
    `kept: ${((cost.storedBytes / cost.children) * england.children * 1e-9).toFixed(0)} GB`,
  ]
}
