import type { Answers, AskedInRole } from '../asked.ts'
import type { Answers as Typed } from '../concern/draft.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { type Answer, go } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { authorityOf, bodyOf } from './body-of.ts'
import { registerFields, registerOptions, typedOf } from './fields.ts'
import { onRecord, showOnRecord, type Tried, triedOf } from './on-record.ts'
import { type Kind, localIdOf, pathOf, type RegisterRecord } from './record.ts'
import { recordedSchema } from './recorded.ts'
import { toMend } from './to-mend.ts'

type More = Tried & { readonly answers?: Typed }

const shown = (asked: AskedInRole, record: RegisterRecord, more: More = {}): Answer =>
  showOnRecord(
    'register/edit',
    { asked, record },
    {
      fields: registerFields[record.kind],
      options: registerOptions,
      ...more,
      answers: more.answers ?? typedOf(record),
    },
  )

const open = onRecord((asked, record) => {
  const { typed } = asked
  if (typed !== undefined && typed.get('version') !== record.etag)
    return shown(asked, record, { hasChanged: true })
  const answers = typed && readAnswers(typed, registerFields[record.kind])
  return shown(asked, record, answers && { answers })
})

const notTaken = (problem: Problem): More | undefined =>
  triedOf(problem, problem.status === 400 ? toMend(problem.errors) : undefined)

/** Records what is new of somebody, on the version that was read. */
const edit = onRecord(async (asked, record) => {
  const { ask, visit } = asked
  const answers = readAnswers(visit.form, registerFields[record.kind])
  const answer = await ask({
    method: 'PUT',
    path: `/${record.kind}/${localIdOf(record)}`,
    headers: { 'If-Match': visit.form.get('version') ?? '' },
    body: bodyOf(record, answers, authorityOf(asked)),
  })
  const more = answer.kind === 'problem' ? notTaken(answer.problem) : undefined
  // Where a colleague wrote meanwhile, the form has the record as it stands: typed over it, theirs would be undone unseen.
  if (more !== undefined) return shown(asked, record, more.hasChanged ? more : { answers, ...more })
  given(recordedSchema, answer)
  return go(pathOf(record, { said: 'edited' }))
})

const both = (kind: Kind) => ({ get: open(kind), post: edit(kind) })

export const editAnswers: Answers['inRole'] = {
  'register-child-edit': both('children'),
  'register-adult-edit': both('adults'),
}
