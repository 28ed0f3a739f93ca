import * as z from 'zod'
import type { Assessment } from './assessment.ts'

const plannedSchema = z.object({
  openStatus: z.enum(['PROTECTION_PLAN', 'LOOKED_AFTER', 'PROCEEDINGS']),
})

/** Whether a joined child stood under a plan, was looked after or in proceedings when the concern was assessed. */
export const isPlanned = ({ facts }: Pick<Assessment, 'facts'>): boolean =>
  plannedSchema.safeParse(facts).success
