import * as z from 'zod'
import { calendarDateSchema } from '../calendar/calendar-date.ts'
import { agencyTypeNames } from '../codes/agency-types.ts'
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
})
export type Agency = z.infer<typeof agencySchema>

/** As a stage's file states them: strict, where a row is read as it stands. */
export const authorityInFileSchema = authoritySchema.superRefine(({ pace = [] }, context) => {
  const wrong = wrongWith(pace)
  if (wrong !== undefined) context.addIssue({ code: 'custom', path: ['pace'], message: wrong })
})
export const agencyInFileSchema = agencySchema.extend({
  mailDomains: mailDomainsSchema.optional(),
})

/** The authorities that a deployment serves and the agencies that send to it, those that have ended included. */
export type Directory = {
  readonly authorities: readonly Authority[]
  readonly agencies: readonly Agency[]
}

/** What a use case reads the directory by. */
export type DirectoryDeps = { readonly readDirectory: () => Promise<Directory> }

type Served = Pick<Authority, 'from' | 'until'>

export const isServedOn = ({ from, until }: Served, today: string): boolean =>
  (from === undefined || from <= today) && (until === undefined || today < until)

/** The domains that an agency has registered; none where it has none, or is not in the directory. */
export const mailDomainsOf = ({ agencies }: Directory, key: string): readonly string[] =>
  agencies.find((one) => one.key === key)?.mailDomains ?? []

/** The authority of a code, whether it is still served or not. */
export const authorityIn = ({ authorities }: Directory, code: string): Authority | undefined =>
  authorities.find((one) => one.code === code)

/** Whether the lead of this agency can be told anything here: there is a queue for it. */
export const hasLead = ({ agencies }: Directory, key: string, today: string): boolean =>
  agencies.some((one) => one.key === key && isServedOn(one, today))
