import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { type Answer, type ApiClient, apiClient } from './api-client.ts'
import type { HubPlace } from './place.ts'
import { type ReceivedAlert, receiveAlert } from './receive-alert.ts'
import { tellStory } from './seed/story.ts'

type Say = (line: string) => void
const idSchema = z.object({ concernId: z.string() })
const alertSchema = z.object({
  alertId: z.string(),
  kind: z.string(),
  state: z.string(),
  version: z.number(),
  harm: z.string(),
  rule: z.string(),
  dueAt: z.string(),
  content: z.object({
    reason: z.string(),
    children: z.array(z.object({ childId: z.string(), relationship: z.string() })),
    tellParent: z.string(),
  }),
})
const entriesSchema = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      action: z.string(),
      actor: z.string(),
      rule: z.string().optional(),
    }),
  ),
})

/** What a story ends with, for whoever wants to look further. */
export type Played = { readonly concernId: string; readonly alertId: string }

const expectStatus = (what: string, answer: Answer, status: number): Answer => {
  if (answer.status !== status)
    throw new Error(`${what} was answered ${answer.status}: ${answer.text}`)
  return answer
}

/** The bytes of an answer with its own ids taken out: what is left must not depend on whether a child is known. */
const withoutIds = ({ status, text }: Answer): string =>
  `${status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')}`

const submit = async (service: ApiClient, concern: unknown): Promise<Answer> =>
  expectStatus(
    'the concern',
    await service.call('POST', '/concerns', {
      body: concern,
      headers: { 'Idempotency-Key': randomUUID() },
    }),
    202,
  )

const submitBoth = async (service: ApiClient, say: Say): Promise<string> => {
  const story = tellStory(new Date())
  say(
    '\n1. A drug worker sends a concern about a mother. The consent block says: asked, and refused.',
  )
  const known = await submit(service, story.known.concern)
  say(`   ← ${known.status} ${known.text}`)
  say('   And one about a family that nobody knows.')
  const unknown = await submit(service, story.unknown.concern)
  const isSame = withoutIds(known) === withoutIds(unknown)
  if (!isSame) throw new Error('the two answers differ by more than their ids')
  say(
    '   ← the same bytes but for the id: nobody can learn from the answer whether a child is known.',
  )
  return idSchema.parse(known.body).concernId
}

const read = async (authority: ApiClient, event: ReceivedAlert) => {
  const answer = await authority.call('GET', `/alerts/${event.data.alertId}`)
  return {
    etag: answer.headers.get('etag') ?? '',
    answer: expectStatus('the alert', answer, 200),
    alert: alertSchema.parse(answer.body),
  }
}

const receive = async (place: HubPlace, authority: ApiClient, say: Say) => {
  say(
    '\n2. Westmarch’s case system receives from its SQS inbox. The message holds no personal data:',
  )
  const { reason } = tellStory(new Date()).known.concern
  const matched = async (event: ReceivedAlert): Promise<boolean> => {
    const { kind, state, content } = (await read(authority, event)).alert
    return kind === 'matched' && state === 'RAISED' && content.reason === reason
  }
  const event = await receiveAlert(place.inboxes['westmarch'] ?? '', matched)
  say(`   ${event.text}`)
  const opened = await read(authority, event)
  const { alert } = opened
  say('   The duty social worker opens it; the read is logged before it is disclosed:')
  say(
    `   harm ${alert.harm}, rule ${alert.rule}, tell the parent: ${alert.content.tellParent}, due ${alert.dueAt}`,
  )
  say(`   “${alert.content.reason}”`)
  for (const { childId, relationship } of alert.content.children)
    say(`   known child ${childId}, subject is the ${relationship.toLowerCase()}`)
  return opened
}

const answer = async (
  authority: ApiClient,
  opened: { readonly alert: { alertId: string }; readonly etag: string },
  say: Say,
): Promise<void> => {
  const give = async (step: string, etag: string, body?: unknown): Promise<string> => {
    const path = `/alerts/${opened.alert.alertId}/${step}`
    const given = expectStatus(
      step,
      await authority.call('POST', path, {
        headers: { 'If-Match': etag, 'Hub-Practitioner': 'SW-101' },
        ...(body !== undefined && { body }),
      }),
      200,
    )
    return given.headers.get('etag') ?? ''
  }
  say('\n3. She acknowledges it, records the outcome, and answers the referrer.')
  const acknowledged = await give('acknowledgement', opened.etag)
  const decided = await give('outcome', acknowledged, {
    outcome: 'SECTION_47',
    strategyDiscussionAt: new Date().toISOString(),
  })
  await give('feedback', decided, {
    lines: [
      { kind: 'FACT', text: 'A strategy discussion was held today.' },
      {
        kind: 'FACT',
        text: 'A social worker will visit this afternoon. Please join the conference.',
      },
    ],
    nextStep: 'Keep your appointment on Thursday and tell us if it is missed.',
  })
  say('   acknowledged → decided (SECTION_47) → fed back')
}

const hear = async (service: ApiClient, concernId: string, say: Say): Promise<void> => {
  const followed = expectStatus(
    'the concern',
    await service.call('GET', `/concerns/${concernId}`),
    200,
  )
  say('\n4. The drug worker looks again and sees the answer:')
  say(`   ${followed.text}`)
  if (!followed.text.includes('"status":"answered"'))
    throw new Error('the referrer does not see the feedback')
}

const wanted = [
  'CONCERN_SUBMITTED',
  'CONCERN_ASSESSED',
  'ALERT_RAISED',
  'ALERT_READ',
  'ALERT_ACKNOWLEDGED',
  'OUTCOME_RECORDED',
  'FEEDBACK_GIVEN',
  'CONCERN_FOLLOWED',
]

const audit = async (auditor: ApiClient, concernId: string, say: Say): Promise<void> => {
  const listed = expectStatus(
    'the audit log',
    await auditor.call('GET', `/audit/entries?subject=${concernId}`),
    200,
  )
  const { items } = entriesSchema.parse(listed.body)
  say('\n5. The auditor lists who did what, newest first:')
  for (const { at, action, actor, rule } of items)
    say(`   ${at}  ${action.padEnd(20)} ${actor}${rule === undefined ? '' : `  (${rule})`}`)
  const missing = wanted.filter((action) => !items.some((item) => item.action === action))
  if (missing.length > 0) throw new Error(`the audit log lacks ${missing.join(', ')}`)
}

/** Plays one concern through the public API, from submission to feedback and audit, saying what each user sees. */
export const playStory = async (place: HubPlace, say: Say): Promise<Played> => {
  const service = apiClient(place, 'westmarch-substance-misuse')
  const authority = apiClient(place, 'westmarch-social-care')
  const concernId = await submitBoth(service, say)
  const opened = await receive(place, authority, say)
  await answer(authority, opened, say)
  await hear(service, concernId, say)
  await audit(apiClient(place, 'hub-auditor'), concernId, say)
  return { concernId, alertId: opened.alert.alertId }
}
