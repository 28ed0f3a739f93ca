import * as z from 'zod'
import type { Caller } from '../agencies/access.ts'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { type Holder, holderSchema } from '../agencies/holder.ts'
import type { Person } from '../agencies/same-person.ts'
import { dueAfter } from '../calendar/working-days.ts'
import {
  alertIdSchema,
  type ChildId,
  childIdSchema,
  type EmergencyAccessId,
  emergencyAccessIdSchema,
} from '../kernel/ids.ts'
import { plainLines } from '../people/plain-text.ts'

const minute = 60_000
/** Milliseconds for which what was approved may be read. */
export const opensFor = 30 * minute
/** Milliseconds within which a second person must approve; after that it is asked anew [D]. */
export const approvedWithin = 60 * minute

/** ASKED: nobody has approved. LAPSED: nobody did in time. APPROVED: the owner's lead has still to say what they think of it. */
export const emergencyStates = ['ASKED', 'LAPSED', 'APPROVED', 'REVIEWED'] as const

export const emergencyVerdicts = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const

/** One object, never a list: an alert, or the chronology of one child. */
export const emergencyObjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alert'), id: alertIdSchema }),
  z.strictObject({ kind: z.literal('chronology'), id: childIdSchema }),
])
export type EmergencyObject = z.infer<typeof emergencyObjectSchema>

/** Forty characters, so that whoever reviews it learns why; kept in the row, never in the log. */
export const justificationSchema = plainLines(500).refine((text) => text.length >= 40, {
  error: 'say in at least 40 characters why this cannot wait for the authority that holds it',
})

const personSchema = z.strictObject({
  by: z.string(),
  practitioner: z.string().optional(),
  isVouchedFor: z.boolean().optional(),
})

/** What the owner's lead says of it afterwards, with a word why. */
export const emergencyReviewSchema = z.strictObject({
  verdict: z.enum(emergencyVerdicts),
  reason: plainLines(500),
})
export type EmergencyReview = z.infer<typeof emergencyReviewSchema>

/**
 * That one person asked to read one object of another authority in an emergency, and what became of it. What is known of
 * the object (owner, whether it is there, whose it is) is taken down at each step and told to nobody at the authority that asks.
 */
export const emergencyAccessSchema = z.strictObject({
  accessId: emergencyAccessIdSchema,
  object: emergencyObjectSchema,
  justification: z.string(),
  caseReference: z.string(),
  purpose: z.string(),
  /** Whose worker asks. */
  authority: authorityCodeSchema,
  asker: personSchema,
  askedAt: z.iso.datetime(),
  state: z.enum(emergencyStates),
  version: z.int().min(1),
  /** By when somebody must approve, or review. */
  dueAt: z.iso.datetime(),
  approved: z
    .strictObject({ person: personSchema, at: z.iso.datetime(), endsAt: z.iso.datetime() })
    .optional(),
  /** Whose lead reviews it: of an object that nobody holds, the partnership lead. */
  owner: holderSchema.optional(),
  wasThere: z.boolean().optional(),
  /** Children concerned: of the alert as it stood when it was approved. */
  children: z.array(childIdSchema).optional(),
  uses: z.int().min(0),
  lastUsedAt: z.iso.datetime().optional(),
  chases: z.int().min(0),
  review: emergencyReviewSchema
    .extend({ reason: z.string(), person: personSchema, at: z.iso.datetime() })
    .optional(),
  closedAt: z.iso.datetime().optional(),
})
export type EmergencyAccess = z.infer<typeof emergencyAccessSchema>

/** What stands of an object when somebody asks or approves. */
export type StandingObject = {
  readonly owner: string
  readonly children: readonly ChildId[]
}

type Asked = Pick<EmergencyAccess, 'object' | 'justification' | 'caseReference' | 'purpose'> & {
  readonly accessId: EmergencyAccessId
  readonly authority: NonNullable<Caller['authority']>
  readonly asker: Person
}

export const askedAccess = (asked: Asked, now: Date): EmergencyAccess => ({
  ...asked,
  askedAt: now.toISOString(),
  state: 'ASKED',
  version: 1,
  dueAt: new Date(now.getTime() + approvedWithin).toISOString(),
  uses: 0,
  chases: 0,
})

type Step = Partial<Omit<EmergencyAccess, 'accessId' | 'object' | 'version'>>

/** The same a version on. */
export const nextAccess = (access: EmergencyAccess, step: Step): EmergencyAccess => ({
  ...access,
  ...step,
  version: access.version + 1,
})

/** Approved by a second person: it opens for half an hour, and its owner's lead reviews it until the end of the next working day. */
export const approvedAccess = (
  access: EmergencyAccess,
  {
    person,
    owner,
    standing,
  }: {
    readonly person: Person
    readonly owner: Holder
    readonly standing: StandingObject | undefined
  },
  now: Date,
): EmergencyAccess =>
  nextAccess(access, {
    state: 'APPROVED',
    approved: {
      person,
      at: now.toISOString(),
      endsAt: new Date(now.getTime() + opensFor).toISOString(),
    },
    owner,
    wasThere: standing !== undefined,
    children: [...(standing?.children ?? [])],
    dueAt: dueAfter(now, 1).toISOString(),
  })

/** What is not yet closed waits: for a second person, or for the review. */
export const isOpenAccess = ({ state }: Pick<EmergencyAccess, 'state'>): boolean =>
  state === 'ASKED' || state === 'APPROVED'
