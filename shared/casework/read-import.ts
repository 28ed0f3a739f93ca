import { isTheirs } from '../agencies/access.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { RegisterLoad } from '../register/load.ts'
import {
  isOver,
  mendingUntil,
  type RegisterImport,
  seenAt,
  type Upload,
} from '../register/register-import.ts'
import type { ImportDeps } from './import-deps.ts'
import type { LoadChildrenDeps } from './load-children.ts'
import type { RecordDeps } from './record-refusal.ts'

export type FindImportDeps = Pick<ImportDeps, 'readImport' | 'now'> &
  Pick<LoadChildrenDeps, 'readLoad'>

/** One file of rows to mend: of which file, what that is, and which piece of it. Both count from 1. */
export type Piece = {
  readonly file: number
  readonly piece: number
  readonly kind: Upload['kind']
}

export type ReadImportDeps = FindImportDeps &
  RecordDeps & {
    /** An address under which a file of rows to mend can be read until then. */
    readonly signToMend: (
      place: Piece & { readonly importId: string },
      until: Date,
    ) => Promise<string>
  }

/** An import of the caller's authority; undefined where it has none such, or none any more. */
export const findImport = async (
  { by, importId }: { readonly by: By; readonly importId: string },
  { readImport, now }: FindImportDeps,
): Promise<RegisterImport | undefined> => {
  const one = await readImport(importId)
  if (one === undefined || isOver(one, now())) return undefined
  return isTheirs(by.caller, 'register.write', one) ? one : undefined
}

type Asked = { readonly by: By; readonly importId: string }

/** Where an import is, and what the load is that it made; undefined where the authority has no such import. */
export const readImport = async (
  { by, importId }: Asked,
  deps: ReadImportDeps,
): Promise<
  { readonly import: RegisterImport; readonly load: RegisterLoad | undefined } | undefined
> => {
  const found = await findImport({ by, importId }, deps)
  if (found === undefined) return undefined
  const { authority, read } = found
  const one = seenAt(found, deps.now())
  const load = read === undefined ? undefined : await deps.readLoad(authority, read.digest)
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = { import: importId, state: one.state }
  await deps.record(record('REGISTER_IMPORT_READ', [authority], { authority, codes }))
  return { import: one, load }
}

const piecesOf = ({ files, read }: RegisterImport): readonly Piece[] =>
  (read?.toMend ?? []).flatMap(({ file, pieces }) =>
    Array.from({ length: pieces }, (_, at) => ({
      ...{ file, piece: at + 1 },
      kind: files[file - 1]?.kind ?? 'csv',
    })),
  )

/** Addresses of the rows to mend, as they stood in the files: who asks for them stands in the log before they are told. */
export const readRowsToMend = async (
  { by, importId }: Asked,
  deps: ReadImportDeps,
): Promise<
  | {
      readonly until: Date
      readonly files: readonly (Piece & { readonly url: string })[]
    }
  | undefined
> => {
  const one = await findImport({ by, importId }, deps)
  if (one === undefined) return undefined
  const pieces = piecesOf(one)
  const { authority } = one
  const record = recorderOf(by, { now: deps.now(), newId: deps.newId })
  const codes = { import: importId, count: String(pieces.length) }
  await deps.record(record('ROWS_TO_MEND_READ', [authority], { authority, codes }))
  const until = mendingUntil(deps.now())
  const files = pieces.map(async (piece) => ({
    ...piece,
    url: await deps.signToMend({ importId, ...piece }, until),
  }))
  return { until, files: await Promise.all(files) }
}
