import type { Command } from 'commander'
import { recorderFor } from '../../shared/audit/audit-entry.ts'
import { auditRows } from '../../shared/aws/dynamodb/audit-rows.ts'
import { readQuarantineIn, releasedUpdate } from '../../shared/aws/dynamodb/quarantine.ts'
import { type Quarantined, released } from '../../shared/casework/quarantined.ts'
import { urgencies } from '../../shared/codes/response-times.ts'
import { present } from '../../shared/kernel/present.ts'
import { workIdSchema } from '../../shared/kernel/work-id.ts'
import { InputError } from '../evaluate/input-error.ts'
import { unreachable } from '../local-hub.ts'
import { namedTables, type PlaceOptions, requireTable, withTables } from '../recovery/places.ts'
import { checked } from './common-options.ts'
import type { Ports } from './ports.ts'
import { columns, textOf } from './report.ts'

type Options = PlaceOptions & { readonly json?: boolean }
type ListOptions = Options & { readonly tried?: boolean }
type ReleaseOptions = Options & {
  readonly by: string
  readonly kind?: string
  readonly all?: boolean
}

const opened = async (options: Options, ports: Ports) => {
  const { tables, store } = await ports.recovery.openTables(namedTables(options))
  const casework = requireTable(tables, 'casework')
  const read = async (): Promise<readonly Quarantined[]> =>
    readQuarantineIn(store, casework)().catch((error: unknown) => {
      throw unreachable(casework, error)
    })
  return { tables, store, casework, read }
}

/** The most pressing first, and of these what has stood aside longest. */
const inOrder = (one: Quarantined, other: Quarantined): number =>
  urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
  (one.firstAt < other.firstAt ? -1 : 1)

const cellsOf = (row: Quarantined): readonly string[] => [
  row.quarantineId,
  row.kind,
  row.urgency,
  row.authority ?? '-',
  row.code,
  String(row.failures),
  row.heldSince ?? 'not yet aside',
  row.nextAt,
]

const heading = ['id', 'kind', 'urgency', 'authority', 'code', 'failures', 'since', 'next try']

const list = async (options: ListOptions, ports: Ports): Promise<void> => {
  const { read } = await opened(options, ports)
  const rows = (await read())
    .filter(({ heldSince }) => heldSince !== undefined || options.tried === true)
    .toSorted(inOrder)
  const lines =
    rows.length === 0 ? ['nothing stands aside'] : columns([heading, ...rows.map(cellsOf)])
  ports.print(textOf({ data: { quarantined: rows }, lines }, options.json === true))
}

const known = (rows: readonly Quarantined[], id: string): Quarantined => {
  const found = rows.find(({ quarantineId }) => quarantineId === id)
  if (found === undefined)
    throw new InputError(`nothing stands aside under ${id}: quarantine list names all that does`)
  return found
}

const show = async (id: string, options: Options, ports: Ports): Promise<void> => {
  const { read } = await opened(options, ports)
  const row = known(await read(), id)
  const { ids, ...rest } = row
  const fields = Object.entries({ ...rest, ...ids }).map(([name, value]) => [name, String(value)])
  ports.print(textOf({ data: { quarantined: row }, lines: columns(fields) }, options.json === true))
}

const chosen = (
  rows: readonly Quarantined[],
  ids: readonly string[],
  { kind, all }: ReleaseOptions,
): readonly Quarantined[] => {
  const ways = [ids.length > 0, kind !== undefined, all === true].filter((given) => given)
  if (ways.length !== 1) throw new InputError('give ids, --kind KIND or --all')
  if (ids.length > 0) return ids.map((id) => known(rows, id))
  return rows.filter((row) => row.heldSince !== undefined && (all === true || row.kind === kind))
}

/** The row as the next sweep tries it, with the entry that says who let it go. One that is gone meanwhile has mended itself. */
const release = async (
  ids: readonly string[],
  options: ReleaseOptions,
  ports: Ports,
): Promise<void> => {
  const { tables, store, casework, read } = await opened(options, ports)
  const auditEntries = requireTable(tables, 'auditEntries')
  const practitioner = checked(workIdSchema, options.by, '--by')
  const now = ports.now()
  const record = recorderFor({ actor: 'operator', practitioner }, now, ports.newId)
  const gone: string[] = []
  for (const row of chosen(await read(), ids, options)) {
    const { quarantineId, kind, code, authority, failures } = row
    const codes = { kind, code, failures: String(failures) }
    const entries = record('QUARANTINE_RELEASED', [quarantineId], {
      codes,
      ...present({ authority }),
    })
    const result = await store.transact([
      releasedUpdate(casework, released(row, now)),
      ...auditRows(auditEntries, entries),
    ])
    if (result === 'committed') gone.push(quarantineId)
  }
  const line = `${gone.length} released: the next sweep tries each, within a minute, and rings anew where one fails`
  ports.print(textOf({ data: { released: gone }, lines: [line] }, options.json === true))
}

/** `hub quarantine …`: what of all that waits stands aside, because nothing can read it or it fails again and again. */
export const addQuarantineVerbs = (hub: Command, ports: Ports): void => {
  const quarantine = hub.command('quarantine')
  withTables(quarantine.command('list'))
    .description('all of it, the most pressing first')
    .option('--tried', 'what has failed and does not stand aside yet, too')
    .option('--json', 'print JSON')
    .action((options: ListOptions) => list(options, ports))
  withTables(quarantine.command('show <id>'))
    .description('one of them, with the ids by which it is found; never what it holds')
    .option('--json', 'print JSON')
    .action((id: string, options: Options) => show(id, options, ports))
  withTables(quarantine.command('release [ids...]'))
    .description('have it tried by the next sweep, once what stopped it is mended')
    .requiredOption('--by <work-id>', 'who does it: your work id, never a name')
    .option('--kind <kind>', 'all of a kind')
    .option('--all', 'everything')
    .option('--json', 'print JSON')
    .action((ids: readonly string[], options: ReleaseOptions) => release(ids, options, ports))
}
