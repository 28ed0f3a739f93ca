import type { Command } from 'commander'
import * as z from 'zod'
import { answered, apiFor, type ClientOptions, calling } from './as-client.ts'
import type { Ports } from './ports.ts'
import { columns, textOf } from './report.ts'

const alertSchema = z.looseObject({ alertId: z.string(), version: z.int() })
const listedSchema = z.looseObject({
  ...alertSchema.shape,
  kind: z.string(),
  harm: z.string(),
  state: z.string(),
})
const pageSchema = z.looseObject({
  items: z.array(listedSchema),
  links: z.looseObject({ next: z.string().optional() }),
})
type Api = Awaited<ReturnType<typeof apiFor>>

const listedIn = async (api: Api, path: string): Promise<z.infer<typeof listedSchema>[]> => {
  const { items, links } = pageSchema.parse(answered(await api.get(path), 200))
  const rest = links.next === undefined ? [] : await listedIn(api, links.next.replace(/^\/v1/, ''))
  return [...items, ...rest]
}

const list = async (options: ClientOptions, ports: Ports): Promise<void> => {
  const alerts = await listedIn(await apiFor(options, ports), '/alerts?limit=100')
  const rows = alerts.map((one) => [one.alertId, `${one.version}`, one.harm, one.state, one.kind])
  const lines = rows.length === 0 ? ['nothing stands in the inbox'] : columns(rows)
  ports.print(textOf({ data: { alerts }, lines }, options.json === true))
}

const show = async (id: string, options: ClientOptions, ports: Ports): Promise<void> => {
  const api = await apiFor(options, ports)
  const alert = answered(await api.get(`/alerts/${encodeURIComponent(id)}`), 200)
  const lines = [JSON.stringify(alert, undefined, 2)]
  ports.print(textOf({ data: alert, lines }, options.json === true))
}

type AcknowledgeOptions = ClientOptions & { readonly version: string }

const acknowledge = async (id: string, options: AcknowledgeOptions, ports: Ports) => {
  const api = await apiFor(options, ports)
  const given = await api.post(`/alerts/${encodeURIComponent(id)}/acknowledgement`, undefined, {
    headers: { 'If-Match': `"${options.version}"` },
    isSafe: true,
  })
  const data = answered(given, 200)
  ports.print(textOf({ data, lines: [`${id} is acknowledged`] }, options.json === true))
}

const test = async (options: ClientOptions, ports: Ports): Promise<void> => {
  const data = answered(await (await apiFor(options, ports)).post('/test-alerts'), 202)
  ports.print(textOf({ data, lines: ['a test alert is on its way'] }, options.json === true))
}

/** `hub alerts …`: an authority's inbox of the API. */
export const addAlertsVerbs = (hub: Command, ports: Ports): void => {
  const alerts = hub.command('alerts')
  calling(alerts.command('list'))
    .description('what stands in the inbox: ids and codes, nobody’s name')
    .action((options: ClientOptions) => list(options, ports))
  calling(alerts.command('show <id>'))
    .description('one alert, as whoever asks may read it now; the reading is on record')
    .action((id: string, options: ClientOptions) => show(id, options, ports))
  calling(alerts.command('acknowledge <id>'))
    .description('that somebody has it, in the version that was read')
    .requiredOption('--version <n>', 'the version that was read')
    .action((id: string, options: AcknowledgeOptions) => acknowledge(id, options, ports))
  calling(alerts.command('test'))
    .description('have a test alert sent by the way by which alerts come')
    .action((options: ClientOptions) => test(options, ports))
}
