import type { HarmLevel } from '../../codes/harm-levels.ts'
import { type CareRule, careRules } from './special-care.ts'

/**
 * Which alert to open first. A hint for the duty team, by a stated table; what is due when does not depend on it.
 * @see Surrey MASH: red 4 working hours, amber 24 working hours, green 72 hours
 */
export const priorities = ['red', 'amber', 'green'] as const
export type Priority = (typeof priorities)[number]

const byHarm: Readonly<Record<HarmLevel, Priority>> = {
  H0: 'green',
  H1: 'green',
  H2: 'amber',
  H3: 'red',
  H4: 'red',
}

type Weighs = {
  readonly harm: HarmLevel
  readonly care: readonly CareRule[]
  /** A combination, or three notices in three months, stands with this concern (F3). */
  readonly hasAccumulated: boolean
}

/** By harm; red where concerns have accumulated, and amber at least where a rule of special care says so (F8). */
export const priorityOf = ({ harm, care, hasAccumulated }: Weighs): Priority => {
  if (hasAccumulated) return 'red'
  const isAmberAtLeast = care.some((rule) => careRules[rule].isAmberAtLeast)
  return byHarm[harm] === 'green' && isAmberAtLeast ? 'amber' : byHarm[harm]
}
