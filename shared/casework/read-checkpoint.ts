import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { type Checkpoint, checkpointIn } from '../audit/checkpoint.ts'
import type { Hash } from '../audit/merkle.ts'
import { HubError } from '../kernel/hub-error.ts'
import { proofsBy, type ReadBatchOf } from './prove-log.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ReadCheckpointDeps = RecordDeps & {
  readonly readNewestNote: () => Promise<string | undefined>
  /** When the entry of a leaf was made. */
  readonly readLeafTime: (leaf: number) => Promise<string | undefined>
  readonly readBatchOf: ReadBatchOf
}

type Newest = Checkpoint & { readonly note: string }

const newestOf = async ({ readNewestNote }: ReadCheckpointDeps): Promise<Newest | undefined> => {
  const note = await readNewestNote()
  const signed = note === undefined ? undefined : checkpointIn(note)
  return note === undefined || signed === undefined ? undefined : { ...signed, note }
}

const say = async (
  by: By,
  codes: Readonly<Record<string, string>>,
  { record, now, newId }: RecordDeps,
): Promise<void> =>
  record(recorderOf(by, { now: now(), newId })('CHECKPOINT_READ', [by.caller.clientId], { codes }))

export type CheckpointResult =
  | {
      readonly kind: 'found'
      readonly note: string
      readonly size: number
      /** When its last entry was made, and how long ago that is. */
      readonly lastEntryAt: string | undefined
      readonly ageInSeconds: number | undefined
    }
  | { readonly kind: 'not-found' }

/** The newest checkpoint. Who took which is on record: an inquiry can ask them for it. */
export const readCheckpoint = async (
  { by }: { readonly by: By },
  deps: ReadCheckpointDeps,
): Promise<CheckpointResult> => {
  const newest = await newestOf(deps)
  if (newest === undefined) return { kind: 'not-found' }
  const { note, size } = newest
  const lastEntryAt = size === 0 ? undefined : await deps.readLeafTime(size - 1)
  const ageInSeconds =
    lastEntryAt === undefined
      ? undefined
      : Math.max(0, Math.floor((deps.now().getTime() - Date.parse(lastEntryAt)) / 1000))
  await say(by, { size: String(size) }, deps)
  return { kind: 'found', note, size, lastEntryAt, ageInSeconds }
}

export type ConsistencyInput = { readonly by: By; readonly from: number; readonly to?: number }

export type ConsistencyResult =
  | {
      readonly kind: 'found'
      readonly from: number
      readonly to: number
      readonly proof: readonly Hash[]
      readonly note: string
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-large' }

/**
 * What shows that the log of one size begins with all of the log of another; without `to`, that of the newest checkpoint.
 * @throws HubError internal where the rows of the log do not make a tree that grows, or not its signed root
 */
export const proveConsistency = async (
  { by, from, to: asked }: ConsistencyInput,
  deps: ReadCheckpointDeps,
): Promise<ConsistencyResult> => {
  const newest = await newestOf(deps)
  if (newest === undefined) return { kind: 'not-found' }
  const to = asked ?? newest.size
  if (from > to || to > newest.size) return { kind: 'too-large' }
  const { proof, newRoot } = await proofsBy(deps.readBatchOf).growth({ from, to })
  if (to === newest.size && !newRoot.equals(newest.root))
    throw new HubError('internal', 'the log’s rows do not make its signed root')
  await say(by, { from: String(from), to: String(to) }, deps)
  return { kind: 'found', from, to, proof, note: newest.note }
}
