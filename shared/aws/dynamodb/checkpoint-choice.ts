import * as z from 'zod'
import { sealedEntryKind } from './audit-rows.ts'
import { checkpointKind } from './log-rows.ts'
import { rowKind } from './rows/row-kind.ts'
import { type Key, type KeyedRow, queryToEnd, type Store } from './store.ts'

/** In the directory: which key signs checkpoints of the audit log. */
const choiceKey: Key = { pk: 'SIGNING', sk: 'CHECKPOINT' }

/** `keyId` is a note key id in hexadecimal; `atOnce` where the key before it can sign no more. */
const choiceShape = {
  version: z.int().min(1),
  keyId: z.string(),
  atOnce: z.boolean().optional(),
} as const
export type CheckpointChoice = z.infer<z.ZodObject<typeof choiceShape>>

export const checkpointChoiceKind = rowKind({
  name: 'checkpoint-choice',
  places: ['directory SIGNING CHECKPOINT'],
  shape: choiceShape,
})

export const checkpointChoiceRow = (
  choice: CheckpointChoice,
): KeyedRow & Pick<CheckpointChoice, 'version'> => ({ ...choiceKey, ...choice })

export const readCheckpointChoiceIn =
  (store: Store, directory: string) => async (): Promise<CheckpointChoice | undefined> => {
    const row = await store.get(directory, choiceKey)
    return row === undefined ? undefined : checkpointChoiceKind.read(row)
  }

/** What the entry about a choice is about. */
export const subjectOfChoice = (keyId: string): string => `checkpoint-key ${keyId}`

/** Where the entry about a choice stands in the log; undefined as long as it is not sealed. */
export const readIndexOfChoiceIn =
  (store: Store, auditLog: string) =>
  async ({ keyId, version }: CheckpointChoice): Promise<number | undefined> => {
    const rows = await queryToEnd(store, {
      table: auditLog,
      partition: { field: 'pk', value: `SUBJECT#${subjectOfChoice(keyId)}` },
      consistent: true,
    })
    return rows
      .map((row) => sealedEntryKind.read(row))
      .find(
        ({ entry }) =>
          entry.action === 'CHECKPOINT_KEY_CHOSEN' && entry.codes?.['version'] === String(version),
      )?.leafIndex
  }

/** The newest checkpoint that is kept. */
export const readLastCheckpointIn =
  (store: Store, auditLog: string) =>
  async (): Promise<{ readonly size: number; readonly note: string } | undefined> => {
    const { rows } = await store.query({
      table: auditLog,
      partition: { field: 'pk', value: 'LOG#main' },
      range: { kind: 'begins', field: 'sk', with: 'CHECKPOINT#' },
      descending: true,
      limit: 1,
      consistent: true,
    })
    return rows.map((row) => checkpointKind.read(row))[0]
  }
