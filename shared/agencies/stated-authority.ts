import * as z from 'zod'
import { keysOf } from '../kernel/keys-of.ts'
import { type AuthorityCode, authorities, authorityCodes } from './authorities.ts'
import { englishAuthorities, formerEnglishAuthorities } from './english-authorities.ts'

/** Where nobody could say, or where no authority of these islands answers. */
const nowhereHere = ['ABROAD', 'UNKNOWN'] as const

const sixDigits = z.string().regex(/^\d{6}$/)

/**
 * The authority where a child is said to live or to be: one that this hub serves, another of England, one of Wales (W06),
 * Scotland (S12) or Northern Ireland (N09), or none.
 */
export const statedAuthoritySchema = z
  .union(
    [
      z.enum([
        ...authorityCodes,
        ...keysOf(englishAuthorities),
        ...keysOf(formerEnglishAuthorities),
        ...nowhereHere,
      ]),
      z.templateLiteral(['W06', sixDigits]),
      z.templateLiteral(['S12', sixDigits]),
      z.templateLiteral(['N09', sixDigits]),
    ],
    { error: 'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN' },
  )
  .meta({
    id: 'StatedAuthority',
    description: 'GSS code of the authority where the child lives or is found, member or not',
  })
export type StatedAuthority = z.infer<typeof statedAuthoritySchema>

/** Whether the hub serves it, so that somebody there answers. */
export const isMember = (stated: string): stated is AuthorityCode =>
  Object.hasOwn(authorities, stated)

/** Whether nobody on the hub answers for the place: what is sent there is the holding queue's. */
export const needsHoldingQueue = (stated: StatedAuthority): boolean => !isMember(stated)
