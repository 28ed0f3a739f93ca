import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { checkpointIn } from '../audit/checkpoint.ts'
import { leafOf, leafText } from '../audit/leaf-text.ts'
import type { Hash } from '../audit/merkle.ts'
import type { Leaf } from '../audit/sealed-leaf.ts'
import { proofsBy, type ReadBatchOf } from './prove-log.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ProveEntryDeps = RecordDeps & {
  readonly findSealed: (
    entryId: string,
  ) => Promise<{ readonly leaf: Leaf; readonly index: number } | undefined>
  readonly readBatchOf: ReadBatchOf
  readonly readNewestNote: () => Promise<string | undefined>
}

export type ProveEntryResult =
  | {
      readonly kind: 'proved'
      readonly index: number
      readonly size: number
      /** The bytes of the leaf, of which anybody makes its hash. */
      readonly leaf: string
      readonly leafHash: Hash
      readonly proof: readonly Hash[]
      readonly note: string
    }
  | { readonly kind: 'not-found' }

/**
 * What shows that an entry is in the log of the newest checkpoint. It discloses the entry, and so is on record under all
 * that the entry is about before it is given. Nothing that does not verify is given.
 * @throws HubError internal where the rows of the log do not make its signed root, or one says that it stands where it does not
 */
export const proveEntry = async (
  { by, entryId }: { readonly by: By; readonly entryId: string },
  deps: ProveEntryDeps,
): Promise<ProveEntryResult> => {
  const [found, note] = await Promise.all([deps.findSealed(entryId), deps.readNewestNote()])
  const signed = note === undefined ? undefined : checkpointIn(note)
  if (found === undefined || note === undefined || signed === undefined)
    return { kind: 'not-found' }
  const { index, leaf } = found
  const { size } = signed
  const leafHash = leafOf(leaf)
  const proofs = proofsBy(deps.readBatchOf)
  if (index >= size) {
    await proofs.standing({ index, leaf: leafHash })
    return { kind: 'not-found' }
  }
  const proof = await proofs.inclusion({ index, leaf: leafHash }, signed)
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  await deps.record(
    record('AUDIT_PROOF_READ', [by.caller.clientId, entryId], {
      people: leaf.entry.subjects,
      codes: { index: String(index), size: String(size) },
    }),
  )
  return { kind: 'proved', index, size, leaf: leafText(leaf), leafHash, proof, note }
}
