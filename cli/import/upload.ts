import { basename, join } from 'node:path'
import { authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import { InputError } from '../evaluate/input-error.ts'
import { checked } from '../hub/common-options.ts'
import type { Ports } from '../hub/ports.ts'
import { textOf } from '../hub/report.ts'
import { pathsOf } from './files-on-disk.ts'
import { fetchRowsToMend, followStep, type ImportSeen, reportOf } from './follow-import.ts'
import { confirmedOf, extentOf, notMeant, type Options, systemOf } from './options.ts'
import { type Uploading, uploadFiles } from './upload-files.ts'
import { comparedLines, reportLines } from './words.ts'
import { writeReport } from './write-report.ts'

const uploadingOf = async (options: Options, ports: Ports): Promise<Uploading> => {
  const system = await systemOf(options, ports)
  if (system === undefined) throw new InputError('--upload: say with --hub where to')
  return {
    api: ports.apiOf(system),
    objects: ports.signedObjects,
    authority: checked(authorityCodeSchema, options.authority, '--authority'),
    extent: extentOf(options),
  }
}

/** @throws InputError where it would close more than may be closed unsaid */
const requireMeant = (
  { toConfirm, standing = 0 }: ImportSeen,
  confirmed: number | undefined,
): void => {
  if (toConfirm !== undefined && toConfirm !== confirmed) throw notMeant(toConfirm, standing)
}

type Following = Parameters<typeof followStep>[2] & Uploading

const writtenFor = async (
  { reports }: Options,
  checkedImport: ImportSeen,
  following: Following,
): Promise<readonly string[]> => {
  if (reports === undefined) return []
  const written = await writeReport(reports, reportOf(checkedImport))
  return [...written, ...(await fetchRowsToMend((name) => join(reports, name), following))]
}

/** `hub import --upload`: the hub reads the files, and the command waits for it. */
export const runUpload = async (
  given: readonly string[],
  options: Options,
  ports: Ports,
): Promise<void> => {
  const uploading = await uploadingOf(options, ports)
  const confirmed = confirmedOf(options)
  const paths = await pathsOf(given)
  const importId = await uploadFiles(paths, uploading)
  const following = { ...uploading, importId, names: paths.map((path) => basename(path)) }
  const seen = await followStep('check', undefined, following)
  const report = reportOf(seen)
  const written = await writtenFor(options, seen, following)
  const compared = { phase: 'COMPARED' as const, counts: seen.compared ?? {} }
  const done = { importId, compared }
  const tell = (all: typeof done & { readonly applied?: typeof compared.counts }): void => {
    const { applied } = all
    const lines = [
      ...reportLines(report),
      ...written.map((path) => `written: ${path}`),
      ...comparedLines(
        { compared, ...(applied !== undefined && { applied: { counts: applied } }) },
        { meant: uploading.extent, extent: seen.extent },
      ),
    ]
    const data = { ...report, extent: seen.extent, written, ...all }
    ports.print(textOf({ data, lines }, options.json === true))
  }
  if (options.apply !== true) return tell(done)
  requireMeant(seen, confirmed)
  const body = confirmed === undefined ? {} : { confirmed }
  const { counts = {} } = await followStep('apply', body, following)
  return tell({ ...done, applied: counts })
}
