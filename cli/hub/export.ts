import type { Command } from 'commander'
import { progress } from '../evaluate/progress.ts'
import { exportTo } from '../export/export-to.ts'
import type { Ports } from './ports.ts'
import { asking, questionOf } from './question.ts'
import { textOf } from './report.ts'

type Options = {
  readonly hub: string
  readonly client: string
  readonly key: string
  readonly practitioner: string
  readonly ask: readonly string[]
  readonly json?: boolean
}

const exportEntries = async (folder: string, options: Options, ports: Ports): Promise<void> => {
  const { hub, client, practitioner } = options
  const question = questionOf(options.ask)
  const api = ports.apiOf({ hub, client, practitioner, pem: await ports.readText(options.key) })
  const made = await exportTo(api, { folder, question, progress: progress.tell })
  const lines = [
    `${made.entries} entries in ${made.folder}; hub-verify.mjs beside it verifies them:`,
    `node hub-verify.mjs --key KEYS export    (KEYS: of checkpoint-key show, never from the export)`,
  ]
  ports.print(textOf({ data: made, lines }, options.json === true))
}

/** `hub export`: an auditor's question, as files that prove themselves. */
export const addExport = (hub: Command, ports: Ports): void => {
  asking(hub.command('export <folder>'))
    .requiredOption('--hub <url>', 'the address of the API, with /v1')
    .requiredOption('--client <id>', 'the auditor’s client')
    .requiredOption('--key <file>', 'its private key (PEM)')
    .requiredOption('--practitioner <work-id>', 'who asks: a work id, never a name')
    .option('--json', 'print JSON')
    .action((folder: string, options: Options) => exportEntries(folder, options, ports))
}
