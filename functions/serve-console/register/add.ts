import { localIdSchema } from '../../../shared/kernel/ids.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import type { Answers as Typed } from '../concern/draft.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { type Answer, type FieldError, go, showForm } from '../http/answer.ts'
import { caseFields, caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given } from '../hub/ask-as.ts'
import { remembering } from '../session/session-cookie.ts'
import { authorityOf, firstBodyOf } from './body-of.ts'
import { expected, type RegisterField, registerFields, registerOptions } from './fields.ts'
import { type Kind, lookingAt, pathOf } from './record.ts'
import { recordedSchema } from './recorded.ts'
import { toMend } from './to-mend.ts'

const fieldsFor: Readonly<Record<Kind, readonly RegisterField[]>> = {
  children: [...registerFields.children.slice(0, 3), expected, ...registerFields.children.slice(3)],
  adults: registerFields.adults,
}

const typedIn = (form: URLSearchParams, kind: Kind): Typed => ({
  ...readAnswers(form, fieldsFor[kind]),
  ...shortTexts(form, ['id', ...caseFields]),
})

type Tried = { readonly errors?: readonly FieldError[]; readonly isThere?: boolean }

const page = (
  { asked, kind }: { readonly asked: AskedInRole; readonly kind: Kind },
  answers: Typed = {},
  { errors, isThere = false }: Tried = {},
): Answer =>
  showForm('register/add', {
    ...{ kind, answers, errors, isThere, hasChanged: isThere },
    fields: fieldsFor[kind],
    options: registerOptions,
    typedBefore: asked.typed !== undefined,
    back: '/register',
  })

const wrongWith = (typed: Typed): readonly FieldError[] => [
  ...(localIdSchema.safeParse(typed['id']).success
    ? []
    : [{ field: 'id', text: 'register.error.ownId' } as const]),
  ...caseWrongWith(typed),
]

/** Whether there is a record under this id already; that it was looked for is in the log. */
const isThere = async ({ ask }: AskedInRole, kind: Kind, typed: Typed): Promise<boolean> => {
  const path = `/${kind}/${typed['id']}`
  const answer = await ask({ method: 'GET', path, headers: caseHeadersOf(typed) })
  if (answer.kind === 'problem' && answer.problem.status === 404) return false
  given(recordedSchema, answer)
  return true
}

/** Records somebody for the first time: looked for first, so that nobody is recorded over somebody else. */
const add = (kind: Kind) => async (asked: AskedInRole) => {
  const typed = typedIn(asked.visit.form, kind)
  const { id = '', caseReference = '', purpose = '' } = typed
  const wrong = wrongWith(typed)
  if (wrong.length > 0) return page({ asked, kind }, typed, { errors: wrong })
  const found = await isThere(asked, kind, typed)
  const because = { id, caseReference, purpose }
  const remembered = await remembering(asked, lookingAt(asked.session, because))
  if (found) return { ...page({ asked, kind }, typed, { isThere: true }), ...remembered }
  const body = firstBodyOf(kind, typed, authorityOf(asked))
  const answer = await asked.ask({ method: 'PUT', path: `/${kind}/${id}`, body })
  if (answer.kind === 'problem' && answer.problem.status === 400)
    return page({ asked, kind }, typed, { errors: toMend(answer.problem.errors) })
  given(recordedSchema, answer)
  return { ...go(pathOf({ kind, id }, { said: 'added' })), ...remembered }
}

const both = (kind: Kind) => ({
  get: (asked: AskedInRole) =>
    page({ asked, kind }, asked.typed ? typedIn(asked.typed, kind) : { sex: 'U' }),
  post: add(kind),
})

export const addAnswers: Answers['inRole'] = {
  'register-child-add': both('children'),
  'register-adult-add': both('adults'),
}
