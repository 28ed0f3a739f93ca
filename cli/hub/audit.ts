import type { Command } from 'commander'
import * as z from 'zod'
import { routes } from '../../shared/config/routes.ts'
import { answered, apiFor, type ClientOptions, calling } from './as-client.ts'
import type { Ports } from './ports.ts'
import { asking, questionOf } from './question.ts'
import { columns, textOf } from './report.ts'

type Options = ClientOptions & { readonly ask: readonly string[] }

const entrySchema = z.looseObject({
  at: z.string(),
  action: z.string(),
  actor: z.string(),
  subjects: z.array(z.string()),
})
const pageSchema = z.looseObject({
  items: z.array(entrySchema),
  links: z.looseObject({ next: z.string().optional() }),
})

/** Each page is printed as it comes: an answer may be as long as the log. */
const list = async (options: Options, ports: Ports): Promise<void> => {
  const api = await apiFor(options, ports)
  let path: string | undefined =
    `${routes.listAuditEntries.path}?${new URLSearchParams(questionOf(options.ask))}`
  while (path !== undefined) {
    const { items, links } = pageSchema.parse(answered(await api.get(path), 200))
    const rows = items.map((one) => [one.at, one.action, one.actor, one.subjects.join(' ')])
    const lines = options.json === true ? items.map((one) => JSON.stringify(one)) : columns(rows)
    ports.print(lines.map((line) => `${line}\n`).join(''))
    path = links.next?.replace(/^\/v1/, '')
  }
}

const checkpoint = async (options: ClientOptions, ports: Ports): Promise<void> => {
  const api = await apiFor(options, ports)
  const given = answered(await api.get(routes.readCheckpoint.path), 200)
  const { checkpoint: note } = z.looseObject({ checkpoint: z.string() }).parse(given)
  ports.print(textOf({ data: given, lines: [note] }, options.json === true))
}

/** `hub audit …`: the log, as an auditor's client reads it. */
export const addAuditVerbs = (hub: Command, ports: Ports): void => {
  const audit = hub.command('audit')
  calling(asking(audit.command('list')))
    .description('entries, newest first; with --json one a line')
    .action((options: Options) => list(options, ports))
  calling(audit.command('checkpoint'))
    .description('the newest signed checkpoint: keep it')
    .action((options: ClientOptions) => checkpoint(options, ports))
}
