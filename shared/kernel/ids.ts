import * as z from 'zod'
import { isNhsNumber } from './is-nhs-number.ts'

/** Any id that the hub issued; some systems write them in capitals. */
export const uuidSchema = z.uuid({ version: 'v7' }).toLowerCase()

/**
 * Ids the hub issues are UUIDv7: they sort by time of issue and hold nothing about a person.
 * Branding stops an alert's id from being passed where a concern's is meant.
 * @see RFC 9562 §5.7
 */
export const concernIdSchema = uuidSchema.brand<'ConcernId'>()
export type ConcernId = z.infer<typeof concernIdSchema>

export const alertIdSchema = uuidSchema.brand<'AlertId'>()
export type AlertId = z.infer<typeof alertIdSchema>

export const reviewIdSchema = uuidSchema.brand<'ReviewId'>()
export type ReviewId = z.infer<typeof reviewIdSchema>

export const emergencyAccessIdSchema = uuidSchema.brand<'EmergencyAccessId'>()
export type EmergencyAccessId = z.infer<typeof emergencyAccessIdSchema>

export const changeIdSchema = uuidSchema.brand<'ChangeId'>()

export const entryIdSchema = uuidSchema.brand<'EntryId'>()

/** As {@link localIdSchema}, read from a row that some release wrote. */
export const storedLocalIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, {
  error: 'letters, digits, - and _, at most 64',
})

/**
 * An authority's own id of a child or an adult, taken at the door. It stands in URLs and in the log, so it must hold no
 * personal data; one ten-digit number in eleven has the check digit of an NHS number, and needs another sign.
 */
export const localIdSchema = storedLocalIdSchema.refine(
  (id) => !isNhsNumber(id.replaceAll(/[_-]/g, '')),
  { error: 'must not be what may be an NHS number: put a letter before it' },
)
/** A child's or an adult's, whichever: authority and own id. */
export const hubWideIdSchema = z.string().regex(/^E\d{8}\.[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)

/** The authority's code and its own id of the child, joined by a full stop: unique across the hub. */
export const childIdSchema = hubWideIdSchema.brand<'ChildId'>()
export type ChildId = z.infer<typeof childIdSchema>

/** As {@link childIdSchema}, of an adult. */
export const adultIdSchema = hubWideIdSchema.brand<'AdultId'>()
export type AdultId = z.infer<typeof adultIdSchema>

/** Where fresh ids come from: randomness, like time, is an input. `now` gives a UUIDv7 its leading 48 bits. */
export type NewId = (now: Date) => string

/** The hub-wide id of an authority's own record: its code and its own id, joined by a full stop. */
export const hubWide = (authority: string, localId: string): string => `${authority}.${localId}`

/** The authority on whose register a record stands, from the record's hub-wide id. */
export const authorityOf = (id: ChildId | AdultId | string): string => id.split('.', 1)[0] ?? ''

/** Whether a record stands on this authority's register. */
export const isOf = (authority: string, id: string): boolean => authorityOf(id) === authority
