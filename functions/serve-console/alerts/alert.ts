import * as z from 'zod'
import { present } from '../../../shared/kernel/present.ts'
import type { AskedInRole } from '../asked.ts'
import { isHubId } from '../http/hub-id.ts'
import { given } from '../hub/ask-as.ts'
import { contentSchema } from './alert-content.ts'

const text = z.string().optional()
const answerSchema = z.object({ practitioner: text, at: z.string() })
/** Who answered, and when. */
export type Answer = z.infer<typeof answerSchema>

const outcomeSchema = answerSchema.extend({
  code: z.string(),
  reason: text,
  conference: text,
  whatFollows: text,
  otherAuthority: text,
  noFurtherActionReason: text,
  strategyDiscussionAt: text,
  confirmation: answerSchema.optional(),
})

const lineSchema = z.object({ kind: z.string(), text: z.string() })
const feedbackSchema = answerSchema.extend({ lines: z.array(lineSchema), nextStep: text })

const tellingSchema = answerSchema.extend({
  given: z.object({
    wasTold: z.boolean(),
    who: z.array(z.string()).default([]),
    toldBy: text,
    toldAt: text,
    whyNot: text,
    reason: text,
  }),
})

const toldShape = {
  content: contentSchema,
  withdrawal: z.object({ reason: z.string(), words: z.string(), at: z.string() }).optional(),
  engagements: z
    .array(z.object({ label: z.string(), on: text, recordedAt: z.string() }))
    .default([]),
}

export const alertSchema = z.object({
  alertId: z.string(),
  kind: z.string(),
  isLeadsOnly: z.boolean(),
  isDueAsAgreed: z.boolean().optional(),
  state: z.string(),
  version: z.int(),
  harm: z.string(),
  priority: z.string(),
  raisedAt: z.string(),
  dueAt: z.string(),
  rerouted: z.object({ to: z.string(), at: z.string(), takenAt: text }).optional(),
  acknowledgement: answerSchema.optional(),
  /** Work id of whoever has it now. */
  heldBy: text,
  handOvers: z.array(answerSchema.extend({ to: text })).default([]),
  outcome: outcomeSchema.optional(),
  outcomeProposed: outcomeSchema.optional(),
  feedback: feedbackSchema.optional(),
  revised: z
    .array(z.object({ outcome: outcomeSchema, feedback: feedbackSchema.optional() }))
    .default([]),
  caseStatus: answerSchema.extend({ status: z.string() }).optional(),
  caseEndProposed: answerSchema.optional(),
  tellings: z.array(tellingSchema).default([]),
  challenges: z
    .array(z.object({ level: z.string(), reason: z.string(), at: z.string() }))
    .default([]),
  silences: z
    .array(z.object({ level: z.string(), reason: z.string(), at: z.string() }))
    .default([]),
  furtherNotices: z.array(z.object({ at: z.string(), ...toldShape })).default([]),
  priorAlertIds: z.array(z.string()),
  ...toldShape,
})
/** An alert as the API discloses it to its own authority, as far as pages show it. */
export type Alert = z.infer<typeof alertSchema>

/** What one concern in an alert tells, and since when it stands there. */
export type Notice = Alert['furtherNotices'][number]

/** Everything told in an alert: by the concern that raised it, then by those that told of the same family again. */
export const noticesIn = ({
  raisedAt,
  content,
  withdrawal,
  engagements,
  furtherNotices,
}: Alert): readonly [Notice, ...Notice[]] => [
  { at: raisedAt, content, engagements, ...present({ withdrawal }) },
  ...furtherNotices,
]

/** An alert of one's own authority, by the reading that is logged; undefined where the address names none. @throws Error with the API's problem */
export const readAlert = async ({
  ask,
  params: { id = '' },
}: Pick<AskedInRole, 'ask' | 'params'>): Promise<Alert | undefined> => {
  if (!isHubId(id)) return undefined
  return given(alertSchema, await ask({ method: 'GET', path: `/alerts/${id}` }))
}

/** The moment at which an id of the hub was issued: its first 48 bits. @see RFC 9562 §5.7 */
export const issuedAt = (id: string): string =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
