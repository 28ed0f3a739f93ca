import { isTheirs } from '../agencies/access.ts'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { LoadExtent } from '../register/load.ts'
import { type RegisterImport, type Upload, uploadsUntil } from '../register/register-import.ts'
import { type ImportDeps, saved, startedBy } from './import-deps.ts'

/** Where one file is to be put, and the headers without which it is refused there. */
export type UploadAddress = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export type BeginImportDeps = ImportDeps & {
  /** An address under which this file, and no other, can be put until then. `file` counts from 1. */
  readonly signUpload: (
    place: { readonly importId: string; readonly file: number; readonly upload: Upload },
    until: Date,
  ) => Promise<UploadAddress>
}

type Begin = {
  readonly by: By
  readonly authority: AuthorityCode
  readonly extent: LoadExtent
  readonly files: readonly Upload[]
}

export type ImportBegun =
  | {
      readonly kind: 'begun'
      readonly import: RegisterImport
      readonly until: Date
      readonly uploads: readonly UploadAddress[]
    }
  | { readonly kind: 'not-theirs' }

/** Begins an import: says where its files are to be put. Nothing of the register is looked at. */
export const beginImport = async (
  { by, authority, extent, files }: Begin,
  deps: BeginImportDeps,
): Promise<ImportBegun> => {
  if (!isTheirs(by.caller, 'register.write', { authority })) return { kind: 'not-theirs' }
  const now = deps.now()
  const importId = deps.newId(now)
  const begun: RegisterImport = {
    ...{ importId, authority, extent, files: [...files], state: 'AWAITING_FILES', attempt: 0 },
    by: startedBy(by),
    begunAt: now.toISOString(),
    changedAt: now.toISOString(),
    done: 0,
    revision: 1,
  }
  const until = uploadsUntil(now)
  const uploads = await Promise.all(
    files.map((upload, at) => deps.signUpload({ importId, file: at + 1, upload }, until)),
  )
  const record = recorderOf(by, { now, newId: deps.newId })
  const codes = { import: importId, extent, files: String(files.length) }
  await saved(begun, record('REGISTER_IMPORT_BEGUN', [authority], { authority, codes }), deps)
  return { kind: 'begun', import: begun, until, uploads }
}
