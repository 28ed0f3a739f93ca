import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { routes } from '../../shared/config/routes.ts'
import {
  readRegisterImportContract,
  readRowsToMendContract,
} from '../../shared/http/contracts/register-imports.ts'
import { flawsIn, type LoadReport } from '../../shared/loading/report.ts'
import { importFaultWords } from '../../shared/register/import-codes.ts'
import { InputError } from '../evaluate/input-error.ts'
import { problemInWords } from '../receive/problem-in-words.ts'
import { createProgress } from './progress.ts'
import type { Uploading } from './upload-files.ts'

const importSchema = readRegisterImportContract.answers[200].schema
export type ImportSeen = z.infer<typeof importSchema>

type Following = Pick<Uploading, 'api'> & {
  readonly importId: string
  readonly names: readonly string[]
}

export const pathOf = (template: string, importId: string): string =>
  template.replace('{id}', importId)

const read = async ({ api, importId }: Following): Promise<ImportSeen> => {
  const answer = await api.get(pathOf(routes.readRegisterImport.path, importId))
  if (answer.status !== 200) throw new InputError(problemInWords(answer))
  return z.parse(importSchema, answer.body)
}

const failed = ({ fault }: ImportSeen, names: readonly string[]): InputError => {
  const { code, file } = fault ?? { code: 'STALLED', file: undefined }
  const name = file === undefined ? undefined : names[file - 1]
  return new InputError(`${name === undefined ? '' : `${name}: `}${importFaultWords[code]}`)
}

const steps = {
  check: { path: routes.checkRegisterImport.path, verb: 'compared', running: 'CHECKING' },
  apply: { path: routes.applyRegisterImport.path, verb: 'applied', running: 'APPLYING' },
} as const

/** Milliseconds between two looks: soon at first, for most loads are small. */
const pauseAfter = (looks: number): number => Math.min(10_000, 250 * 2 ** Math.min(looks, 8))

/** Tells how far a step is, once the files were read. */
const telling = (step: keyof typeof steps): ((seen: ImportSeen) => void) => {
  const { verb, running } = steps[step]
  let tell: ReturnType<typeof createProgress> | undefined
  return ({ report, counts, state }) => {
    if (report === undefined || counts === undefined || state === 'FAILED') return
    tell ??= createProgress(verb, report.records.loaded, { hasSpeed: false })
    tell(counts, state === running ? state : 'APPLIED')
  }
}

/** Sets a step going and waits for its end, telling how far it is. @throws InputError where it went no further */
export const followStep = async (
  step: keyof typeof steps,
  body: object | undefined,
  following: Following,
): Promise<ImportSeen> => {
  const { path, running } = steps[step]
  const { api, importId, names } = following
  const answer = await api.post(pathOf(path, importId), body, { isSafe: true })
  if (answer.status !== 202) throw new InputError(problemInWords(answer))
  const tell = telling(step)
  for (let looks = 0; ; looks += 1) {
    const seen = await read(following)
    tell(seen)
    if (seen.state === 'FAILED') throw failed(seen, names)
    if (seen.state !== running) return seen
    await wait(pauseAfter(looks))
  }
}

/** The report with its words. A code of a later release has none here. */
export const reportOf = ({ report }: ImportSeen): LoadReport => {
  const { rows, records, flaws } = report ?? {
    rows: 0,
    records: { loaded: 0, refused: 0, leftOut: 0, purged: 0 },
    flaws: [],
  }
  return {
    rows,
    records,
    flaws: flawsIn(new Map(flaws.map(({ code, rows: count }) => [code, count]))),
  }
}

const rowsSchema = readRowsToMendContract.answers[200].schema

/** Fetches the rows to mend into a folder, called as the files of which they are. */
export const fetchRowsToMend = async (
  folder: (name: string) => string,
  { api, objects, importId, names }: Following & Pick<Uploading, 'objects'>,
): Promise<readonly string[]> => {
  const answer = await api.get(pathOf(routes.readRowsToMend.path, importId))
  if (answer.status !== 200) throw new InputError(problemInWords(answer))
  const written: string[] = []
  for (const { file, piece, url } of z.parse(rowsSchema, answer.body).files) {
    const name = names[file - 1] ?? String(file)
    const path = folder(`to-mend-${piece === 1 ? '' : `${piece}-`}${name}`)
    await objects.fetchInto(url, path)
    written.push(path)
  }
  return written
}
