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

/** By harm; and amber at least where a rule of special care says so, for a child under two or unborn (F8). */
export const priorityOf = (harm: HarmLevel, care: readonly CareRule[]): Priority =>
  byHarm[harm] === 'green' && care.some((rule) => careRules[rule].isAmberAtLeast)
    ? 'amber'
    : byHarm[harm]
