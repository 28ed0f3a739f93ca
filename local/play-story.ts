import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { type Answer, type ApiClient, apiClient } from './api-client.ts'
import type { HubPlace } from './place.ts'
import { type Receive, type ReceivedAlert, receiveAlert } from './receive-alert.ts'
import { type StoryConcern, tellStory } from './seed/story.ts'
import { expectStatus, type Say } from './story/expect.ts'
import { readTrail } from './story/read-trail.ts'
import { alertSchema, type StoryAlert, showAlert } from './story/show-alert.ts'

const idSchema = z.object({ concernId: z.string() })
const followedSchema = z.object({
  status: z.string(),
  feedback: z.array(
    z.object({
      outcomeLabel: z.string(),
      lines: z.array(z.object({ text: z.string() })),
      nextStep: z.string().optional(),
    }),
  ),
})

/** What a story ends with, for whoever wants to look further. */
export type Played = { readonly concernId: string; readonly alertId: string }

/** Whoever is at the duty desk, by the work id that the case system sends of them. */
const atTheDesk = { 'Hub-Practitioner': 'W-0117' } as const

/** The bytes of an answer with its own ids taken out: what is left must not depend on whether a child is known. */
const withoutIds = ({ status, text }: Answer): string =>
  `${status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')}`

const submit = async (place: HubPlace, { client, concern }: StoryConcern): Promise<Answer> => {
  const sent = await apiClient(place, client).call('POST', '/concerns', {
    body: concern,
    headers: { 'Idempotency-Key': randomUUID() },
  })
  return expectStatus('the concern', sent, 202)
}

type Stage = {
  readonly place: HubPlace
  readonly say: Say
  readonly receive: Receive
  readonly authority: ApiClient
}
type Opened = { readonly event: ReceivedAlert; readonly alert: StoryAlert; readonly etag: string }

const open = async (authority: ApiClient, event: ReceivedAlert): Promise<Opened> => {
  const answer = await authority.call('GET', `/alerts/${event.data.alertId}`, {
    headers: atTheDesk,
  })
  expectStatus('the alert', answer, 200)
  return {
    event,
    alert: alertSchema.parse(answer.body),
    etag: answer.headers.get('etag') ?? '',
  }
}

const isAbout = ({ alert: { state, content } }: Opened, { concern }: StoryConcern): boolean =>
  state === 'RAISED' && content.reason === concern.reason && content.joined.length > 0

/** The alert of a concern that was just sent: by its reason, since no message says what it is about. */
const received = async (
  { place, receive, authority }: Stage,
  sent: StoryConcern,
): Promise<Opened> => {
  let found: Opened | undefined
  await receive(place.inboxes['westmarch'] ?? '', async (event) => {
    const opened = await open(authority, event)
    if (isAbout(opened, sent)) found = opened
    return found !== undefined
  })
  if (found === undefined) throw new Error('the alert was not received')
  return found
}

const send = async ({ place, say }: Stage): Promise<string> => {
  const { partner, stranger } = tellStory(new Date())
  say(`
Percy Cobbold is seventeen months old. Westmarch’s children’s social care knows him: he is on a child
protection plan, with the North team. It knows his mother, Tracey. It has never heard of Steffan Barlow,
who has moved in with them.

1. Steffan’s psychiatric nurse is worried about the baby, and sends a concern. He calls Percy a child in
   need, names him with birth date and NHS number, and has asked nobody: that would put Percy at risk.`)
  const known = await submit(place, partner)
  say(`   ← ${known.status} ${known.text}`)
  const unknown = await submit(place, stranger)
  if (withoutIds(known) !== withoutIds(unknown))
    throw new Error('the two answers differ by more than their ids')
  say(`   The same words about a family that nobody knows get the same answer, but for its id: a service
   cannot learn from it whether a child is known.`)
  return idSchema.parse(known.body).concernId
}

const give = async (
  authority: ApiClient,
  opened: Opened,
  steps: readonly (readonly [step: string, body?: unknown])[],
): Promise<void> => {
  let { etag } = opened
  for (const [step, body] of steps) {
    const answer = await authority.call('POST', `/alerts/${opened.alert.alertId}/${step}`, {
      headers: { ...atTheDesk, 'If-Match': etag },
      ...(body !== undefined && { body }),
    })
    etag = expectStatus(step, answer, 200).headers.get('etag') ?? ''
  }
}

const answerFirst = async (stage: Stage): Promise<Opened> => {
  const { authority, say } = stage
  const opened = await received(stage, tellStory(new Date()).partner)
  say(`
2. Westmarch is told. The man is on no register, and Percy is found all the same: by himself. The message
   in Westmarch’s inbox says that there is something to read and how urgent it is, and names nobody:
   ${opened.event.text}
   The duty social worker opens the alert. That she did is written down before she sees it:`)
  for (const line of showAlert(opened.alert)) say(line)
  say(`
3. She acknowledges it, passes it to Percy’s worker, and answers the nurse. She also records that no parent
   was told of it, and why.`)
  await give(authority, opened, [
    ['acknowledgement'],
    ['telling', { wasTold: false, whyNot: 'RISK_TO_CHILD' }],
    ['outcome', { outcome: 'PASSED_TO_ALLOCATED_WORKER', whatFollows: 'VISIT' }],
    [
      'feedback',
      {
        lines: [
          { kind: 'FACT', text: 'Percy’s worker sees him at home this afternoon.' },
          { kind: 'OPINION', text: 'You were right not to ask Mr Barlow first.' },
        ],
        nextStep: 'Please ring us today if he misses his appointment.',
      },
    ],
  ])
  return opened
}

const hear = async ({ place, say }: Stage, concernId: string): Promise<void> => {
  const service = apiClient(place, 'westmarch-mental-health')
  const answer = await service.call('GET', `/concerns/${concernId}`)
  const { status, feedback } = followedSchema.parse(expectStatus('the concern', answer, 200).body)
  const [given] = feedback
  if (status !== 'answered' || given === undefined)
    throw new Error(`the referrer does not see the feedback: ${answer.text}`)
  say(`
4. The nurse looks again. Until now he could read that his concern was received and acknowledged, as he would
   of any family. Now he reads:
   ${given.outcomeLabel}.`)
  for (const { text } of given.lines) say(`   ${text}`)
  say(`   Next: ${given.nextStep}`)
}

const tellMore = async (stage: Stage): Promise<void> => {
  const { place, say } = stage
  const { mother } = tellStory(new Date())
  await submit(place, mother)
  const opened = await received(stage, mother)
  say(`
5. Later the drug service writes about Tracey, who has agreed to it and asks for help. Now the alert shows
   what was told before, and that the two together weigh more than each:`)
  for (const line of showAlert(opened.alert)) say(line)
}

/**
 * Plays one family’s story through the public API, from submission to feedback and audit, saying what each user sees.
 * `receive` waits for the council's message.
 */
export const playStory = async (
  place: HubPlace,
  say: Say,
  receive: Receive = receiveAlert,
): Promise<Played> => {
  const authority = apiClient(place, 'westmarch-social-care')
  const stage = { place, say, receive, authority }
  const concernId = await send(stage)
  const { alert } = await answerFirst(stage)
  await hear(stage, concernId)
  await tellMore(stage)
  await readTrail(place, concernId, say)
  return { concernId, alertId: alert.alertId }
}
