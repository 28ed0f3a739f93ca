import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'
import type { FieldError } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { isTextKey } from '../texts/texts.ts'

export type Given =
  | { readonly kind: 'taken' }
  | { readonly kind: 'to-mend'; readonly errors: readonly FieldError[] }
  /** Somebody else was there first, or it is past the state in which this can be done. */
  | { readonly kind: 'moved-on'; readonly status: 409 | 412 }

const answeredSchema = z.object({ state: z.string() })

/** Where what the API says of a field is mended, by the beginning of its pointer. */
const places: readonly (readonly [pointer: string, field: string])[] = [
  ['/priorItemsRead', 'priorItemsRead'],
  ['/conference', 'conference'],
  ['/whatFollows', 'whatFollows'],
  ['/otherAuthority', 'otherAuthority'],
  ['/noFurtherActionReason', 'noFurtherActionReason'],
  ['/strategyDiscussionAt', 'discussionDay'],
  ['/lines', 'toldFact'],
  ['/nextStep', 'nextStep'],
  ['/status', 'caseStatus'],
  ['/to', 'handTo'],
  ['/wasTold', 'wasTold'],
  ['/who', 'toldWho'],
  ['/toldBy', 'toldBy'],
  ['/toldAt', 'toldDay'],
  ['/whyNot', 'whyNotTold'],
]

const fieldOf = (pointer: string, fallback: string): string =>
  places.find(([beginning]) => pointer === beginning || pointer.startsWith(`${beginning}/`))?.[1] ??
  fallback

const placeOf = (field: string): number => {
  const at = places.findIndex(([, one]) => one === field)
  return at < 0 ? places.length : at
}

const errorsIn = ({ errors }: Problem, fallback: string): readonly FieldError[] => {
  const fields = new Set(errors.map(({ pointer }) => fieldOf(pointer, fallback)))
  // In the order of the form.
  const inOrder = [...fields].toSorted((a, b) => placeOf(a) - placeOf(b))
  return inOrder.flatMap((field) => {
    const text = `answer.error.${field}`
    return isTextKey(text) ? [{ field, text }] : []
  })
}

type Giving = {
  /** The last part of the route. */
  readonly step:
    | 'acknowledgement'
    | 'hand-over'
    | 'outcome'
    | 'feedback'
    | 'telling'
    | 'case-status'
  /** The version that somebody read. */
  readonly version: string
  readonly body?: object
  /** The field of which the API speaks as a whole, such as a reason. */
  readonly fallback: string
}

/** Gives an answer to an alert, as to the version that was read. @throws Error with the API's problem, where it is another than these */
export const giveAnswer = async (
  { ask, params: { id = '' } }: Pick<AskedInRole, 'ask' | 'params'>,
  { step, version, body, fallback }: Giving,
): Promise<Given> => {
  const answer = await ask({
    ...(step === 'hand-over'
      ? { method: 'PUT', path: `/alerts/${id}/acknowledgement` }
      : { method: 'POST', path: `/alerts/${id}/${step}` }),
    headers: { 'If-Match': `"${/^\d{1,9}$/.test(version) ? version : '0'}"` },
    ...(body !== undefined && { body }),
  })
  if (answer.kind === 'problem') {
    const { status } = answer.problem
    if (status === 409 || status === 412) return { kind: 'moved-on', status }
    const errors = errorsIn(answer.problem, fallback)
    if (status === 400 && errors.length > 0) return { kind: 'to-mend', errors }
  }
  given(answeredSchema, answer)
  return { kind: 'taken' }
}
