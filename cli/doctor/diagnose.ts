import type { Facts } from './facts.ts'
import type { Fault } from './fault.ts'
import { faultsHere } from './faults-here.ts'
import { faultsOnTheWay } from './faults-on-the-way.ts'

/** Every fault that is known, in the order in which to mend them. */
const faults = { ...faultsHere, ...faultsOnTheWay }

export type FaultName = keyof typeof faults
export type Finding = { readonly fault: FaultName; readonly says: string; readonly todo: string }

/** What is broken, and what to do about each. */
export const diagnose = (facts: Facts): readonly Finding[] =>
  Object.entries(faults as Readonly<Record<FaultName, Fault>>).flatMap(
    ([fault, { isThere, says, todo }]) =>
      isThere(facts) ? [{ fault: fault as FaultName, says: says(facts), todo }] : [],
  )
