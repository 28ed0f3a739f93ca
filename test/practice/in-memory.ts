import { stage } from '../../infra/stages/local.ts'
import { demoAgreements } from '../../local/seed/agreements.ts'
import { demoClients } from '../../local/seed/clients.ts'
import { put } from '../../shared/aws/dynamodb/actions.ts'
import { agreementRow } from '../../shared/aws/dynamodb/agreements.ts'
import { routes } from '../../shared/config/routes.ts'
import { anApiEvent } from '../builders/an-api-event.ts'
import { startInMemoryHub } from '../fakes/in-memory-hub.ts'
import { actors, agencyWithoutAgreement, councils } from './actors.ts'
import { bodyIn, type Message, type Stage, stageOver, type Transport } from './stage.ts'

const hour = 60 * 60 * 1000

const apis = {
  'submit-concern': 'submit',
  'change-consent': 'changeConsent',
  'follow-concern': 'follow',
  'challenge-answer': 'challenge',
  'read-alerts': 'read',
  'answer-alert': 'answer',
  'review-concerns': 'review',
  'maintain-register': 'register',
  'read-chronology': 'chronology',
} as const

const isApi = (name: string): name is keyof typeof apis => name in apis

const agreements = (now: Date) =>
  demoAgreements(now).filter(
    ({ agency, authority }) => agency !== agencyWithoutAgreement || authority !== councils.N.code,
  )

/** The whole hub in this process, with a clock of its own. `startsAt`: an ISO time. */
export const inMemoryTransport = async (startsAt?: string): Promise<Transport> => {
  const hub = await startInMemoryHub(stage.trial)
  if (startsAt !== undefined) hub.advance(Date.parse(startsAt) - hub.now().getTime())
  for (const agreement of agreements(hub.now()))
    await hub.store.transact([put(hub.tables.directory, agreementRow(agreement))])
  return {
    call: async (actor, route, sent) => {
      const client = demoClients.find(({ clientId }) => clientId === actors[actor])
      const api = routes[route].function
      if (client === undefined || !isApi(api))
        throw new Error(`nobody does that: ${actor}, ${route}`)
      const token = await hub.tokenFor(client)
      const reply = await hub.call(
        apis[api],
        anApiEvent(route, { ...sent, token, headers: { ...sent.headers } }),
      )
      const etag = new Headers(reply.headers as Record<string, string>).get('etag') ?? ''
      return { status: reply.status, etag, body: bodyIn(reply.body) }
    },
    settle: () => hub.settle(),
    linger: () => hub.settle(),
    casework: () => hub.rows('casework'),
    clock: {
      wait: async ({ hours = 0, days = 0 }) => {
        for (let step = 0; step < hours + days * 24; step += 1) {
          hub.advance(hour)
          await hub.sweep()
        }
      },
      skip: async (days) => {
        hub.advance(days * 24 * hour)
        await hub.sweep()
      },
      messages: (queue) =>
        hub.published
          .filter((one) => one.queue === queue)
          .map(({ message }) => JSON.parse(message) as Message),
    },
  }
}

export const inMemoryStage = async (startsAt?: string): Promise<Stage> =>
  stageOver(await inMemoryTransport(startsAt))
