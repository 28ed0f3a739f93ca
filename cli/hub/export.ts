import type { Command } from 'commander'
import { InputError } from '../evaluate/input-error.ts'
import { exportTo } from '../export/export-to.ts'
import type { Ports } from './ports.ts'
import { textOf } from './report.ts'

type Options = {
  readonly hub: string
  readonly client: string
  readonly key: string
  readonly practitioner: string
  readonly ask: readonly string[]
  readonly json?: boolean
}

/** `NAME=VALUE`, as in the query of GET /v1/audit/entries. */
const questionOf = (asked: readonly string[]): Readonly<Record<string, string>> => {
  const parts = asked.map((one) => {
    const [name = '', ...value] = one.split('=')
    if (name === '' || value.length === 0)
      throw new InputError('--ask: NAME=VALUE, such as action=ALERT_READ')
    return [name, value.join('=')] as const
  })
  if (new Set(parts.map(([name]) => name)).size < parts.length)
    throw new InputError('--ask: each NAME once, for all parts must hold together')
  return Object.fromEntries(parts)
}

const exportEntries = async (folder: string, options: Options, ports: Ports): Promise<void> => {
  const { hub, client, practitioner } = options
  const question = questionOf(options.ask)
  const api = ports.apiOf({ hub, client, practitioner, pem: await ports.readText(options.key) })
  const made = await exportTo(api, { folder, question, progress: () => undefined })
  const lines = [
    `${made.entries} entries in ${made.folder}; hub-verify.mjs beside it verifies them:`,
    `node hub-verify.mjs --key KEYS export    (KEYS: of checkpoint-key show, never from the export)`,
  ]
  ports.print(textOf({ data: made, lines }, options.json === true))
}

/** `hub export`: an auditor's question, as files that prove themselves. */
export const addExport = (hub: Command, ports: Ports): void => {
  hub
    .command('export <folder>')
    .requiredOption('--hub <url>', 'the address of the API, with /v1')
    .requiredOption('--client <id>', 'the auditor’s client')
    .requiredOption('--key <file>', 'its private key (PEM)')
    .requiredOption('--practitioner <work-id>', 'who asks: a work id, never a name')
    .option(
      '--ask <name=value>',
      'a part of the question, as in the query of GET /v1/audit/entries: subject, actor, from …; as often as there are parts',
      (one: string, others: readonly string[]) => [...others, one],
      [] as readonly string[],
    )
    .option('--json', 'print JSON')
    .action((folder: string, options: Options) => exportEntries(folder, options, ports))
}
