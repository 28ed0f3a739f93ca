import { z } from 'zod'

/**
 * Ids the hub issues are UUIDv7: they sort by time of issue and hold nothing about a person.
 * Branding stops an alert's id from being passed where a concern's is meant.
 * @see RFC 9562 §5.7
 */
export const concernIdSchema = z.uuid({ version: 'v7' }).brand<'ConcernId'>()
export type ConcernId = z.infer<typeof concernIdSchema>

export const alertIdSchema = z.uuid({ version: 'v7' }).brand<'AlertId'>()
export type AlertId = z.infer<typeof alertIdSchema>

/** A child's or adult's id is the authority's own local id, made unique by the authority: it must hold no personal data. */
const localId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

export const childIdSchema = localId.brand<'ChildId'>()
export type ChildId = z.infer<typeof childIdSchema>

export const adultIdSchema = localId.brand<'AdultId'>()
export type AdultId = z.infer<typeof adultIdSchema>
