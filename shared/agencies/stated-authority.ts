import * as z from 'zod'
import { keysOf } from '../kernel/keys-of.ts'
import { authorityCodeSchema } from './authorities.ts'
import { answeringFor, hasEnded } from './code-history.ts'
import { type Directory, isUnreadable, knownAuthority } from './directory.ts'
import { englishAuthorities, englishNameOf } from './english-authorities.ts'

/** Where nobody could say, or where no authority of these islands answers. */
const nowhereHere = ['ABROAD', 'UNKNOWN'] as const

/** Whether it says that no authority is known, or that none of these islands answers. */
export const isNowhere = (stated: StatedAuthority): boolean =>
  nowhereHere.some((one) => one === stated)

/** What is asked for where a stated authority cannot be read, or is none that there is. */
export const whatIsExpected = 'the GSS code of a council, such as E08000035, or ABROAD or UNKNOWN'

const sixDigits = z.string().regex(/^\d{6}$/)

const options = [
  authorityCodeSchema,
  z.enum(nowhereHere),
  z.templateLiteral(['W06', sixDigits]),
  z.templateLiteral(['S12', sixDigits]),
  z.templateLiteral(['N09', sixDigits]),
] as const

/**
 * The authority where a child is said to live or to be: one of England, of Wales (W06), Scotland (S12) or Northern Ireland
 * (N09), or none. By form alone; whether there is such an authority {@link faultOfAuthority} says.
 */
export const statedAuthoritySchema = z.union(options, { error: whatIsExpected })
export type StatedAuthority = z.infer<typeof statedAuthoritySchema>

/** As it may be sent: also a district, for which its county answers. */
export const sentAuthoritySchema = z
  .union([...options, z.templateLiteral(['E07', sixDigits])], { error: whatIsExpected })
  .meta({
    id: 'StatedAuthority',
    description:
      'GSS code of the authority where the child lives or is found, member or not. A code that has ended is taken for the one in its place, a district (E07) for its county',
  })

const english: ReadonlySet<string> = new Set(keysOf(englishAuthorities))

const isInDirectory = (directory: Directory, code: string): boolean =>
  knownAuthority(directory, code) !== undefined || isUnreadable(directory, code)

/** The code that is meant today by what a client sent: the one in the place of a code that has ended, where it is one; else as it was sent. */
export const authorityMeant = (directory: Directory, sent: string, today: string): string => {
  // Whom the hub serves has its successors in the directory, which may be others and later than the law's.
  if (isInDirectory(directory, sent)) return sent
  const [only = sent, ...others] = answeringFor(sent, today)
  return others.length > 0 ? sent : only
}

/** What is wrong with a stated authority: a mistyped code, or one that was divided, is told at the door, not found by a lead days later. */
export const faultOfAuthority = (
  directory: Directory,
  stated: StatedAuthority,
  today: string,
): string | undefined => {
  if (!stated.startsWith('E') || isInDirectory(directory, stated)) return undefined
  const among = answeringFor(stated, today)
  if (among.length > 1)
    return `the code of the council of today: this one was divided among ${among
      .map((code) => `${code} (${englishNameOf(code)})`)
      .join(' and ')}`
  return english.has(stated) || hasEnded(stated) ? undefined : whatIsExpected
}
