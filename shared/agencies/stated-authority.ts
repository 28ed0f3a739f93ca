import * as z from 'zod'
import { keysOf } from '../kernel/keys-of.ts'
import { authorityCodeSchema } from './authorities.ts'
import { type Directory, isUnreadable, knownAuthority } from './directory.ts'
import { englishAuthorities, formerEnglishAuthorities } from './english-authorities.ts'

/** Where nobody could say, or where no authority of these islands answers. */
const nowhereHere = ['ABROAD', 'UNKNOWN'] as const

/** What is asked for where a stated authority cannot be read, or is none that there is. */
export const whatIsExpected = 'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN'

const sixDigits = z.string().regex(/^\d{6}$/)

/**
 * The authority where a child is said to live or to be: one of England, of Wales (W06), Scotland (S12) or Northern Ireland
 * (N09), or none. By form alone; whether there is such an authority {@link isKnownAuthority} says.
 */
export const statedAuthoritySchema = z
  .union(
    [
      authorityCodeSchema,
      z.enum(nowhereHere),
      z.templateLiteral(['W06', sixDigits]),
      z.templateLiteral(['S12', sixDigits]),
      z.templateLiteral(['N09', sixDigits]),
    ],
    { error: whatIsExpected },
  )
  .meta({
    id: 'StatedAuthority',
    description: 'GSS code of the authority where the child lives or is found, member or not',
  })
export type StatedAuthority = z.infer<typeof statedAuthoritySchema>

const english: ReadonlySet<string> = new Set([
  ...keysOf(englishAuthorities),
  ...keysOf(formerEnglishAuthorities),
])

const isInDirectory = (directory: Directory, code: string): boolean =>
  knownAuthority(directory, code) !== undefined || isUnreadable(directory, code)

/** Whether there is such an authority: served here, or on the list of England. A mistyped code is told at the door, not found by a lead days later. */
export const isKnownAuthority = (directory: Directory, stated: StatedAuthority): boolean =>
  !stated.startsWith('E') || english.has(stated) || isInDirectory(directory, stated)
