import * as z from 'zod'
import { recordedActions } from '../../audit/audit-entry.ts'
import { concernIdSchema, entryIdSchema, hubWideIdSchema, uuidSchema } from '../../kernel/ids.ts'
import { nhsNumberSchema } from '../../people/nhs-number.ts'
import { plainText } from '../../people/plain-text.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, guardedProblems, notFound } from './answers.ts'
import { auditLimit } from './audit.ts'
import { caseHeaders } from './parts.ts'

/** Who is meant: by a number alone, or by a whole name and the day of birth. */
const searchSchema = z
  .strictObject({
    kind: z.enum(['child', 'adult']),
    nhsNumber: nhsNumberSchema.optional(),
    name: z.strictObject({ given: plainText(100), family: plainText(100) }).optional(),
    dateOfBirth: z.iso.date().optional(),
  })
  .refine(
    ({ nhsNumber, name, dateOfBirth }) =>
      nhsNumber === undefined
        ? name !== undefined && dateOfBirth !== undefined
        : name === undefined && dateOfBirth === undefined,
    { error: 'an NHS number, or a whole name and the day of birth', path: ['nhsNumber'] },
  )

export const searchPeopleContract = {
  summary: 'Find the ids of a child or an adult whom you can name; the search is on record',
  action: 'audit.search',
  needsPractitioner: true,
  headers: caseHeaders,
  body: searchSchema.meta({
    id: 'PeopleSearch',
    description: 'An NHS number; or a whole name and the day of birth',
  }),
  answers: {
    200: {
      description: 'Ids and nothing else; none where nobody is exactly this person',
      schema: z
        .strictObject({
          people: z.array(hubWideIdSchema),
          concerns: z.array(concernIdSchema).meta({
            description:
              'Concerns that may name this person, held and unmatched ones too: of a name and a day, those in which both halves of a name begin alike',
          }),
          isCut: z.boolean().meta({
            description:
              'More than ten of either were found, or too many stand near to compare them all, or there is nothing to look up by: the index has no key of 1 January, which is written for "not known". Search by the NHS number',
          }),
        })
        .meta({ id: 'PeopleFound' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract

export const openSubjectAccessContract = {
  summary: 'Open a request for all who saw anything about a person',
  action: 'audit.subject-access',
  needsPractitioner: true,
  headers: caseHeaders,
  body: z
    .strictObject({
      personId: hubWideIdSchema,
      concernIds: z.array(concernIdSchema).max(10).default([]).meta({
        description: 'Concerns that the search found: held and unmatched ones are found by these',
      }),
    })
    .meta({ id: 'SubjectAccess' }),
  answers: {
    201: {
      description: 'Opened for ninety days',
      schema: z
        .strictObject({
          requestId: uuidSchema,
          about: z.array(z.string()).meta({
            description: 'The records looked at: with each concern its alerts and reviews',
          }),
          isCut: z.boolean().meta({
            description:
              'More came of the concerns than twenty records, or than is read: open further requests, with fewer of them',
          }),
          links: z.strictObject({ self: z.string() }),
        })
        .meta({ id: 'SubjectAccessOpened' }),
      headers: ['Location'],
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract

const params = z.object({ id: uuidSchema })

export const readSubjectAccessContract = {
  summary: 'Who saw anything about the person of a request, or tried to; newest first',
  action: 'audit.subject-access',
  needsPractitioner: true,
  params,
  query: z.strictObject({ limit: auditLimit, cursor: z.string().max(1000).optional() }),
  answers: {
    200: {
      description:
        'One page. What of it may be told to whoever asked is for you to decide: an organisation may say where somebody is',
      schema: z
        .strictObject({
          items: z.array(
            z.strictObject({
              entryId: entryIdSchema,
              at: z.iso.datetime(),
              action: z.enum(recordedActions),
              outcome: z.enum(['DONE', 'REFUSED']),
              client: z.string(),
              agency: z.string().optional(),
              authority: z.string().optional(),
              who: z.string().optional().meta({
                description:
                  'A word for the person that is good in this request alone; their work id once two people have asked for it',
              }),
              purpose: z.string().optional(),
              about: z.array(z.string()),
            }),
          ),
          isUnmasked: z.boolean(),
          links: z.strictObject({ next: z.string().optional() }),
        })
        .meta({ id: 'SubjectAccessPage' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const unmaskSubjectAccessContract = {
  summary: 'Propose that work ids be shown in a request, or confirm what another proposed',
  action: 'audit.subject-access',
  needsPractitioner: true,
  params,
  answers: {
    200: {
      description: 'PROPOSED until a second person asks the same; then UNMASKED',
      schema: z
        .strictObject({ status: z.enum(['PROPOSED', 'UNMASKED']) })
        .meta({ id: 'SubjectAccessUnmasked' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
