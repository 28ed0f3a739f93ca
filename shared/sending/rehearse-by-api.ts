import * as z from 'zod'
import type { AuthorityCode } from '../agencies/authorities.ts'
import { alertStates } from '../alerts/alert.ts'
import type { RehearseConcernDeps } from '../casework/rehearse-concern.ts'
import {
  rehearsedAnswers,
  rehearsedChild,
  rehearsedConcern,
  takeIn,
} from '../casework/rehearsed-family.ts'
import { hubWide } from '../kernel/ids.ts'
import type { AskHub } from './hub-client.ts'

/** The three clients that rehearse, by what each may do. */
export type RehearsalClients = {
  readonly referrer: AskHub
  readonly worker: AskHub
  readonly register: AskHub
}

/** Work id of whoever rehearses: nobody. */
const nobody = { 'Hub-Practitioner': 'REHEARSAL' }

const standingSchema = z.object({ state: z.enum(alertStates), version: z.int() })
const alertSchema = standingSchema.extend({
  content: z.object({
    reason: z.string().default(''),
    joined: z.array(z.object({ childId: z.string() })).default([]),
  }),
})
const alertsSchema = z.object({ items: z.array(z.object({ alertId: z.string() })) })
const childrenSchema = z.object({ items: z.array(z.object({ childId: z.string() })) })
const relatedSchema = z.object({ adults: z.array(z.object({ adultId: z.string() })) })
const acceptedSchema = z.object({ concernId: z.string() })
const followedSchema = z.object({ status: z.string() })

/** Why a record is read, as every reading says. */
const forRehearsal = {
  ...nobody,
  'Hub-Purpose': 'safeguarding',
  'Hub-Case-Reference': 'REHEARSAL-1',
}

const gone = { reason: 'The hub has rehearsed with it and needs it no longer.' }

/** Takes a record away as it now stands; gives what it held. */
const takeAway = async (register: AskHub, path: string): Promise<unknown> => {
  const { etag, body } = await register({ method: 'GET', path, headers: forRehearsal })
  const headers = { ...nobody, 'If-Match': etag }
  await register({ method: 'DELETE', path, headers, body: gone })
  return body
}

/** At most so many are cleared at once; one is usual, and what is left is cleared next time. */
const mostCleared = 3

const clearRegister = async (register: AskHub): Promise<void> => {
  const path = `/children?limit=${mostCleared}`
  const { body } = await register({ method: 'GET', path, headers: nobody })
  for (const { childId } of childrenSchema.parse(body).items) {
    const { adults } = relatedSchema.parse(await takeAway(register, `/children/${childId}`))
    for (const { adultId } of adults) await takeAway(register, `/adults/${adultId}`)
  }
}

type Ports = Pick<
  RehearseConcernDeps,
  'readAlert' | 'answer' | 'listOpen' | 'clear' | 'record' | 'submit' | 'isAnswered'
>

/** What a rehearsal does through the API, as its three clients. */
export const rehearseByApi = (
  { referrer, worker, register }: RehearsalClients,
  authority: AuthorityCode,
): Ports => ({
  readAlert: async (alertId) => {
    const { body } = await worker({ method: 'GET', path: `/alerts/${alertId}`, headers: nobody })
    const { state, version, content } = alertSchema.parse(body)
    const take = takeIn(content.reason)
    const isMatched = content.joined.some(
      ({ childId }) => childId === hubWide(authority, take?.id ?? ''),
    )
    return { state, version, take, isMatched }
  },
  answer: async (alertId, step, version) => {
    const headers = { ...nobody, 'If-Match': `"${version}"` }
    const path = `/alerts/${alertId}/${step}`
    const { body } = await worker({ method: 'POST', path, headers, body: rehearsedAnswers[step] })
    return standingSchema.parse(body)
  },
  listOpen: async () => {
    const path = `/alerts?limit=${mostCleared}`
    const { body } = await worker({ method: 'GET', path, headers: nobody })
    return alertsSchema.parse(body).items.map(({ alertId }) => alertId)
  },
  clear: () => clearRegister(register),
  record: async (take) => {
    const body = rehearsedChild(take, authority)
    await register({ method: 'PUT', path: `/children/${take.id}`, headers: nobody, body })
  },
  submit: async (take) => {
    const { body } = await referrer({
      method: 'POST',
      path: '/concerns',
      headers: { ...nobody, 'Idempotency-Key': `rehearsal-${take.id}` },
      body: rehearsedConcern(take, authority),
    })
    return acceptedSchema.parse(body).concernId
  },
  isAnswered: async (concernId) => {
    const { body } = await referrer({
      method: 'GET',
      path: `/concerns/${concernId}`,
      headers: nobody,
    })
    return followedSchema.parse(body).status === 'answered'
  },
})
