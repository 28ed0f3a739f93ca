import { access, appendFile, constants, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { exportFiles } from '../../shared/audit/export/export-files.ts'
import { routes } from '../../shared/config/routes.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
import { problemInWords } from '../receive/problem-in-words.ts'
import { bundleVerifier } from '../verify/bundle-verifier.ts'

const partSchema = z.object({
  files: z.object({
    'entries.ndjson': z.string(),
    'entries.csv': z.string(),
    'audit-events.ndjson': z.string(),
    'proofs.txt': z.string(),
  }),
  entries: z.int(),
  checkpoint: z.string(),
  next: z.string().optional(),
  manifest: z.string().optional(),
})
type Part = z.infer<typeof partSchema>

/** One part. The hub stores nothing between two of them, so that one can be asked for again. */
const partOf = async (api: Pick<Asking, 'post'>, asked: unknown): Promise<Part> => {
  const answer = await api.post(routes.exportAuditEntries.path, asked, { isSafe: true })
  if (answer.status !== 200) throw new InputError(problemInWords(answer))
  return partSchema.parse(answer.body)
}

type Wanted = {
  readonly folder: string
  readonly question: Readonly<Record<string, string>>
  readonly progress: (entries: number) => void
}

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  )

/** The folder itself, or the nearest above it that there is. */
const standing = async (place: string): Promise<string> =>
  (await isThere(place)) || dirname(place) === place ? place : standing(dirname(place))

/** @throws InputError before anything is asked, where it could not be written, or where something is there: an export is never written over another */
const requireFree = async (place: string): Promise<void> => {
  if (await isThere(place)) throw new InputError(`${place} is there already: name another folder`)
  const above = await standing(resolve(place))
  if (!(await stat(above)).isDirectory()) throw cannotBeMade(place)
  await access(above, constants.W_OK).catch((cause: unknown) => {
    throw cannotBeMade(place, cause)
  })
}

const cannotBeMade = (place: string, cause?: unknown): InputError =>
  new InputError(`${place} cannot be made: name a folder in which you may write`, { cause })

const makeFolder = (place: string): Promise<unknown> =>
  mkdir(place, { recursive: true }).catch((cause: unknown) => {
    throw cannotBeMade(place, cause)
  })

/** The parts after the first. Whoever is left with half of an export is told so. */
const nextOf = (api: Pick<Asking, 'post'>, asked: unknown, place: string): Promise<Part> =>
  partOf(api, asked).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error
    const cause = { cause: error }
    throw new InputError(`${error.message}. What is in ${place} is not whole: delete it`, cause)
  })

/**
 * Writes an export as it comes, part by part, into `FOLDER/export`, and the verifier beside it: nothing before the hub has taken the
 * question. The manifest is written last: without it the export is not whole, and does not verify.
 */
export const exportTo = async (
  api: Pick<Asking, 'post'>,
  { folder, question, progress }: Wanted,
): Promise<{ readonly entries: number; readonly folder: string }> => {
  const place = join(folder, 'export')
  await requireFree(place)
  let part = await partOf(api, { question })
  await makeFolder(place)
  await writeFile(join(folder, 'hub-verify.mjs'), await bundleVerifier())
  await writeFile(join(place, 'checkpoint'), part.checkpoint)
  for (;;) {
    for (const name of exportFiles) await appendFile(join(place, name), part.files[name])
    progress(part.entries)
    if (part.next === undefined) break
    part = await nextOf(api, { question, cursor: part.next }, place)
  }
  if (part.manifest === undefined) throw new Error('the last part has no manifest')
  await writeFile(join(place, 'manifest'), part.manifest)
  return { entries: part.entries, folder: place }
}
