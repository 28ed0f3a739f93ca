import * as z from 'zod'
import { entryIdSchema } from '../../kernel/ids.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems, notFound } from './answers.ts'
import { checkpointNote, leafNumber } from './audit.ts'

const hashText = z.base64().length(44)
const proof = z.array(hashText).meta({ description: 'Hashes as RFC 9162 orders them, base64' })

export const proveAuditEntryContract = {
  summary: 'What shows that an entry is in the log of the newest checkpoint',
  action: 'audit.query',
  needsPractitioner: true,
  params: z.object({ id: entryIdSchema }),
  answers: {
    200: {
      description: 'Verify it with the log’s public key, which comes to you by another way',
      schema: z
        .strictObject({
          index: z.int().min(0),
          size: z.int().min(1),
          leaf: z.string().meta({
            description:
              'The bytes of the leaf: the entry, its places, index fields and salt. Its hash is SHA-256 of a zero byte and these',
          }),
          leafHash: hashText,
          proof,
          checkpoint: checkpointNote,
          receipt: z.string().meta({
            description:
              'Leaf, index, proof and checkpoint as one text, which needs nothing beside it but the key: https://c2sp.org/tlog-proof',
          }),
        })
        .meta({ id: 'AuditProof' }),
    },
    ...guardedProblems,
    404: {
      ...notFound[404],
      id: 'NotSealedYet',
      description: 'No such entry in the newest checkpoint: what waits to be sealed is in the next',
    },
  },
} as const satisfies Contract

export const readCheckpointContract = {
  summary: 'The newest checkpoint of the audit log, for any client to keep',
  action: 'log.checkpoint',
  answers: {
    200: {
      description: 'Keep each with the day on which you got it',
      schema: z
        .strictObject({
          checkpoint: checkpointNote,
          size: z.int().min(0),
          lastEntryAt: z.iso.datetime().optional(),
          ageInSeconds: z.int().min(0).optional().meta({
            description:
              'How long ago its last entry was made. More than some minutes in a busy hour: the log is not being sealed',
          }),
        })
        .meta({ id: 'Checkpoint' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract

export const proveConsistencyContract = {
  summary: 'What shows that the log of a checkpoint you kept is the beginning of a later one',
  action: 'log.checkpoint',
  query: z.strictObject({
    from: leafNumber.refine((size) => size !== '0', { error: 'a size of at least 1' }),
    to: leafNumber.optional().meta({ description: 'Left out, that of the newest checkpoint' }),
  }),
  answers: {
    200: {
      description: 'RFC 9162 §2.1.4: with it the root that you kept leads to the newer one',
      schema: z
        .strictObject({
          from: z.int().min(1),
          to: z.int().min(1),
          proof,
          checkpoint: checkpointNote,
        })
        .meta({ id: 'ConsistencyProof' }),
    },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
