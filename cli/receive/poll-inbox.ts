import * as z from 'zod'
import { InputError } from '../evaluate/input-error.ts'
import { problemInWords } from './problem-in-words.ts'
import type { Say } from './said.ts'
import type { TakeDeps } from './take.ts'

const listedSchema = z.looseObject({ alertId: z.uuid(), version: z.int().min(1) })
const pageSchema = z.object({
  items: z.array(listedSchema),
  links: z.object({ next: z.string().startsWith('/v1/').optional() }),
})

export type Api = {
  /** What a path under the API’s address answers. */
  readonly get: (
    path: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: unknown }>
}

type Deps = Pick<TakeDeps, 'handOver'> & {
  /** Whether a version of an alert was handed over: then it is not read again, for each reading is a disclosure. */
  readonly isHeld: (id: string) => Promise<boolean>
  readonly say: Say
}

const listedIn = async (
  api: Api,
  path: string,
): Promise<readonly z.infer<typeof listedSchema>[]> => {
  const { status, body } = await api.get(path)
  if (status !== 200) throw new InputError(problemInWords({ status, body }))
  const { items, links } = pageSchema.parse(body)
  return links.next === undefined
    ? items
    : [...items, ...(await listedIn(api, links.next.replace(/^\/v1/, '')))]
}

/** Nobody looks yet: to have been polled is not to have been opened. */
const unattended = { 'Hub-Unattended': 'true' } as const

const idOf = ({ alertId, version }: z.infer<typeof listedSchema>): string => `${alertId}#${version}`

/** Takes what stands in the API’s inbox, once: each version of an alert that was not handed over before, by one reading. */
export const pollInbox = async (api: Api, { handOver, isHeld, say }: Deps): Promise<number> => {
  let count = 0
  for (const listed of await listedIn(api, '/alerts?limit=100')) {
    if (await isHeld(idOf(listed))) continue
    const { status, body } = await api.get(`/alerts/${listed.alertId}`, unattended)
    const read = listedSchema.safeParse(body).data
    if (status !== 200 || read === undefined) continue
    const { alertId, version } = read
    const id = idOf(read)
    const data = { alertId, version, alert: body }
    const event = { id, type: 'uk.safeguarding-hub.alert.polled.v1', data }
    say({ what: await handOver(id, JSON.stringify(event)), id })
    count += 1
  }
  return count
}
