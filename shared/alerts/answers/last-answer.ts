import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Person } from '../../agencies/same-person.ts'

/** The answer taken last: on which version, and the SHA-256 of who gave what. Its words stand elsewhere. */
export const lastAnswerSchema = z.strictObject({
  version: z.int().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
type LastAnswer = z.infer<typeof lastAnswerSchema>

type By = { readonly person: Person; readonly expectedVersion: number }

/** `given` has the order of its schema, whatever order it was sent in. */
export const lastAnswerOf = (
  given: unknown,
  { person: { by, practitioner }, expectedVersion }: By,
): LastAnswer => {
  const text = JSON.stringify([by, practitioner, given])
  return { version: expectedVersion, digest: createHash('sha256').update(text).digest('hex') }
}

/**
 * Whether an answer is the one taken last, sent again by a system that did not hear: the same words of the same person, on
 * the version that they answered then.
 */
export const isSentAgain = (
  { lastAnswer }: { readonly lastAnswer?: LastAnswer | undefined },
  given: unknown,
  by: By,
): boolean =>
  lastAnswer?.version === by.expectedVersion && lastAnswer.digest === lastAnswerOf(given, by).digest
