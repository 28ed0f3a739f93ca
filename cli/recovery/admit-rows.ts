import { lookupsKey } from '../../shared/aws/dynamodb/keys.ts'
import { headKey } from '../../shared/aws/dynamodb/log-rows.ts'
import { rotationKey } from '../../shared/aws/dynamodb/rotation-rows.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import { indexRingKey } from '../../shared/aws/kms/index-ring.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { ExportFiles } from './export-files.ts'
import { rowsOf } from './export-items.ts'
import type { Item } from './item-digest.ts'
import { isHead } from './log-end.ts'
import type { DataFile, TableExport } from './manifests.ts'
import { type RingDeps, requireSameRing, ringHere } from './ring-here.ts'

/** Looks at a row before it is put, and gives it as it is to stand. @throws InputError for one that must not be */
export type Admit = (table: TableName, item: Item) => Promise<Item>

/** The head of a log may not come back to the very table that signed on from it: it would sign two roots of one size. */
const admitHead = ({ origin }: Item, label: string | undefined): void => {
  if (label !== undefined && origin?.S?.endsWith(`/${label}`) === true)
    throw new InputError(
      'the audit log was exported from this very table, which has signed since: restore it into a new table, or one of its checkpoints would contradict another',
    )
}

export type AdmitDeps = RingDeps & {
  /** Of the stream of the table that the log goes to. */
  readonly logLabel: string | undefined
}

/**
 * A list of the places where a concern is found says no more that all of them stand: a backup may have been cut between them.
 * Whoever replaces the index's key next writes them anew.
 */
const notKnownToStand = ({ keyed: _, ...list }: Item): Item => list

/** Looks at the rows that name keys, and at those that say what else stands. @throws InputError when this account cannot use what a row names */
export const admitIn =
  (deps: AdmitDeps): Admit =>
  async (table, item) => {
    if (table === 'auditLog' && isHead(item)) admitHead(item, deps.logLabel)
    if (table === 'register') return ringHere(item, deps)
    return table === 'casework' && item['sk']?.S === lookupsKey('').sk
      ? notKnownToStand(item)
      : item
  }

const firstOf = async (rows: AsyncIterable<Item>, isIt: (item: Item) => boolean) => {
  for await (const item of rows) if (isIt(item)) return item
  return undefined
}

/** Of an export the rows on which others rest. */
export type FirstRows = { readonly ring: Item | undefined; readonly head: Item | undefined }

/**
 * Reads the key of the match index and the head of the log, and looks at both, before anything is put.
 * @throws InputError for either, or for a log without a head
 */
export const readFirstRows = async (
  files: ExportFiles,
  exports: readonly TableExport[],
  admit: Admit,
): Promise<FirstRows> => {
  const filesOf = (name: TableName): readonly DataFile[] =>
    exports.find(({ table }) => table === name)?.files ?? []
  const ring = await firstOf(
    rowsOf(files, filesOf('register')),
    ({ pk }) => pk?.S === indexRingKey.pk,
  )
  const ofLog = filesOf('auditLog')
  const head = await firstOf(rowsOf(files, ofLog), isHead)
  if (head === undefined && ofLog.some(({ itemCount }) => itemCount > 0))
    throw new InputError('the audit log was exported without its head: nothing says where it ends')
  if (ring !== undefined) await admit('register', ring)
  if (head !== undefined) await admit('auditLog', head)
  return { ring, head }
}

type Onto = RingDeps & {
  readonly exports: readonly TableExport[]
  readonly first: FirstRows
  /** The table that the log goes to. */
  readonly auditLog: string | undefined
}

/**
 * Looks at tables in which rows stand, and whether those of an export fit among them.
 * @throws InputError where they have an index key or a log of their own
 */
export const requireFit = async ({ exports, first, auditLog, ...deps }: Onto): Promise<void> => {
  const isExported = (name: TableName): boolean => exports.some(({ table }) => table === name)
  const { target, register } = deps
  if (isExported('auditLog') && auditLog !== undefined) {
    if ((await target.get(auditLog, headKey)) !== undefined)
      throw new InputError(
        'a log of its own stands in auditLog: rows of another among its own would stop it. Leave auditLog out, or make the tables anew; to go on with a restore that was begun, give its --state',
      )
  }
  if (!isExported('register') || register === undefined) return
  const isRotated = (await target.get(register, rotationKey)) !== undefined
  const hasRing = (await target.get(register, indexRingKey)) !== undefined
  if (isRotated && !hasRing)
    throw new InputError(
      'the register says how far its index key has been replaced, and has none: make the tables anew',
    )
  await requireSameRing(first.ring, deps)
}
