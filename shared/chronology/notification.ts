import * as z from 'zod'
import { harmLevels } from '../concerns/concern.ts'
import { type Domain, domains, factorCodes } from '../concerns/factors.ts'
import { childIdSchema, concernIdSchema } from '../kernel/ids.ts'

/** One concern as a child's chronology remembers it. `eventOn` is when it happened, `recordedAt` when the hub learnt. */
export const notificationSchema = z.strictObject({
  concernId: concernIdSchema,
  eventOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  agency: z.string(),
  agencyName: z.string(),
  factors: z.array(z.enum(factorCodes)),
  harmLevel: z.enum(harmLevels),
})
export type Notification = z.infer<typeof notificationSchema>

/** A child's notifications, newest last, at most two hundred; `version` guards each append. */
export const chronologySchema = z.strictObject({
  childId: childIdSchema,
  version: z.int().min(0),
  notifications: z.array(notificationSchema),
})
export type Chronology = z.infer<typeof chronologySchema>

/** The hub's domains that a list of factors touches. */
export const domainsOf = (factors: readonly string[]): Domain[] =>
  (Object.keys(domains) as Domain[]).filter((domain) =>
    domains[domain].some((factor) => factors.includes(factor)),
  )
