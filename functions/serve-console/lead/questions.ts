import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import {
  answeredSchema,
  isQuestionId,
  listedSchema,
  type Question,
  readQuestion,
  silenceOf,
} from './question.ts'
import { partsOf } from './told-in-words.ts'

const list = async ({ ask, visit, now }: AskedInRole): Promise<Answer> => {
  const isClosed = visit.query['state'] === 'closed'
  const asked = new URLSearchParams({ limit: '25', state: isClosed ? 'closed' : 'open' })
  const { cursor, said } = visit.query
  if (cursor !== undefined) asked.set('cursor', cursor)
  const page = given(listedSchema, await ask({ method: 'GET', path: `/reviews?${asked}` }))
  return show('lead/questions', {
    isClosed,
    said: said === 'DECIDED' || said === 'PROPOSED' ? said : undefined,
    items: page.items.map((item) => ({ ...item, isOverdue: new Date(item.dueAt) <= now })),
    unreadable: page.unreadable,
    next: linkTo(
      '/questions',
      { state: isClosed ? 'closed' : undefined },
      cursorIn(page.links.next),
    ),
    back: '/',
  })
}

type Typed = { readonly verdict: string; readonly reason: string; readonly ids: readonly string[] }

const typedIn = (form: URLSearchParams): Typed => ({
  verdict: form.get('verdict') ?? '',
  reason: (form.get('reason') ?? '').slice(0, 4_000),
  ids: form.getAll('ids').slice(0, 8),
})
const blank: Typed = { verdict: '', reason: '', ids: [] }

type More = {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
  readonly hasChanged?: true
}

const shown = (
  { say, session, now, typed: before }: AskedInRole,
  question: Question,
  { typed = blank, errors, hasChanged }: More = {},
): Answer => {
  const { content, proposed } = question
  const isOwn = proposed?.person.practitioner === session.workId
  const data = {
    question,
    isOwn,
    isOpen: ['OPEN', 'PROPOSED'].includes(question.state),
    isOverdue: new Date(question.dueAt) <= now,
    silence: silenceOf(question),
    parts: content === undefined ? [] : partsOf(content, say),
    answers: typed,
    errors,
    hasChanged,
    typedBefore: before !== undefined,
    back: '/questions',
  }
  return showForm('lead/question', data)
}

const open = async (asked: AskedInRole): Promise<Answer> => {
  const question = await readQuestion(asked)
  if (question === undefined) return nothingHere()
  return shown(asked, question, asked.typed && { typed: typedIn(asked.typed) })
}

const fieldOf: Readonly<Record<string, FieldError>> = {
  '/verdict': { field: 'verdict', text: 'question.error.verdict' },
  '/ids': { field: 'verdict', text: 'question.error.ids' },
  '/reason': { field: 'reason', text: 'question.error.reason' },
  '/notRelated': { field: 'notRelated', text: 'question.error.notRelated' },
}

/** What the API says of an answer that it does not take, as the form has it. */
const wrongWith = ({ status, errors }: Problem): readonly FieldError[] => {
  if (status === 403) return [{ field: 'verdict', text: 'question.error.own' }]
  return errors.flatMap(({ pointer }) => fieldOf[pointer.replace(/(?<=^\/ids)\/\d+$/, '')] ?? [])
}

const bodyOf = ({ verdict, reason, ids }: Typed, form: URLSearchParams) => ({
  ...(verdict !== '' && { verdict }),
  ...(verdict === 'IDENTIFIED' && ids.length > 0 && { ids }),
  reason,
  ...(form.get('notRelated') === 'yes' && { notRelated: true }),
})

/** An answer that was not taken: the question as it stands now, with what was typed. None where no page can mend it. */
const notTaken = async (
  asked: AskedInRole,
  typed: Typed,
  problem: Problem,
): Promise<Answer | undefined> => {
  const errors = wrongWith(problem)
  const hasChanged = [409, 412].includes(problem.status)
  if (errors.length === 0 && !hasChanged) return undefined
  const question = await readQuestion(asked)
  if (question === undefined) return undefined
  return shown(asked, question, hasChanged ? { typed, hasChanged } : { typed, errors })
}

const decide = async (asked: AskedInRole): Promise<Answer> => {
  const { ask, params, visit } = asked
  const typed = typedIn(visit.form)
  if (!isQuestionId(params['id'])) return nothingHere()
  const answer = await ask({
    method: 'POST',
    path: `/reviews/${params['id'] ?? ''}/decision`,
    headers: { 'If-Match': visit.form.get('version') ?? '' },
    body: bodyOf(typed, visit.form),
  })
  const again = answer.kind === 'problem' ? await notTaken(asked, typed, answer.problem) : undefined
  if (again !== undefined) return again
  const { state } = given(answeredSchema, answer)
  return go(`/questions?said=${state === 'PROPOSED' ? 'PROPOSED' : 'DECIDED'}`)
}

/** What is left to a lead: due first, each with the concern and what every answer would disclose. */
export const questionAnswers: Answers['inRole'] = {
  questions: { get: list },
  question: { get: open, post: decide },
}
