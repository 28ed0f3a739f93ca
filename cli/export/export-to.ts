import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as z from 'zod'
import { exportFiles } from '../../shared/audit/export/export-files.ts'
import { routes } from '../../shared/config/routes.ts'
import { InputError } from '../evaluate/input-error.ts'
import type { Asking } from '../receive/api-of.ts'
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

const problemSchema = z.looseObject({ title: z.string() })

/** Of the hub, or of what stands before it. */
const busy: readonly number[] = [502, 503, 504]
const tries = 5

/** One part. The hub stores nothing between two of them, so that one can be asked for again. */
const partOf = async (api: Pick<Asking, 'post'>, asked: unknown): Promise<Part> => {
  for (let attempt = 1; ; attempt += 1) {
    const { status, body } = await api.post(routes.exportAuditEntries.path, asked)
    if (status === 200) return partSchema.parse(body)
    if (!busy.includes(status) || attempt === tries) {
      const title = problemSchema.safeParse(body).data?.title
      throw new InputError(`the hub answers ${status}${title === undefined ? '' : `: ${title}`}`)
    }
    await setTimeout(attempt * 1000)
  }
}

type Wanted = {
  readonly folder: string
  readonly question: Readonly<Record<string, string>>
  readonly progress: (entries: number) => void
}

/**
 * Writes an export as it comes, part by part, into `FOLDER/export`, and the verifier beside it. The manifest is written last: without it
 * the export is not whole, and does not verify.
 */
export const exportTo = async (
  api: Pick<Asking, 'post'>,
  { folder, question, progress }: Wanted,
): Promise<{ readonly entries: number; readonly folder: string }> => {
  const place = join(folder, 'export')
  await mkdir(folder, { recursive: true })
  await mkdir(place).catch((cause: unknown) => {
    throw new InputError(`${place} is there already, or cannot be made`, { cause })
  })
  await writeFile(join(folder, 'hub-verify.mjs'), await bundleVerifier())
  for (let cursor: string | undefined; ; ) {
    const part: Part = await partOf(api, { question, ...(cursor !== undefined && { cursor }) })
    for (const name of exportFiles) await appendFile(join(place, name), part.files[name])
    if (cursor === undefined) await writeFile(join(place, 'checkpoint'), part.checkpoint)
    progress(part.entries)
    cursor = part.next
    if (cursor !== undefined) continue
    if (part.manifest === undefined) throw new Error('the last part has no manifest')
    await writeFile(join(place, 'manifest'), part.manifest)
    return { entries: part.entries, folder: place }
  }
}
