import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import { indexRingKey, unwrapIndexKeys } from '../../shared/aws/kms/index-ring.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { ExportFiles } from './export-files.ts'
import { itemsIn } from './export-items.ts'
import type { Item } from './item-digest.ts'
import type { DataFile, TableExport } from './manifests.ts'

/** Looks at a row before it is put. @throws InputError for one that must not be */
export type Admit = (table: TableName, item: Item) => Promise<void>

/** The head of a log may not come back to the very table that signed on from it: it would sign two roots of one size. */
const admitHead = ({ origin }: Item, label: string | undefined): void => {
  if (label !== undefined && origin?.S?.endsWith(`/${label}`) === true)
    throw new InputError(
      'the audit log was exported from this very table, which has signed since: restore it into a new table, or one of its checkpoints would contradict another',
    )
}

export type AdmitDeps = {
  readonly keys: Keys
  /** The KMS key that wraps the index key in this account. */
  readonly indexKey: string
  /** Of the stream of the table that the log goes to. */
  readonly logLabel: string | undefined
}

/** Looks at the rows that name keys. @throws InputError when this account cannot use what a row names */
export const admitIn =
  ({ keys, indexKey, logLabel }: AdmitDeps): Admit =>
  async (table, item) => {
    if (table === 'auditLog' && item['sk']?.S === 'HEAD') admitHead(item, logLabel)
    if (table !== 'register' || item['pk']?.S !== indexRingKey.pk) return
    await unwrapIndexKeys(keys, indexKey, unmarshall(item)).catch((cause: unknown) => {
      throw new InputError(
        'the key of the match index cannot be unwrapped in this account: whoever is in it could not be found. Give --index-key of the key that wrapped it, and let this role use it',
        { cause },
      )
    })
  }

async function* rowsOf(files: ExportFiles, dataFiles: readonly DataFile[]): AsyncGenerator<Item> {
  for (const file of dataFiles) for await (const some of itemsIn(files, file)) yield* some
}

/** Looks at the key of the match index before anything is put: what is read is the register as far as its first one. */
export const admitFirst = async (
  files: ExportFiles,
  exports: readonly TableExport[],
  admit: Admit,
): Promise<void> => {
  const register = exports.find(({ table }) => table === 'register')
  for await (const item of rowsOf(files, register?.files ?? []))
    if (item['pk']?.S === indexRingKey.pk) {
      await admit('register', item)
      return
    }
}
