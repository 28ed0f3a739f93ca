import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { agencyTypeNames } from '../codes/agency-types.ts'
import { HubError } from '../kernel/hub-error.ts'
import { authorityCodeSchema } from './authorities.ts'
import { contactsSchema, leadSchema } from './contacts.ts'
import { deliverySchema, sealingKeySchema } from './delivery.ts'
import { mailDomainsSchema } from './mail-domains.ts'
import { paceSchema, wrongWith } from './pace.ts'

/** Keys that an authority's content is sealed to: the one in use, the next, and those before that something may still be sealed to. */
export const mostSealingKeys = 4

/** Ids of queues and clients are made of it, so it never changes; names may. */
export const keySchema = z
  .string()
  .max(60)
  .regex(/^[a-z](?:-?[a-z0-9])*$/, { error: 'small letters, digits and single hyphens' })

/** Nobody's: the hub itself sends and receives here, to see that its path is open. @see sideOf */
const rehearsed = { rehearsal: z.literal(true).optional() }

/** From when until when the hub serves it, as days in London, and who answers from then on. Nothing is ever deleted: what was sent under it stays readable. */
const served = {
  from: calendarDateSchema.optional(),
  until: calendarDateSchema
    .optional()
    .meta({ description: 'The first day on which it is not served' }),
}

export const authoritySchema = z.object({
  code: authorityCodeSchema,
  name: z.string().min(1).max(80),
  key: keySchema,
  ...served,
  ...rehearsed,
  replacedBy: z.array(authorityCodeSchema).optional(),
  /** A queue in the hub's own account, where nothing is said. */
  delivery: deliverySchema.optional(),
  /** Whom whoever is woken by an alarm telephones there. */
  contacts: contactsSchema.optional(),
  /** Its safeguarding lead, who is told of what nobody answers. */
  lead: leadSchema.optional(),
  /** Times agreed with it that are shorter than the policy's, the newest last. */
  pace: z.array(paceSchema).optional(),
  /** Content is sealed to the authority where it has any. */
  sealingKeys: z.array(sealingKeySchema).max(mostSealingKeys).optional(),
})
export type Authority = z.infer<typeof authoritySchema>

export const agencySchema = z.object({
  key: keySchema,
  name: z.string().min(1).max(100),
  type: z.enum(agencyTypeNames),
  ...served,
  ...rehearsed,
  /** Of one of these is every address at which its referrers are answered; none: nothing is checked. */
  mailDomains: z.array(z.string()).optional(),
  /** Its safeguarding lead, who decides its reviews and is told of what nobody answers. */
  lead: leadSchema.optional(),
  replacedBy: z.array(keySchema).optional(),
  /** How its system is told that something of what it sent has changed; where nothing is said it is told nothing, and asks. */
  delivery: deliverySchema.optional(),
})
export type Agency = z.infer<typeof agencySchema>

/** As a stage's file states them: strict, where a row is read as it stands. */
export const authorityInFileSchema = authoritySchema.superRefine(({ pace = [] }, context) => {
  const wrong = wrongWith(pace)
  if (wrong !== undefined) context.addIssue({ code: 'custom', path: ['pace'], message: wrong })
})

/** SQS takes names of 80 signs, of which `hub-outgoing-changes-` and `-refused` are 29. A key never changes, so each fits whatever its agency asks for later. */
const longestAgencyKey = 51

/** As a stage's file states one, and as one is added. */
export const agencyInFileSchema = agencySchema.extend({
  key: keySchema.max(longestAgencyKey, {
    error: `the key of an agency has ${longestAgencyKey} signs at most: its queues are named by it`,
  }),
  mailDomains: mailDomainsSchema.optional(),
})

/** One of which the row cannot be read: that it is there is known by its key. */
export type Unreadable = {
  readonly kind: 'authority' | 'agency'
  readonly id: string
  readonly rehearsal?: true
}

/**
 * The authorities that a deployment serves and the agencies that send to it, those that have ended included. Of those that cannot
 * be read nothing is known, so nobody may take them for ones that are not there.
 */
export type Directory = {
  readonly authorities: readonly Authority[]
  readonly agencies: readonly Agency[]
  readonly unreadable?: readonly Unreadable[]
}

/** Whether there is such an authority or agency of which nothing can be said. */
export const isUnreadable = ({ unreadable = [] }: Directory, id: string): boolean =>
  unreadable.some((one) => one.id === id)

/** @throws HubError row-unreadable where whoever asks would take one that cannot be read for one that is not there */
export const requireReadable = (directory: Directory, id: string): void => {
  if (isUnreadable(directory, id))
    throw new HubError('row-unreadable', `${id} stands in the directory and cannot be read`)
}

/** What a use case reads the directory by. */
export type DirectoryDeps = { readonly readDirectory: () => Promise<Directory> }

type Served = Pick<Authority, 'from' | 'until'>

export const isServedOn = ({ from, until }: Served, today: string): boolean =>
  (from === undefined || from <= today) && (until === undefined || today < until)

/** The domains that an agency has registered; none where it has none, or is not in the directory, or cannot be read. */
export const mailDomainsOf = ({ agencies }: Directory, key: string): readonly string[] =>
  agencies.find((one) => one.key === key)?.mailDomains ?? []

/** The authority of a code, whether it is still served or not, as far as it can be read. */
export const knownAuthority = ({ authorities }: Directory, code: string): Authority | undefined =>
  authorities.find((one) => one.code === code)

/** The authority of a code, whether it is still served or not. @throws HubError row-unreadable */
export const authorityIn = (directory: Directory, code: string): Authority | undefined => {
  requireReadable(directory, code)
  return knownAuthority(directory, code)
}

/** Whether the lead of this agency can be told anything here: there is a queue for it. @throws HubError row-unreadable */
export const hasLead = (directory: Directory, key: string, today: string): boolean => {
  requireReadable(directory, key)
  return directory.agencies.some((one) => one.key === key && isServedOn(one, today))
}
