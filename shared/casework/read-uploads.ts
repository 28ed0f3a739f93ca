import { londonDay } from '../calendar/london-day.ts'
import type { Read } from '../loading/fact.ts'
import { type Part, partsOf } from '../loading/parts.ts'
import { type Mending, passOver } from '../loading/pass-over.ts'
import { keptOf } from '../loading/report.ts'
import type { Sorter, Sorting } from '../loading/sorter.ts'
import {
  type ImportFault,
  type ImportRead,
  type RegisterImport,
  readAs,
} from '../register/register-import.ts'
import { endStep, type ImportDeps, saved } from './import-deps.ts'

/** The files of an import, as they can be read again and again. */
export type Opened = {
  readonly reads: () => AsyncIterable<Read>
  /** Rows to mend, in files that can be mended and sent by themselves; `file` counts from 1. */
  readonly toMend: (
    mending: Sorter<Mending>,
  ) => AsyncIterable<{ readonly file: number; readonly text: string }>
}

/** A part as it waits, with the last own id of the one before it. */
export type WaitingPart = Part & { readonly after: string }

export type ReadUploadsDeps = ImportDeps & {
  readonly open: (one: RegisterImport) => Promise<Opened>
  /** What is wrong with a file, where that is why it could not be read. */
  readonly faultOf: (error: unknown) => ImportFault | undefined
  readonly sorting: () => Promise<Sorting & { readonly end: () => Promise<void> }>
  readonly putPart: (importId: string, number: number, part: WaitingPart) => Promise<void>
  /** Writes which parts there are, by number, for whoever goes through them. */
  readonly putTurns: (importId: string, parts: number) => Promise<void>
  readonly putToMend: (
    place: { readonly importId: string; readonly file: number; readonly piece: number },
    text: string,
  ) => Promise<void>
}

/** What is read and written of one part within seconds [D]. */
const mostOfPart = { records: 100, bytes: 400_000, ids: 1_000 } as const

const putParts = async (
  importId: string,
  parts: AsyncIterable<Part>,
  { putPart, putTurns }: ReadUploadsDeps,
): Promise<number> => {
  let count = 0
  let after = ''
  for await (const part of parts) {
    await putPart(importId, count, { ...part, after })
    after = part.upTo ?? after
    count += 1
  }
  await putTurns(importId, count)
  return count
}

const putMending = async (
  importId: string,
  texts: ReturnType<Opened['toMend']>,
  { putToMend }: ReadUploadsDeps,
): Promise<ImportRead['toMend']> => {
  const pieces = new Map<number, number>()
  for await (const { file, text } of texts) {
    const piece = (pieces.get(file) ?? 0) + 1
    await putToMend({ importId, file, piece }, text)
    pieces.set(file, piece)
  }
  return [...pieces].map(([file, count]) => ({ file, pieces: count }))
}

const readAll = async (one: RegisterImport, deps: ReadUploadsDeps): Promise<ImportRead> => {
  const { importId, authority, extent } = one
  const opened = await deps.open(one)
  const sorting = await deps.sorting()
  try {
    const today = londonDay(deps.now())
    const pass = await passOver(opened.reads(), { authority, today, sorting, extent })
    const toMend = await putMending(importId, opened.toMend(pass.toMend), deps)
    const parts = await putParts(importId, partsOf(pass.people(), mostOfPart), deps)
    const { digest, extent: loadedAs, report } = pass
    return { digest, extent: loadedAs, report: keptOf(report), parts, toMend }
  } finally {
    await sorting.end()
  }
}

/** Reads the files of an import, says what is wrong in them, and cuts them into parts; knows nothing of the register. False where there is nothing to go on with. */
export const readUploads = async (importId: string, deps: ReadUploadsDeps): Promise<boolean> => {
  const one = await deps.readImport(importId)
  if (one?.state !== 'CHECKING') return false
  try {
    const read = await readAll(one, deps)
    await saved(readAs(one, read, { now: deps.now() }), [], deps)
    return true
  } catch (error) {
    const fault = deps.faultOf(error)
    if (fault === undefined) throw error
    await endStep(one, { fault, workedBy: 'read-uploads' }, deps)
    return false
  }
}
