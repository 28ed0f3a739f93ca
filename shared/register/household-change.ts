import * as z from 'zod'
import { childIdSchema } from '../kernel/ids.ts'
import { isAtHome } from './home.ts'
import type { StoredAdult, StoredChild } from './stored.ts'

/**
 * That a child's household changed with this version of its record (F15): a piece of work, kept until what was held on the
 * household as it was has been decided on the household as it is. Ids only.
 */
export const householdChangeSchema = z.strictObject({
  childId: childIdSchema,
  version: z.int().min(1),
  recordedAt: z.iso.datetime(),
  status: z.enum(['PENDING', 'APPLIED']),
})
export type HouseholdChange = z.infer<typeof householdChangeSchema>

/** Where a change is found. */
export type HouseholdChangeRef = Pick<HouseholdChange, 'childId' | 'version'>

const isBorn = (before: StoredChild, after: StoredChild): boolean =>
  before.child.dateOfBirth === undefined && after.child.dateOfBirth !== undefined

/**
 * Whether recording this child joins people who were not joined before: a child of adults already known, a birth, an adult
 * newly linked, or one who now lives with the child. Who leaves adds nothing to a past, and neither does a corrected name
 * or address; a child of adults of whom nobody had heard has no past yet.
 */
export const changesHousehold = (
  before: {
    readonly child: StoredChild | undefined
    /** Adults named now or before, of those already in the register. */
    readonly adults: readonly StoredAdult[]
  },
  after: StoredChild,
): boolean => {
  const was = before.child
  if (was === undefined) return before.adults.length > 0
  const isJoined = (adultId: StoredAdult['adultId']): boolean =>
    !was.adultIds.includes(adultId) || (isAtHome(after, adultId) && !isAtHome(was, adultId))
  return isBorn(was, after) || after.adultIds.some(isJoined)
}
