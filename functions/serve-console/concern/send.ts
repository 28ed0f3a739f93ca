import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'
import { given, type Problem } from '../hub/ask-as.ts'

const acceptedSchema = z.object({ concernId: z.string() })

export type SentConcern =
  | { readonly kind: 'sent'; readonly concernId: string }
  | { readonly kind: 'to-mend'; readonly errors: Problem['errors'] }

/** By the draft and by what stands in it: pressing twice sends once, and what was mended in between is another. */
const keyOf = (id: string, body: object): string => {
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  return `console-${id}-${digest.slice(0, 20)}`
}

/** Sends a concern. @throws Error with the API's problem where that is not about what was written */
export const sendConcern = async (
  { ask }: Pick<AskedInRole, 'ask'>,
  id: string,
  body: object,
): Promise<SentConcern> => {
  const headers = { 'Idempotency-Key': keyOf(id, body) }
  const answer = await ask({ method: 'POST', path: '/concerns', headers, body })
  if (answer.kind === 'problem' && answer.problem.errors.length > 0)
    return { kind: 'to-mend', errors: answer.problem.errors }
  return { kind: 'sent', concernId: given(acceptedSchema, answer).concernId }
}
