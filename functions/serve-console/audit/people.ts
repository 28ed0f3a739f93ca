import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { dayIn } from '../concern/draft.ts'
import { type Answer, type FieldError, showForm } from '../http/answer.ts'
import { caseFields, caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { keepQuestion } from '../kept-form.ts'

const fields = ['kind', 'given', 'family', 'nhsNumber'] as const
const boxes = ['day', 'month', 'year'].map((box) => `dateOfBirth-${box}`)
type Typed = Readonly<Record<string, string>>

const typedIn = (form: URLSearchParams): Typed =>
  shortTexts(form, [...fields, ...boxes, ...caseFields])

type More = {
  readonly answers?: Typed
  readonly errors?: readonly FieldError[]
  readonly found?: z.infer<typeof foundSchema>
}

const foundSchema = z.object({
  people: z.array(z.string()),
  concerns: z.array(z.string()),
  isCut: z.boolean(),
})

const page = ({ acting }: AskedInRole, { answers = {}, errors, found }: More = {}): Answer =>
  showForm('audit/people', {
    ...{ answers, errors, found },
    mayOpen: acting.position.role === 'audit-lead',
    back: '/',
  })

const bodyOf = (typed: Typed) => {
  const { kind, given: first = '', family = '', nhsNumber = '' } = typed
  const day = dayIn(typed, 'dateOfBirth')
  const whom = kind === 'child' ? 'child' : 'adult'
  if (nhsNumber !== '') return { kind: whom, nhsNumber }
  return {
    kind: whom,
    ...((first !== '' || family !== '') && { name: { given: first, family } }),
    ...(day !== undefined && { dateOfBirth: day }),
  }
}

const places: Readonly<Record<string, FieldError>> = {
  '/nhsNumber': { field: 'nhsNumber', text: 'people.error.nhsNumber' },
  '/dateOfBirth': { field: 'dateOfBirth-day', text: 'people.error.dateOfBirth' },
  '/name/given': { field: 'given', text: 'people.error.name' },
  '/name/family': { field: 'family', text: 'people.error.name' },
}

const toMend = ({ status, errors }: Problem): readonly FieldError[] =>
  status === 400
    ? errors.map(({ pointer }) => places[pointer] ?? { field: 'given', text: 'people.error.who' })
    : []

/** Finds the ids of somebody who can be named. Names go in the body of a form, and stand in no address and no log. */
const search = async (asked: AskedInRole): Promise<Answer> => {
  const answers = typedIn(asked.visit.form)
  const wrong = caseWrongWith(answers)
  if (wrong.length > 0) return page(asked, { answers, errors: wrong })
  const answer = await asked.ask({
    method: 'POST',
    path: '/audit/people',
    headers: caseHeadersOf(answers),
    body: bodyOf(answers),
  })
  const errors = answer.kind === 'problem' ? toMend(answer.problem) : []
  if (errors.length > 0) return page(asked, { answers, errors })
  return page(asked, { answers, found: given(foundSchema, answer) })
}

export const peopleAnswers: Answers['inRole'] = {
  'audit-people': {
    get: (asked) => page(asked, asked.typed && { answers: typedIn(asked.typed) }),
    post: keepQuestion,
    question: search,
  },
}
