import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { uuidSchema } from '../../kernel/ids.ts'
import { uploadKinds } from '../../register/import-codes.ts'
import { loadExtents, registerLoadSchema } from '../../register/load.ts'
import {
  importFaultSchema,
  importReadSchema,
  registerImportSchema,
  uploadSchema,
} from '../../register/register-import.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'

/** A gigabyte: ten times what the largest authority exports [D]. */
const mostBytes = 1_000_000_000
const mostFiles = 20

const params = z.object({ id: uuidSchema })
const links = z.strictObject({ self: z.string() })
const conflict = { 409: conflicts[409] } as const
const file = z.int().min(1).max(mostFiles).meta({
  description: 'Under which number it was announced, from 1',
})
const url = z.string().meta({ description: 'Whoever has it needs no token: keep it out of logs' })

const fileSchema = uploadSchema
  .extend({
    kind: z.enum(uploadKinds).meta({
      description: 'Which form of either it is, is seen from its beginning',
    }),
    bytes: z.int().min(1).max(mostBytes).meta({ description: 'Its length' }),
    sha256: uploadSchema.shape.sha256.meta({
      description: 'SHA-256 of its bytes, in hex: nothing else is taken under its address',
    }),
  })
  .meta({ id: 'RegisterImportFile' })

export const beginRegisterImportContract = {
  summary:
    'Begin to load your register by files: says where each is to be uploaded. Nothing is compared or changed yet',
  action: 'register.write',
  needsPractitioner: true,
  body: z
    .strictObject({
      authority: authorityCodeSchema.meta({ description: 'Must be the caller’s own' }),
      extent: z.enum(loadExtents).meta({
        description: 'Of a FULL load, whoever is not in it is gone; of a DELTA nobody is',
      }),
      files: z.array(fileSchema).min(1).max(mostFiles).meta({
        description: 'Files of one load complete one another. They have numbers here, and no names',
      }),
    })
    .meta({ id: 'RegisterImportBegin' }),
  answers: {
    201: {
      description: 'Begun; PUT each file to its address, with exactly these headers',
      schema: z
        .strictObject({
          importId: uuidSchema,
          state: z.literal('AWAITING_FILES'),
          uploadBefore: z.iso.datetime(),
          uploads: z.array(
            z.strictObject({ file, url, headers: z.record(z.string(), z.string()) }),
          ),
          links,
        })
        .meta({ id: 'RegisterImportBegun' }),
    },
    ...guardedProblems,
    ...bodyProblems,
  },
} as const satisfies Contract

const started = {
  202: {
    id: 'RegisterImportStepStarted',
    description: 'It goes on by itself: read the import until its state is another',
    schema: z
      .strictObject({ importId: uuidSchema, state: registerImportSchema.shape.state, links })
      .meta({ id: 'RegisterImportStep' }),
  },
} as const

export const checkRegisterImportContract = {
  summary:
    'Read the uploaded files, say what is wrong in them and compare them with your register; nothing of it is changed',
  action: 'register.write',
  needsPractitioner: true,
  params,
  answers: { ...started, ...guardedProblems, ...notFound, ...conflict },
} as const satisfies Contract

export const applyRegisterImportContract = {
  summary: 'Change your register as the check said; what was half applied goes on where it was',
  action: 'register.write',
  needsPractitioner: true,
  params,
  body: z
    .strictObject({
      confirmed: z.int().min(0).optional().meta({
        description:
          'How many cases it is meant to close: needed where `toConfirm` says how many it would',
      }),
    })
    .meta({ id: 'RegisterImportApply' }),
  answers: { ...started, ...guardedProblems, ...bodyProblems, ...notFound, ...conflict },
} as const satisfies Contract

const counted = registerLoadSchema.shape.counts.meta({
  description: 'By outcome and by note, how many records',
})

const { state, step, extent, begunAt, changedAt } = registerImportSchema.shape

export const readRegisterImportContract = {
  summary:
    'Read where an import is: its report by code, what it would change or has changed; it names nobody',
  action: 'register.write',
  params,
  answers: {
    200: {
      description: 'The import as it is now',
      schema: z
        .strictObject({
          importId: uuidSchema,
          extent: extent.meta({
            description:
              'As what it is loaded: a FULL load is a DELTA where nobody knows whom a row is about, so that nobody is taken for gone',
          }),
          state,
          step: step.meta({ description: 'The step that goes on, ended or failed last' }),
          files: z.int().min(1),
          begunAt,
          changedAt,
          endsAt: z.iso.datetime().meta({
            description: 'When it vanishes with its files, where nothing more is done with it',
          }),
          progress: z
            .strictObject({ done: z.int().min(0), of: z.int().min(1) })
            .optional()
            .meta({ description: 'Parts of this step; none while the files are read' }),
          digest: importReadSchema.shape.digest
            .optional()
            .meta({ description: 'Under which the load stands in /register-loads' }),
          report: importReadSchema.shape.report
            .optional()
            .meta({ description: 'What is wrong in the files, by code' }),
          rowsToMend: z.int().min(0).optional().meta({
            description: 'How many files of rows to mend there are: …/rows-to-mend',
          }),
          counts: counted.optional(),
          compared: counted.optional(),
          standing: z.int().min(0).optional().meta({
            description: 'Open cases that the comparison met',
          }),
          toConfirm: z.int().min(1).optional().meta({
            description: 'It is not applied before somebody confirms that it closes so many cases',
          }),
          fault: importFaultSchema
            .optional()
            .meta({ description: 'Why it went no further, by code, and in which file' }),
        })
        .meta({ id: 'RegisterImport' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const readRowsToMendContract = {
  summary:
    'Fetch the rows to mend, as they stood in your files: mend them and send them again as a DELTA',
  action: 'register.write',
  needsPractitioner: true,
  params,
  answers: {
    200: {
      description: 'Addresses that hold for minutes; who asked for them is logged first',
      schema: z
        .strictObject({
          readBefore: z.iso.datetime(),
          files: z.array(
            z.strictObject({
              file,
              piece: z.int().min(1).meta({ description: 'Of a file with many such rows' }),
              kind: z.enum(uploadKinds),
              url,
            }),
          ),
        })
        .meta({ id: 'RowsToMend' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
