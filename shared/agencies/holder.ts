import * as z from 'zod'
import { authorities, authorityCodeSchema } from './authorities.ts'
import type { StatedAuthority } from './stated-authority.ts'
import { isMember } from './stated-authority.ts'

/** The queue of the partnership lead, for whom no authority of this hub answers: abroad, unknown, not a member. */
export const holdingQueue = 'HOLDING'

/** Who holds an alert: an authority, or the partnership lead. */
export const holderSchema = z
  .union([authorityCodeSchema, z.literal(holdingQueue)])
  .meta({ description: 'GSS code of an authority of this hub; HOLDING: the partnership lead' })
export type Holder = z.infer<typeof holderSchema>

/** Who answers for a stated authority. */
export const holderOf = (stated: StatedAuthority): Holder =>
  isMember(stated) ? stated : holdingQueue

/** What a holder is called to others. */
export const nameOfHolder = (holder: Holder): string =>
  holder === holdingQueue ? 'the partnership lead' : authorities[holder].name
