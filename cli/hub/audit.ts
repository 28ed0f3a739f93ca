import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import * as z from 'zod'
import { routes } from '../../shared/config/routes.ts'
import { parsedJson } from '../../shared/kernel/parsed-json.ts'
import { InputError } from '../evaluate/input-error.ts'
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
  const question = questionOf(options.ask)
  if ('since' in question)
    throw new InputError('--ask since: it has no end; hub audit follow goes by it')
  const api = await apiFor(options, ports)
  let path: string | undefined = `${routes.listAuditEntries.path}?${new URLSearchParams(question)}`
  while (path !== undefined) {
    const { items, links } = pageSchema.parse(answered(await api.get(path), 200))
    const rows = items.map((one) => [one.at, one.action, one.actor, one.subjects.join(' ')])
    const lines = options.json === true ? items.map((one) => JSON.stringify(one)) : columns(rows)
    ports.print(lines.map((line) => `${line}\n`).join(''))
    path = links.next?.replace(/^\/v1/, '')
  }
}

type FollowOptions = ClientOptions & { readonly state: string }

const placeSchema = z.object({ next: z.string().startsWith('/v1/') })
const pageSize = 100
const first = `/v1${routes.listAuditEntries.path}?since=0&limit=${pageSize}`

/** The place moves on only after a page was printed: after a crash it comes again, and nothing is left out. */
const follow = async (options: FollowOptions, ports: Ports): Promise<void> => {
  const kept = parsedJson(await readFile(options.state, 'utf8').catch(() => ''))
  const api = await apiFor(options, ports)
  let { next } = placeSchema.safeParse(kept).data ?? { next: first }
  for (;;) {
    const given = answered(await api.get(next.replace(/^\/v1/, '')), 200)
    const { items, links } = pageSchema.parse(given)
    ports.print(items.map((one) => `${JSON.stringify(one)}\n`).join(''))
    if (links.next !== undefined) next = links.next
    await writeFile(options.state, JSON.stringify({ next }))
    // Each reading is an entry too: whoever went on to an empty page might never come to one.
    if (items.length < pageSize) return
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
  calling(audit.command('follow'))
    .description('what was sealed since the last time, oldest first, one a line: for a SIEM')
    .requiredOption(
      '--state <file>',
      'keeps how far it is; where there is none, from the beginning',
    )
    .action((options: FollowOptions) => follow(options, ports))
  calling(audit.command('checkpoint'))
    .description('the newest signed checkpoint: keep it')
    .action((options: ClientOptions) => checkpoint(options, ports))
}
