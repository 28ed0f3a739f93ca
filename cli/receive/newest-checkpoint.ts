import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { routes } from '../../shared/config/routes.ts'
import type { Clock } from '../../shared/kernel/clock.ts'
import { parsedJson } from '../../shared/kernel/parsed-json.ts'
import type { Api } from './poll-inbox.ts'
import type { Say } from './said.ts'
import type { TakeDeps } from './take.ts'

const hour = 60 * 60 * 1000
/** Milliseconds after which one is missed: two hours more than a day. */
const longest = 26 * hour
/** Milliseconds after which whoever polls fetches another. */
const fetchedEvery = 24 * hour

const withCheckpointSchema = z.object({ data: z.object({ checkpoint: z.string() }) })
const stateSchema = z.object({
  /** When one came; until the first, when this folder began. */
  at: z.iso.datetime(),
  checkpoint: z.string().optional(),
})
type State = z.infer<typeof stateSchema>

/** When the hub last gave a checkpoint, in a file of the folder that no other program takes away, as it takes events. */
export const newestCheckpointIn = (
  folder: string,
  { now, say }: { readonly now: Clock; readonly say: Say },
) => {
  const path = join(folder, '.newest-checkpoint.json')
  const write = async (state: State): Promise<State> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path, JSON.stringify(state), { mode: 0o600 })
    return state
  }
  const read = async (): Promise<State> =>
    stateSchema.safeParse(parsedJson(await readFile(path, 'utf8').catch(() => ''))).data ??
    write({ at: now().toISOString() })
  const age = ({ at }: State): number => now().getTime() - Date.parse(at)
  let saidAt = 0
  return {
    /** As it hands over, keeping what checkpoint an event holds. */
    keepingFrom:
      (handOver: TakeDeps['handOver']): TakeDeps['handOver'] =>
      async (id, text) => {
        const handed = await handOver(id, text)
        const event = withCheckpointSchema.safeParse(parsedJson(text)).data
        if (handed === 'handed-over' && event !== undefined)
          await write({ at: now().toISOString(), checkpoint: event.data.checkpoint })
        return handed
      },
    /** For whoever polls, to whom none is sent: fetches one a day and hands it over. */
    fetch: async (api: Api, handOver: TakeDeps['handOver']): Promise<void> => {
      const state = await read()
      if (state.checkpoint !== undefined && age(state) < fetchedEvery) return
      const { status, body } = await api.get(routes.readCheckpoint.path)
      const given = z.object({ checkpoint: z.string() }).safeParse(body).data
      if (status !== 200 || given === undefined) return
      const id = `checkpoint#${now().toISOString().replaceAll(/[:.]/g, '-')}`
      const type = 'uk.safeguarding-hub.checkpoint.polled.v1'
      say({ what: await handOver(id, JSON.stringify({ id, type, data: given })), id })
    },
    /** Says once a day that none has come for more than a day. */
    look: async (): Promise<void> => {
      const { at, ...state } = await read()
      if (age({ at }) <= longest || now().getTime() - saidAt < fetchedEvery) return
      saidAt = now().getTime()
      say({ what: 'no-checkpoint', since: at, isFirst: state.checkpoint === undefined })
    },
  }
}
