import * as z from 'zod'
import { emergencyAccessIdSchema } from '../../kernel/ids.ts'
import {
  emergencyAccessSchema,
  emergencyObjectSchema,
  emergencyReviewSchema,
  justificationSchema,
} from '../../reviews/emergency-access.ts'
import { emergencyViewSchema, listedEmergencySchema } from '../../reviews/emergency-view.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { caseHeaders, pageQuery, unreadable } from './parts.ts'

const params = z.object({ id: emergencyAccessIdSchema })
const links = z.strictObject({ self: z.string() })
const conflict = { 409: conflicts[409] } as const

/** By which access one object is read, by its ordinary route. */
export const emergencyHeader = z.object({
  'hub-emergency-access': emergencyAccessIdSchema.optional().meta({
    description:
      'Read by this emergency access, which you asked for yourself and a second person has approved: within 30 minutes, this object alone, as redacted as for anybody',
  }),
})

export const askEmergencyAccessContract = {
  summary:
    'Ask to read one alert or chronology of another authority in an emergency; it opens nothing until a second person of yours has approved',
  action: 'emergency.ask',
  needsPractitioner: true,
  headers: caseHeaders,
  body: z
    .strictObject({ object: emergencyObjectSchema, justification: justificationSchema })
    .meta({ id: 'EmergencyAsked' }),
  answers: {
    202: {
      description: 'Asked: the same whether or not there is such an object, whosever it is',
      schema: z
        .strictObject({
          accessId: emergencyAccessIdSchema,
          state: z.literal('ASKED'),
          approveBefore: z.iso.datetime(),
          links,
        })
        .meta({ id: 'EmergencyAccepted' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract

export const listEmergencyAccessesContract = {
  summary:
    'List what waits for you as a lead: to be approved for your workers, or reviewed as whoever was read',
  action: 'emergency.read',
  query: pageQuery,
  answers: {
    200: {
      description: 'One page, those due first; follow `links.next` for more',
      schema: z
        .strictObject({
          items: z.array(listedEmergencySchema.extend({ links })),
          unreadable,
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'EmergencyAccessList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

export const readEmergencyAccessContract = {
  summary:
    'Read, as who asked or as a lead, what was asked for in an emergency and whether it was approved; the read is logged before it is disclosed',
  action: 'emergency.follow',
  needsPractitioner: true,
  params,
  answers: {
    200: {
      description:
        'What was asked; for the lead of whoever holds the object, what became of it too',
      schema: emergencyViewSchema.meta({ id: 'EmergencyAccess' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const approveEmergencyAccessContract = {
  summary:
    'Approve, as a second person, what a colleague asks to read in an emergency; whoever holds it is told at once',
  action: 'emergency.approve',
  needsPractitioner: true,
  params,
  answers: {
    200: {
      description: 'Approved: the same whether or not there is such an object, whosever it is',
      schema: z
        .strictObject({
          accessId: emergencyAccessIdSchema,
          state: z.literal('APPROVED'),
          endsAt: z.iso.datetime(),
          links,
        })
        .meta({ id: 'EmergencyApproved' }),
    },
    ...guardedProblems,
    ...notFound,
    ...conflict,
  },
} as const satisfies Contract

export const reviewEmergencyAccessContract = {
  summary:
    'Say, as the lead of whoever was read, whether it was justified; NOT_JUSTIFIED ends it at once',
  action: 'emergency.review',
  needsPractitioner: true,
  params,
  body: emergencyReviewSchema.meta({ id: 'EmergencyReview' }),
  answers: {
    200: {
      description: 'Reviewed',
      schema: emergencyAccessSchema
        .pick({ accessId: true, state: true })
        .extend({ links })
        .meta({ id: 'EmergencyReviewed' }),
    },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflict,
  },
} as const satisfies Contract
