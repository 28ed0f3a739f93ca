import type { Opened } from '../casework/read-uploads.ts'
import type { Mending } from '../loading/pass-over.ts'
import type { Sorter } from '../loading/sorter.ts'
import type { ImportFault, Upload } from '../register/register-import.ts'
import { FileFault } from './file-fault.ts'
import { type InputFile, measured } from './input-file.ts'
import { textToMend } from './mending.ts'
import { readsOf, type Source, sourceOf } from './read-files.ts'

type Open = (file: number) => Promise<AsyncIterable<Uint8Array> | undefined>

/** A file is known by its number: whoever announced it knows which it is, and nobody else. */
const uploaded = (number: number, open: Open): InputFile => {
  const name = String(number)
  return {
    name,
    shown: name,
    bytes: async function* () {
      const opened = await open(number)
      if (opened === undefined)
        throw new FileFault({ file: name, code: 'FILE_MISSING' }, `${name}: is not there`)
      yield* opened
    },
  }
}

/** @throws FileFault where it is not what was announced */
const requireSame = async (file: InputFile, { bytes, sha256 }: Upload): Promise<void> => {
  const found = await measured(file)
  if (found.bytes !== bytes || found.sha256 !== sha256)
    throw new FileFault({ file: file.name, code: 'FILE_DIFFERS' }, `${file.name}: differs`)
}

/** Signs that one file of rows to mend holds [D]. */
const mostSigns = 4_000_000

/** Rows to mend of one file, in pieces of which each has the header. */
async function* piecesOf(source: Source, mending: Sorter<Mending>): AsyncGenerator<string> {
  let header: string | undefined
  let text = ''
  for await (const row of textToMend(source, mending)) {
    if (header === undefined) header = row
    else if (text.length > 0 && text.length + row.length > mostSigns) {
      yield header + text
      text = row
    } else text += row
  }
  if (header !== undefined) yield header + text
}

/** Files as they were uploaded, after it was seen that each is the one that was announced. @throws FileFault of one that is not, or of no form that is loaded */
export const openUploads = async (uploads: readonly Upload[], open: Open): Promise<Opened> => {
  const sources: Source[] = []
  for (const [at, upload] of uploads.entries()) {
    const file = uploaded(at + 1, open)
    await requireSame(file, upload)
    sources.push(await sourceOf(file))
  }
  return {
    reads: () => readsOf(sources),
    toMend: async function* (mending) {
      for (const [at, source] of sources.entries())
        for await (const text of piecesOf(source, mending)) yield { file: at + 1, text }
    },
  }
}

/** What was wrong with a file, where an error says so. */
export const faultOfFile = (error: unknown): ImportFault | undefined =>
  error instanceof FileFault ? { code: error.code, file: Number(error.file) } : undefined
