import type { BeginImportDeps } from '../../casework/begin-import.ts'
import type { LoadPartsDeps } from '../../casework/load-parts.ts'
import type { ReadImportDeps } from '../../casework/read-import.ts'
import type { ReadUploadsDeps, WaitingPart } from '../../casework/read-uploads.ts'
import { importPlaceOf } from '../../config/import-places.ts'
import { openUploads } from '../../files/open-uploads.ts'
import type { Clock } from '../../kernel/clock.ts'
import { HubError } from '../../kernel/hub-error.ts'
import type { ImportObjects } from './import-objects.ts'

type Place = { readonly bucket: string; readonly now: Clock }

const secondsUntil = (until: Date, now: Clock): number =>
  Math.max(1, Math.floor((until.getTime() - now().getTime()) / 1000))

/** For whoever says where files go, and where rows to mend stand. */
export const importAddressesIn = (
  objects: Pick<ImportObjects, 'signGet' | 'signPut'>,
  { bucket, now }: Place,
): Pick<BeginImportDeps, 'signUpload'> & Pick<ReadImportDeps, 'signToMend'> => ({
  signUpload: ({ importId, file, upload }, until) =>
    objects.signPut(bucket, importPlaceOf.upload(importId, file), {
      upload,
      seconds: secondsUntil(until, now),
    }),
  signToMend: ({ importId, file, piece, kind }, until) =>
    objects.signGet(bucket, importPlaceOf.toMend(importId, file, piece), {
      kind,
      as: `to-mend-${file}-${piece}.${kind}`,
      seconds: secondsUntil(until, now),
    }),
})

/** For whoever reads what was uploaded, and cuts it into parts. */
export const importFilesIn = (
  objects: Pick<ImportObjects, 'open' | 'put'>,
  bucket: string,
): Pick<ReadUploadsDeps, 'open' | 'putPart' | 'putTurns' | 'putToMend'> => {
  const put = (name: string, value: unknown) => objects.put(bucket, name, JSON.stringify(value))
  return {
    open: (one) =>
      openUploads(one.files, (file) =>
        objects.open(bucket, importPlaceOf.upload(one.importId, file)),
      ),
    putPart: (importId, number, part) => put(importPlaceOf.part(importId, number), part),
    putTurns: (importId, parts) =>
      put(
        importPlaceOf.turns(importId),
        Array.from({ length: parts }, (_, turn) => ({ turn })),
      ),
    putToMend: ({ importId, file, piece }, text) =>
      objects.put(bucket, importPlaceOf.toMend(importId, file, piece), text),
  }
}

/** For whoever loads the parts. @throws HubError where it is no longer there */
export const readPartIn =
  (objects: Pick<ImportObjects, 'open'>, bucket: string): LoadPartsDeps['readPart'] =>
  async (importId, number) => {
    const opened = await objects.open(bucket, importPlaceOf.part(importId, number))
    if (opened === undefined) throw new HubError('internal', 'a part of an import is not there')
    const chunks: Uint8Array[] = []
    for await (const chunk of opened) chunks.push(chunk)
    // The hub wrote it from records that fit their contract.
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as WaitingPart
  }
