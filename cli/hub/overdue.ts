import type { Command } from 'commander'
import { readDirectoryIn } from '../../shared/aws/dynamodb/directory.ts'
import { listOverdueIn } from '../../shared/aws/dynamodb/overdue.ts'
import { mostUrgentFirst, type Overdue } from '../../shared/casework/overdue.ts'
import { unreachable } from '../local-hub.ts'
import { namedTables, type PlaceOptions, requireTable, withTables } from '../recovery/places.ts'
import type { Ports } from './ports.ts'
import { columns, textOf } from './report.ts'

type Options = PlaceOptions & { readonly json?: boolean }

const heading = ['urgency', 'since', 'owner', 'of', 'what', 'ids']

const cellsOf = ({ urgency, since, owner, holder, what, ids }: Overdue): readonly string[] => [
  urgency,
  since,
  owner,
  holder ?? '-',
  what,
  Object.entries(ids)
    .map(([name, id]) => `${name}=${id}`)
    .join(' '),
]

const overdue = async (options: Options, ports: Ports): Promise<void> => {
  const { tables, store } = await ports.recovery.openTables(namedTables(options))
  const named = {
    intake: requireTable(tables, 'intake'),
    casework: requireTable(tables, 'casework'),
    auditEntries: tables.auditEntries,
  }
  const readDirectory = readDirectoryIn(store, requireTable(tables, 'directory'), ports.now)
  const ground = { store, tables: named, now: ports.now() }
  const found = await readDirectory()
    .then((directory) => listOverdueIn(ground, directory))
    .catch((error: unknown) => {
      throw unreachable(named.casework, error)
    })
  const rows = found.toSorted(mostUrgentFirst)
  const lines =
    rows.length === 0 ? ['nothing is overdue'] : columns([heading, ...rows.map(cellsOf)])
  ports.print(textOf({ data: { overdue: rows }, lines }, options.json === true))
}

/** `hub overdue`: everything past its bound, and whose it is by now. It only reads, and only indexes. */
export const addOverdue = (hub: Command, ports: Ports): void => {
  withTables(hub.command('overdue'))
    .option('--json', 'print JSON')
    .action((options: Options) => overdue(options, ports))
}
