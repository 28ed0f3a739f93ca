import * as z from 'zod'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { justificationSchema } from '../../../shared/reviews/emergency-access.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, type FieldError, go, showForm } from '../http/answer.ts'
import { caseFields, caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given } from '../hub/ask-as.ts'

type Typed = Readonly<Record<string, string>>

const typedIn = (form: URLSearchParams): Typed => ({
  ...shortTexts(form, ['what', 'number', ...caseFields]),
  justification: (form.get('justification') ?? '').slice(0, 2_000),
})

/** Each of which the API takes one kind of number. */
const numbers = { alert: alertIdSchema, chronology: childIdSchema } as const
const isKind = (what: string | undefined): what is keyof typeof numbers =>
  what !== undefined && Object.hasOwn(numbers, what)

/** As the API checks it; whether there is such a thing nobody is told. */
const wrongWith = (typed: Typed): readonly FieldError[] => {
  const { what, number, justification } = typed
  return [
    ...(isKind(what) ? [] : [{ field: 'what', text: 'emergency.error.what' } as const]),
    ...(number !== '' && (!isKind(what) || numbers[what].safeParse(number).success)
      ? []
      : [{ field: 'number', text: 'emergency.error.number' } as const]),
    ...(justificationSchema.safeParse(justification).success
      ? []
      : [{ field: 'justification', text: 'emergency.error.justification' } as const]),
    ...caseWrongWith(typed),
  ]
}

const form = (answers: Typed, errors?: readonly FieldError[]): Answer =>
  showForm('emergency/ask', { answers, errors, back: '/' })

const acceptedSchema = z.object({ accessId: z.string() })

const ask = async (asked: AskedInRole): Promise<Answer> => {
  const typed = typedIn(asked.visit.form)
  const wrong = wrongWith(typed)
  if (wrong.length > 0) return form(typed, wrong)
  const answer = await asked.ask({
    method: 'POST',
    path: '/emergency-access',
    headers: caseHeadersOf(typed),
    body: {
      object: { kind: typed['what'], id: typed['number'] },
      justification: typed['justification'],
    },
  })
  const { accessId } = given(acceptedSchema, answer)
  return go(`/emergency/${accessId}?said=asked`)
}

/** Somebody must see what another council holds, now, and nobody there can be reached. */
export const askEmergencyAnswers: Answers['inRole'] = {
  'emergency-ask': {
    get: ({ typed }) => form(typed === undefined ? {} : typedIn(typed)),
    post: ask,
  },
}
