import type { Command } from 'commander'
import { countConservation } from '../../shared/aws/dynamodb/count-conservation.ts'
import type { Conservation } from '../../shared/casework/conservation.ts'
import type { Ports } from '../hub/ports.ts'
import { textOf } from '../hub/report.ts'
import { unreachable } from '../local-hub.ts'
import { namedTables, type PlaceOptions, requireTable, withTables } from './places.ts'

type Options = PlaceOptions & { readonly json?: boolean }

/** The sum as a line, and a line for each id that is in no term of it. */
const linesOf = ({
  committed,
  terms,
  escalatedTo,
  faulty,
  unnamed,
}: Conservation): readonly string[] => {
  const to = Object.entries(escalatedTo).map(([whom, count]) => `${count} to the ${whom}`)
  const sum = Object.entries(terms).map(([term, count]) =>
    term === 'escalated' && to.length > 0
      ? `${count} ${term} (${to.join(', ')})`
      : `${count} ${term}`,
  )
  const missing = faulty.length + unnamed
  return [
    `${committed} committed = ${sum.join(' + ')}${missing === 0 ? '' : `, and ${missing} do not add up:`}`,
    ...faulty.map(({ id, fault }) => `${id}  ${fault}`),
    ...(unnamed === 0 ? [] : [`and ${unnamed} more`]),
  ]
}

const reconcile = async (options: Options, ports: Ports): Promise<void> => {
  const open = await ports.recovery.openTables(namedTables(options))
  const tables = {
    intake: requireTable(open.tables, 'intake'),
    casework: requireTable(open.tables, 'casework'),
  }
  const { store, scan } = open
  const counted = await countConservation({ store, tables, scan, now: ports.now }).catch(
    (error: unknown) => {
      throw unreachable(tables.casework, error)
    },
  )
  ports.print(textOf({ data: counted, lines: linesOf(counted) }, options.json === true))
  if (counted.faulty.length + counted.unnamed > 0) ports.recovery.fail()
}

/** `hub reconcile`: whether every concern that was ever committed is somewhere (promise 1). It only reads. */
export const addReconcile = (hub: Command, ports: Ports): void => {
  withTables(hub.command('reconcile'))
    .option('--json', 'print JSON')
    .action((options: Options) => reconcile(options, ports))
}
