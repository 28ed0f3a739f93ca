import type { Command } from 'commander'
import { type AuthorityCode, authorityCodeSchema } from '../../shared/agencies/authorities.ts'
import { londonDay } from '../../shared/calendar/london-day.ts'
import { readsOf, type Source } from '../../shared/files/read-files.ts'
import { sortingOnDisk } from '../../shared/files/sort-on-disk.ts'
import { partsOf } from '../../shared/loading/parts.ts'
import { type Pass, passOver } from '../../shared/loading/pass-over.ts'
import { closingOf, isUnconfirmed, type LoadStep } from '../../shared/register/load.ts'
import { asInputError, InputError } from '../evaluate/input-error.ts'
import { checked } from '../hub/common-options.ts'
import type { Ports } from '../hub/ports.ts'
import { textOf } from '../hub/report.ts'
import { sourcesOf, writeMending } from './files-on-disk.ts'
import { keepMemoryLittle } from './little-memory.ts'
import { confirmedOf, extentOf, notMeant, type Options, systemOf } from './options.ts'
import { createProgress } from './progress.ts'
import { type LoadState, type Sending, sendParts } from './send-parts.ts'
import { runUpload } from './upload.ts'
import { comparedLines, reportLines } from './words.ts'
import { writeReport } from './write-report.ts'

/** Writes the report, and the rows to mend, which are what the files hold. */
const writeReports = async (
  folder: string,
  sources: readonly Source[],
  { report, toMend }: Pass,
): Promise<readonly string[]> => [
  ...(await writeReport(folder, report)),
  ...(await writeMending(sources, folder, toMend)),
]

type Load = Omit<Sending, 'onPart'>

const loadOf = async (
  options: Options,
  ports: Ports,
  { authority, pass }: { readonly authority: AuthorityCode; readonly pass: Pass },
): Promise<Load | undefined> => {
  const system = await systemOf(options, ports)
  if (system === undefined) return undefined
  const confirmed = confirmedOf(options)
  return {
    api: ports.apiOf(system),
    load: {
      authority,
      digest: pass.digest,
      extent: pass.extent,
      ...(confirmed !== undefined && { confirmed }),
    },
    report: pass.report,
  }
}

type Comparing = {
  readonly loading: Load
  readonly parts: () => ReturnType<typeof partsOf>
  readonly all: number
}

const verbs = { compare: 'compared', apply: 'applied' } as const

/** One step of the load, told as it goes on. */
const send = (
  { loading, parts, all }: Comparing,
  step: LoadStep,
): Promise<LoadState | undefined> => {
  const progress = createProgress(verbs[step], all)
  const onPart: Sending['onPart'] = ({ counts, phase }) => progress(counts, phase)
  return sendParts(parts(), step, { ...loading, onPart })
}

/** @throws InputError where it would close more than may be closed unsaid */
const requireMeant = ({ loading: { load } }: Comparing, compared: LoadState): void => {
  if (isUnconfirmed(compared, load.confirmed))
    throw notMeant(closingOf(compared), compared.standing)
}

/** A load that was ended while it was applied goes on there: it was compared before it began. */
const withHub = async (
  comparing: Comparing,
  isApplied: boolean,
): Promise<{ readonly compared?: LoadState; readonly applied?: LoadState }> => {
  const compared = await send(comparing, 'compare')
  if (compared === undefined) return {}
  if (!isApplied) return { compared }
  requireMeant(comparing, compared)
  const applied = await send(comparing, 'apply')
  return { compared, ...(applied !== undefined && { applied }) }
}

const run = async (paths: readonly string[], options: Options, ports: Ports): Promise<void> => {
  const authority = checked(authorityCodeSchema, options.authority, '--authority')
  if (options.apply === true && options.hub === undefined)
    throw new InputError('--apply: say with --hub where to')
  if (options.upload === true) return runUpload(paths, options, ports)
  keepMemoryLittle()
  const sources = await sourcesOf(paths)
  const sorting = await sortingOnDisk()
  try {
    const meant = extentOf(options)
    const world = { authority, today: londonDay(ports.now()), sorting, extent: meant }
    const pass = await passOver(readsOf(sources), world).catch((error: unknown) => {
      throw asInputError(error)
    })
    const written =
      options.reports === undefined ? [] : await writeReports(options.reports, sources, pass)
    const loading = await loadOf(options, ports, { authority, pass })
    const all = pass.report.records.loaded
    const done =
      loading === undefined
        ? {}
        : await withHub(
            { loading, parts: () => partsOf(pass.people()), all },
            options.apply === true,
          )
    const lines = [
      ...sources.map(
        (source) => `${source.file}: ${source.kind === 'table' ? source.form.name : 'JSON'}`,
      ),
      ...reportLines(pass.report),
      ...written.map((path) => `written: ${path}`),
      ...comparedLines(done, { meant, extent: pass.extent }),
    ]
    const data = { ...pass.report, extent: pass.extent, written, ...done }
    ports.print(textOf({ data, lines }, options.json === true))
  } finally {
    await sorting.end()
  }
}

/** `hub import`: loads a register from what a case system exports. */
export const addImport = (hub: Command, ports: Ports): void => {
  hub
    .command('import <paths...>')
    .description(
      'load a register from files or folders that a case system exports; without --apply nothing is changed',
    )
    .requiredOption('--authority <code>', 'whose register it is, such as E08000035')
    .option('--hub <url>', 'the address of the API, with /v1; without one the files are only read')
    .option('--client <id>', 'your client id, a register manager’s')
    .option('--key <file>', 'its private key (PEM)')
    .option('--practitioner <work-id>', 'who loads: your work id, never a name')
    .option('--delta', 'the files tell of some children only: nobody is gone who is not in them')
    .option('--upload', 'upload the files and let the hub read them, where this machine is small')
    .option('--apply', 'change the register, once all has been compared with it')
    .option(
      '--confirm <count>',
      'how many cases the load is meant to close, where it would close many',
    )
    .option('--reports <folder>', 'write the report and the rows that are to be mended there')
    .option('--json', 'print JSON')
    .action((paths: string[], options: Options) => run(paths, options, ports))
}
