import * as z from 'zod'
import { hubWideIdSchema } from '../../kernel/ids.ts'
import { plainText } from '../../people/plain-text.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, guardedProblems } from './answers.ts'
import { caseHeaders } from './parts.ts'

const kind = z.enum(['child', 'adult'])

export const searchRegisterContract = {
  summary:
    'Find children or adults of your own register by exact name and date of birth; the search is on record',
  action: 'register.read',
  needsPractitioner: true,
  headers: caseHeaders,
  body: z
    .strictObject({
      kind,
      name: z.strictObject({ given: plainText(100), family: plainText(100) }),
      dateOfBirth: z.iso.date(),
    })
    .meta({ id: 'RegisterSearch', description: 'A whole name and the day of birth' }),
  answers: {
    200: {
      description: 'Ids and nothing else; none where nobody is recorded by exactly this',
      schema: z
        .strictObject({
          people: z.array(z.strictObject({ kind, id: hubWideIdSchema })),
          isCut: z.boolean().meta({
            description:
              'More than ten were found, or too many of your register stand near to compare them all, or there is nothing to look up by: the index has no key of 1 January, which is written for "not known". Read the record by its id',
          }),
        })
        .meta({ id: 'RegisterSearched' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract
