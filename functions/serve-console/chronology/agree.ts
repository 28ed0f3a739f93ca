import * as z from 'zod'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { agreementStates } from '../../../shared/register/written-agreement.ts'
import type { AskedInRole, Answers as Handlers } from '../asked.ts'
import { type Answers, dayIn } from '../concern/draft.ts'
import type { Field } from '../concern/field.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, showForm } from '../http/answer.ts'
import { caseFields, caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { isTextKey } from '../texts/texts.ts'

type AgreementField = Omit<Field, 'of'> & { readonly of?: 'agreementState' }

const fields: readonly AgreementField[] = [
  { name: 'agreementId', kind: 'text', width: 20, hasHint: true },
  { name: 'agreedOn', kind: 'date', hasHint: true },
  { name: 'endsOn', kind: 'date', hasHint: true },
  { name: 'agreedWhat', kind: 'lines', most: 1000, hasHint: true },
  { name: 'agreedFollows', kind: 'lines', most: 500, hasHint: true },
  { name: 'agreementState', kind: 'radios', of: 'agreementState' },
  { name: 'decidedOn', kind: 'date', hasHint: true },
]
const options = { agreementState: agreementStates }

const answersIn = (form: URLSearchParams): Answers => ({
  ...readAnswers(form, fields),
  ...shortTexts(form, caseFields),
})

const shown = (id: string, answers: Answers, errors?: readonly FieldError[]): Answer =>
  showForm('chronology/agree', {
    ...{ id, fields, options, answers, errors },
    back: `/children/${id}/chronology`,
  })

const bodyOf = (answers: Answers): object => {
  const { agreementId, agreedWhat, agreedFollows, agreementState } = answers
  const body = {
    id: agreementId,
    agreedOn: dayIn(answers, 'agreedOn'),
    endsOn: dayIn(answers, 'endsOn'),
    what: agreedWhat,
    whatFollows: agreedFollows,
    state: agreementState,
    decidedOn: dayIn(answers, 'decidedOn'),
  }
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  '/id': 'agreementId',
  '/agreedOn': 'agreedOn',
  '/endsOn': 'endsOn',
  '/what': 'agreedWhat',
  '/whatFollows': 'agreedFollows',
  '/state': 'agreementState',
  '/decidedOn': 'decidedOn',
}

/** In the order of the form. Said again in other words it is another agreement, with an id of its own. */
const errorsIn = ({ status, errors }: Problem): readonly FieldError[] => {
  if (status === 409) return [{ field: 'agreementId', text: 'agreement.error.stands' }]
  const named = new Set(errors.map(({ pointer }) => fieldOf[pointer]))
  return fields.flatMap(({ name }) => {
    const text = `agreement.error.${name}`
    return named.has(name) && isTextKey(text) ? [{ field: name, text }] : []
  })
}

const record = async ({ ask, params, visit }: AskedInRole): Promise<Answer> => {
  const { id = '' } = params
  if (!childIdSchema.safeParse(id).success) return nothingHere()
  const answers = answersIn(visit.form)
  // From the chronology: the words that stand, to say of them what became of it.
  if (visit.form.get('do') === 'again') return shown(id, answers)
  const wrong = caseWrongWith(answers)
  if (wrong.length > 0) return shown(id, answers, wrong)
  const answer = await ask({
    method: 'POST',
    path: `/children/${id}/written-agreements`,
    headers: caseHeadersOf(answers),
    body: bodyOf(answers),
  })
  if (answer.kind === 'problem') {
    const errors = errorsIn(answer.problem)
    if (errors.length > 0) return shown(id, answers, errors)
  }
  given(z.unknown(), answer)
  return go(`/children/${id}/chronology?said=agreed`)
}

/** What was agreed with the parents of a child, until when, and what became of it (F19). */
export const agreeAnswers: Handlers['inRole'] = {
  agreement: {
    get: ({ params: { id = '' }, typed }) =>
      childIdSchema.safeParse(id).success
        ? shown(id, typed === undefined ? { agreementState: 'RUNNING' } : answersIn(typed))
        : nothingHere(),
    post: record,
  },
}
