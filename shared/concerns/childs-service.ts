import { type HarmLevel, isAtLeast } from '../codes/harm-levels.ts'
import type { Concern } from './concern.ts'

/** Whether a concern comes from the child's own sensitive service, which below H3 is not named in the child's entry (X5). */
export const isOfChildsService = ({ flags }: Pick<Concern, 'flags'>, harm: HarmLevel): boolean =>
  flags.includes('SENSITIVE_CHILD_SERVICE') && !isAtLeast(harm, 'H3')
