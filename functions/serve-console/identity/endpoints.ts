import * as z from 'zod'
import { dueOf } from '../alerts/due-in-words.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { linkTo } from '../http/paging.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { type Question, readQuestion, readQuestions } from './question.ts'
import { personIn, sideBySide, warningsOf } from './side-by-side.ts'

const list = async (asked: AskedInRole): Promise<Answer> => {
  const { visit, now } = asked
  const state = visit.query['state'] === 'closed' ? 'closed' : 'open'
  const { items, next } = await readQuestions(asked, { state, cursor: visit.query['cursor'] })
  return show('identity/list', {
    items: items.map((item) => ({ ...item, due: dueOf(item.dueAt, now) })),
    state,
    next: linkTo('/identity', { state }, next),
    back: '/',
  })
}

type Typed = { readonly verdict: string; readonly ids: readonly string[]; readonly reason: string }

const most = 4_000
const typedIn = (form: URLSearchParams): Typed => ({
  verdict: (form.get('verdict') ?? '').slice(0, 20),
  ids: form.getAll('ids').slice(0, 8),
  reason: (form.get('verdictReason') ?? '').trim().slice(0, most),
})

type More = {
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[]
  readonly hasChanged?: boolean
}

const shown = (asked: AskedInRole, question: Question, { typed, errors, hasChanged }: More) => {
  const { now, visit, session } = asked
  const data = {
    question,
    due: dueOf(question.dueAt, now),
    person: personIn(question),
    records: sideBySide(question),
    warnings: warningsOf(question),
    isOpen: ['OPEN', 'PROPOSED'].includes(question.state),
    own: session.workId,
    typed: typed ?? { verdict: '', ids: [], reason: '' },
    errors,
    hasChanged,
    said: ['DECIDED', 'PROPOSED'].find((one) => one === visit.query['said']),
    back: '/identity',
  }
  return showForm('identity/one', data)
}

const read = async (asked: AskedInRole): Promise<Answer> => {
  const question = await readQuestion(asked)
  if (question === undefined) return nothingHere()
  return shown(asked, question, { typed: asked.typed && typedIn(asked.typed) })
}

const places: readonly (readonly [pointer: string, error: FieldError])[] = [
  ['/verdict', { field: 'verdict', text: 'identity.error.verdict' }],
  ['/ids', { field: 'verdict', text: 'identity.error.verdict' }],
  ['/notRelated', { field: 'notRelated', text: 'identity.error.notRelated' }],
  ['/reason', { field: 'verdictReason', text: 'identity.error.reason' }],
]
const errorsIn = ({ errors }: Problem): readonly FieldError[] => {
  const named = errors.flatMap(
    ({ pointer }) => places.find(([beginning]) => pointer.startsWith(beginning))?.[1] ?? [],
  )
  return [...new Map(named.map((one) => [one.field, one])).values()]
}

const bodyOf = ({ verdict, ids, reason }: Typed, form: URLSearchParams): object => ({
  ...(verdict !== '' && { verdict }),
  ...(verdict === 'IDENTIFIED' && ids.length > 0 && { ids }),
  ...(reason !== '' && { reason }),
  ...(form.get('notRelated') === 'YES' && { notRelated: true }),
})

const decide = async (asked: AskedInRole): Promise<Answer> => {
  const { ask, visit, params } = asked
  const { id } = params
  if (!isHubId(id)) return nothingHere()
  const typed = typedIn(visit.form)
  const version = visit.form.get('version') ?? ''
  const answer = await ask({
    method: 'POST',
    path: `/reviews/${id}/decision`,
    headers: { 'If-Match': `"${/^\d{1,9}$/.test(version) ? version : '0'}"` },
    body: bodyOf(typed, visit.form),
  })
  if (answer.kind === 'ok')
    return go(`/identity/${id}?said=${given(z.object({ state: z.string() }), answer).state}`)
  const { status } = answer.problem
  const hasChanged = status === 409 || status === 412
  const errors = errorsIn(answer.problem)
  if (!hasChanged && (status !== 400 || errors.length === 0)) given(z.unknown(), answer)
  const question = await readQuestion(asked)
  if (question === undefined) return nothingHere()
  return shown(asked, question, hasChanged ? { typed, hasChanged } : { typed, errors })
}

/** Questions who somebody is, which a council answers beside its alerts. */
export const identityAnswers: Answers['inRole'] = {
  identities: { get: list },
  identity: { get: read, post: decide },
}
