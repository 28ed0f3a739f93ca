import * as z from 'zod'
import { reviewIdSchema } from '../../../shared/kernel/ids.ts'
import type { AskedInRole } from '../asked.ts'
import { type FromHub, given } from '../hub/ask-as.ts'
import { toldSchema } from './told.ts'

const common = {
  reviewId: z.string(),
  kind: z.string(),
  asked: z.string(),
  rule: z.string(),
  harm: z.string(),
  state: z.string(),
  needsTwo: z.boolean(),
  dueAt: z.string(),
  raisedAt: z.string(),
}

export const listedSchema = z.object({
  items: z.array(z.object(common)),
  unreadable: z.int().optional(),
  links: z.object({ next: z.string().optional() }),
})

const verdictSchema = z.looseObject({
  verdict: z.string(),
  at: z.string(),
  person: z.looseObject({ by: z.string(), practitioner: z.string().optional() }),
})

const questionSchema = z.object({
  ...common,
  person: z.string().optional(),
  verdicts: z.array(z.string()),
  proposed: verdictSchema.extend({ reason: z.string() }).optional(),
  decided: verdictSchema.optional(),
  agreements: z.array(z.object({ agreedOn: z.string(), endsOn: z.string() })).default([]),
  people: z.array(z.looseObject({ id: z.string().optional() })),
  content: toldSchema.optional(),
})
/** A question that is left to whoever asks, in the version on which it would be answered. */
export type Question = z.infer<typeof questionSchema> & { readonly etag: string }

const etagIn = (answer: FromHub): string => (answer.kind === 'ok' ? answer.etag : '')

export const answeredSchema = z.object({ state: z.string() })

export const isQuestionId = (id = ''): boolean => reviewIdSchema.safeParse(id).success

/** Reads a question; that it was read is on record before anything of it is shown. */
export const readQuestion = async ({
  ask,
  params: { id = '' },
}: AskedInRole): Promise<Question | undefined> => {
  if (!isQuestionId(id)) return undefined
  const answer = await ask({ method: 'GET', path: `/reviews/${id}` })
  return { ...given(questionSchema, answer), etag: etagIn(answer) }
}

/** What comes of a question that nobody answers in time, by its rule: never by what is known of the family. */
const silences = {
  R1: () => 'nothing',
  R6: () => 'share',
  R7: (harm) => (harm === 'H1' ? 'hold' : 'least'),
  R12: () => 'least',
  R13: () => 'depends',
  R14b: () => 'depends',
  R16: () => 'least',
} as const satisfies Readonly<Record<string, (harm: string) => Silence>>
type Silence = 'nothing' | 'share' | 'hold' | 'least' | 'depends'

const hasSilence = (rule: string): rule is keyof typeof silences => Object.hasOwn(silences, rule)

export const silenceOf = ({
  kind,
  rule,
  harm,
}: Pick<Question, 'kind' | 'rule' | 'harm'>): Silence | undefined => {
  if (kind === 'identity') return undefined
  if (kind === 'purpose') return 'nothing'
  return hasSilence(rule) ? silences[rule](harm) : 'least'
}
