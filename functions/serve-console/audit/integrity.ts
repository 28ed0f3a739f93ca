import * as z from 'zod'
import { checkpointIn } from '../../../shared/audit/checkpoint.ts'
import { leafOfLine } from '../../../shared/audit/leaf-text.ts'
import { leafHash } from '../../../shared/audit/merkle.ts'
import { verifyConsistency, verifyInclusion } from '../../../shared/audit/merkle-verify.ts'
import type { AskedInRole } from '../asked.ts'

/** Minutes after which what waits to be sealed waits unusually long. */
const usualMinutes = 15

const newestSchema = z.object({
  size: z.int(),
  lastEntryAt: z.string().optional(),
  ageInSeconds: z.int().optional(),
})

/** How far the log is sealed, and since when; undefined where nothing is yet, or the hub says nothing just now. */
export const readBadge = async ({ ask }: AskedInRole) => {
  const answer = await ask({ method: 'GET', path: '/audit/checkpoint' })
  const read = newestSchema.safeParse(answer.kind === 'ok' ? answer.body : undefined)
  if (!read.success) return undefined
  const { size, lastEntryAt, ageInSeconds = 0 } = read.data
  const minutes = Math.floor(ageInSeconds / 60)
  return { size, lastEntryAt, minutes, isOld: minutes > usualMinutes }
}

const hashes = z.array(z.base64())
export const proofSchema = z.object({
  index: z.int(),
  size: z.int(),
  leaf: z.string(),
  proof: hashes,
  checkpoint: z.string(),
  receipt: z.string(),
})
export type Proof = z.infer<typeof proofSchema>

const bytes = (text: string): Buffer => Buffer.from(text, 'base64')

/**
 * Whether the entry stands in the log whose root the checkpoint has, worked out here and not believed. Who signed the checkpoint this does
 * not say: the key comes to an auditor by another way.
 */
export const isIncluded = ({ index, size, leaf, proof, checkpoint }: Proof): boolean => {
  const log = checkpointIn(checkpoint)
  return (
    log?.size === size &&
    verifyInclusion({
      index,
      size,
      leaf: leafHash(leaf),
      proof: proof.map(bytes),
      root: log.root,
    })
  )
}

/** The entry of a leaf’s line. */
export const entryOfLeaf = (leaf: string): Readonly<Record<string, unknown>> | undefined =>
  leafOfLine(leaf)?.entry

export const consistencySchema = z.object({
  from: z.int(),
  to: z.int(),
  proof: hashes,
  checkpoint: z.string(),
})

/** Whether the log of a checkpoint that somebody kept is the beginning of today’s. */
export const isContinued = (
  kept: string,
  { from, to, proof, checkpoint }: z.infer<typeof consistencySchema>,
): boolean => {
  const [before, after] = [checkpointIn(kept), checkpointIn(checkpoint)]
  return (
    before !== undefined &&
    before.origin === after?.origin &&
    before.size === from &&
    after.size === to &&
    verifyConsistency({
      oldSize: from,
      newSize: to,
      oldRoot: before.root,
      newRoot: after.root,
      proof: proof.map(bytes),
    })
  )
}
