import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'
import { dayIn } from '../concern/draft.ts'
import type { FieldError } from '../http/answer.ts'
import { caseHeadersOf } from '../http/case.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { type Kind, pathOf } from './record.ts'

type Typed = Readonly<Record<string, string>>

/** Beside an id, by which somebody is found: a whole name and the day of birth. */
export const nameFields = [
  'given',
  'family',
  ...['day', 'month', 'year'].map((box) => `dateOfBirth-${box}`),
]

export const isNamed = (typed: Typed): boolean => nameFields.some((field) => typed[field])

const foundSchema = z.object({
  people: z.array(z.object({ kind: z.enum(['child', 'adult']), id: z.string() })),
  isCut: z.boolean(),
})
const kindOf = { child: 'children', adult: 'adults' } as const satisfies Record<string, Kind>

type Listed = { readonly kind: Kind; readonly id: string; readonly path: string }
export type Found = {
  readonly people: readonly Listed[]
  readonly isCut: boolean
  /** Sought by 1 January, by which nobody is looked up. */
  readonly isNewYear: boolean
}

const bodyOf = (typed: Typed) => ({
  kind: typed['kind'] === 'adults' ? 'adult' : 'child',
  name: { given: typed['given'] ?? '', family: typed['family'] ?? '' },
  dateOfBirth: dayIn(typed, 'dateOfBirth'),
})

const places: Readonly<Record<string, FieldError>> = {
  '/name/given': { field: 'given', text: 'register.error.name' },
  '/name/family': { field: 'family', text: 'register.error.name' },
  '/dateOfBirth': { field: 'dateOfBirth-day', text: 'register.error.born' },
}

const toMend = ({ status, errors }: Problem): readonly FieldError[] =>
  status === 400 ? errors.flatMap(({ pointer }) => places[pointer] ?? []) : []

/** Who is recorded by exactly this; or what is to be mended first. A name goes in the body of a form, and stands in no address. */
export const search = async (
  { ask }: AskedInRole,
  typed: Typed,
): Promise<{ readonly found: Found } | { readonly errors: readonly FieldError[] }> => {
  const body = bodyOf(typed)
  const headers = caseHeadersOf(typed)
  const answer = await ask({ method: 'POST', path: '/register-searches', headers, body })
  const errors = answer.kind === 'problem' ? toMend(answer.problem) : []
  if (errors.length > 0) return { errors }
  const { people, isCut } = given(foundSchema, answer)
  const listed = people.map(({ kind, id }) => {
    const one = { kind: kindOf[kind], id }
    return { ...one, path: pathOf(one) }
  })
  const isNewYear = body.dateOfBirth?.endsWith('-01-01') === true
  return { found: { people: listed, isCut, isNewYear } }
}
