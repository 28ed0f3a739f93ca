import * as z from 'zod'
import { statedAuthoritySchema } from '../../agencies/stated-authority.ts'
import { alertContentSchema } from '../../alerts/content/alert-content.ts'
import { instantSchema } from '../../calendar/calendar-date.ts'
import { sentConcernSchema } from '../../concerns/concern.ts'
import { changedConsentSchema } from '../../concerns/consent-change.ts'
import { engagementSchema } from '../../concerns/engagement.ts'
import { followedStatuses, listedConcernSchema } from '../../concerns/followed-concern.ts'
import { feedbackSchema } from '../../concerns/stored-concern.ts'
import { withdrawalSchema } from '../../concerns/withdrawal.ts'
import { concernIdSchema } from '../../kernel/ids.ts'
import { plainLines } from '../../people/plain-text.ts'
import type { Contract } from '../contract.ts'
import { problemSchema } from '../problem.ts'
import { bodyProblems, guardedProblems, notFound } from './answers.ts'
import { limit, unreadable } from './parts.ts'

/** Sixteen characters at least: a key that two callers could both think of protects nobody. */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[\x21-\x7e]{16,128}$/, { error: '16 to 128 visible ASCII characters' })

export const idempotencyHeaders = z.object({
  'idempotency-key': idempotencyKeySchema.meta({
    description: 'Chosen by you before the first try and kept for every retry',
  }),
})

/** A grave concern is taken without a key, or with one that no other route would take. */
const gravelyIdempotentHeaders = z.object({
  'idempotency-key': z.string().max(2000).optional().meta({
    description:
      'Needed at H0, H1 and H2: 16 to 128 visible ASCII characters, chosen by you before the first try and kept for every retry',
  }),
})
const keyReused = {
  422: { description: 'This Idempotency-Key was used with another body', schema: problemSchema },
} as const

const acceptedSchema = z
  .strictObject({
    concernId: concernIdSchema,
    status: z.literal('received'),
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'ConcernAccepted' })

export const submitConcernContract = {
  summary: 'Submit a concern about an adult on whom a child may depend',
  action: 'concern.submit',
  elsewhere: { when: 'preview', path: 'concerns/preview' },
  headers: gravelyIdempotentHeaders,
  body: sentConcernSchema,
  isBodyReadLater: true,
  answers: {
    202: {
      description: 'Stored and safe. The same answer whether or not a child is known',
      schema: acceptedSchema,
      headers: ['Idempotency-Replayed'],
    },
    307: {
      description: 'With `?preview=true`: nothing was stored; ask the route that `Location` names',
      headers: ['Location'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...keyReused,
  },
} as const satisfies Contract

export const locateConcernContract = {
  summary:
    'See where the homes of the children in a concern lie, by postcode, before you send it; nothing is stored or looked up of anybody',
  action: 'concern.submit',
  body: sentConcernSchema,
  isBodyReadLater: true,
  answers: {
    200: {
      description:
        'What follows from the addresses and the code that you wrote, and from nothing else',
      schema: z
        .strictObject({
          authority: statedAuthoritySchema.meta({
            description: 'The authority that you named, by the code that it has today',
          }),
          name: z.string().meta({ description: 'What it is called' }).optional(),
          homesElsewhere: alertContentSchema.shape.homesElsewhere
            .unwrap()
            .meta({ description: 'Homes that by their postcode lie in another authority' }),
        })
        .meta({ id: 'ConcernPlaces' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract

/** Until a social worker feeds back the body is constant, whatever has happened to the concern. */
const followedSchema = z
  .strictObject({
    concernId: concernIdSchema,
    status: z.enum(followedStatuses),
    ownReference: z.string().optional(),
    silenceFrom: z.iso.datetime().optional().meta({
      description:
        'From when you may contest that no answer has come: it follows from what you sent alone. Absent once every level was told',
    }),
    feedback: z.array(
      feedbackSchema.omit({ alertId: true, authority: true }).extend({
        outcomeLabel: z.string().meta({ description: 'The outcome in words' }),
      }),
    ),
  })
  .meta({ id: 'ConcernFollowed' })

export const followConcernContract = {
  summary: 'See whether a social worker has answered your concern',
  action: 'concern.follow',
  params: z.object({ id: concernIdSchema }),
  answers: {
    200: { description: 'The concern, with feedback once there is any', schema: followedSchema },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const listConcernsContract = {
  summary: 'List what your agency has sent, what changed last at the top',
  action: 'concern.list',
  query: z.strictObject({
    changedSince: instantSchema.optional().meta({
      description: 'Only what has changed at this moment or later, as far as you can see it',
    }),
    limit,
    cursor: z.string().max(2000).optional(),
  }),
  answers: {
    200: {
      description: 'One page of your concerns; follow `links.next` for more',
      schema: z
        .strictObject({
          items: z.array(
            listedConcernSchema.extend({ links: z.strictObject({ self: z.string() }) }),
          ),
          unreadable,
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'ConcernList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

/** What a sender says later of a concern of its own, which is kept: one answer whatever has become of the concern. */
const ofOwnConcern = {
  params: z.object({ id: concernIdSchema }),
  headers: idempotencyHeaders,
  isForm: true,
} as const

const kept = (whatFollows: string) =>
  ({
    202: {
      description: `Kept. The same answer whatever has become of the concern${whatFollows}`,
      schema: acceptedSchema,
      headers: ['Idempotency-Replayed'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...keyReused,
  }) as const

export const withdrawConcernContract = {
  ...ofOwnConcern,
  summary: 'Take back a concern of yours that was sent in error, or about the wrong person',
  action: 'concern.withdraw',
  body: withdrawalSchema.meta({ id: 'Withdrawal' }),
  answers: kept('; whoever was told of it reads that you withdrew it'),
} as const satisfies Contract

export const changeConsentContract = {
  ...ofOwnConcern,
  summary: 'Say that consent to a concern of yours was given, refused or withdrawn since',
  action: 'concern.consent',
  body: changedConsentSchema.meta({ id: 'ConsentChange' }),
  answers: kept('; what was shared is never recalled'),
} as const satisfies Contract

export const reportEngagementContract = {
  ...ofOwnConcern,
  summary:
    'Say that the subject of a concern of yours misses appointments, has dropped out, was discharged or comes again',
  action: 'concern.engagement',
  body: engagementSchema.meta({ id: 'Engagement' }),
  answers: kept(
    ': whoever has all of it, on consent as it then stands, reads it. What it means for a child is a concern, which you send as one',
  ),
} as const satisfies Contract

const shortestReason = 40

export const challengeAnswerContract = {
  summary:
    'Contest an answer to your concern, or that none comes, once at each level: manager, head, partnership',
  action: 'concern.challenge',
  params: z.object({ id: concernIdSchema }),
  headers: idempotencyHeaders,
  body: z
    .strictObject({
      reason: plainLines(500).pipe(z.string().min(shortestReason)).meta({
        description:
          'Why you think the answer wrong. The authority reads it, redacted as the alert was',
      }),
      feedbackNumber: z.int().min(1).optional().meta({
        description:
          'Which answer. Left out: that none has come, after the day by which one was due',
      }),
    })
    .meta({ id: 'Challenge' }),
  answers: {
    202: {
      description: 'Stored; the authority decides again, within one working day at each level',
      schema: z
        .strictObject({
          concernId: concernIdSchema,
          status: z.literal('challenged'),
          links: z.strictObject({ self: z.string() }),
        })
        .meta({ id: 'ChallengeAccepted' }),
      headers: ['Idempotency-Replayed'],
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    409: {
      description: 'There is nothing that could be contested now: one answer whatever the cause',
      schema: problemSchema,
    },
    ...keyReused,
  },
} as const satisfies Contract
