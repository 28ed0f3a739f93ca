import { auditActions } from '../../../shared/audit/audit-entry.ts'
import { londonDay } from '../../../shared/calendar/london-day.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, type FieldError, show, showForm } from '../http/answer.ts'
import { cursorIn } from '../http/paging.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { keepQuestion } from '../kept-form.ts'
import {
  type Asking,
  askingIn,
  organisationsOf,
  questionOf,
  sentences,
  wrongWith,
} from './asking.ts'
import { entriesSchema, inWords } from './entry.ts'
import { readBadge } from './integrity.ts'

const onePage = '25'

type More = { readonly answers: Asking; readonly errors?: readonly FieldError[] }

const form = async (asked: AskedInRole, { answers, errors }: More): Promise<Answer> => {
  const data = {
    answers,
    errors,
    badge: await readBadge(asked),
    sentences: Object.keys(sentences),
    organisations: organisationsOf(asked.deps.built.settings),
    actions: auditActions.map((action) => ({ value: action, text: inWords(action) })),
    mayOpen: asked.acting.position.role === 'audit-lead',
    back: '/',
  }
  return showForm('audit/ask', data)
}

const fieldOf: Readonly<Record<string, FieldError>> = {
  '/from': { field: 'from-day', text: 'ask.error.order' },
  '/to': { field: 'to-day', text: 'ask.error.day' },
}

/** What the API says of a question that it does not take. */
const toMend = ({ status, errors }: Problem): readonly FieldError[] =>
  status === 400
    ? errors.map(({ pointer }) => fieldOf[pointer] ?? { field: 'what', text: 'ask.error.unread' })
    : []

/** One page of an answer. The question goes with it in a form: what is asked for stands in no address. */
const answer = async (asked: AskedInRole): Promise<Answer> => {
  const { ask, visit, deps } = asked
  const asking = askingIn(visit.form)
  const wrong = wrongWith(asking)
  if (wrong.length > 0) return form(asked, { answers: asking, errors: wrong })
  const cursor = (visit.form.get('cursor') ?? '').slice(0, 2_000)
  const query = new URLSearchParams({ ...questionOf(asking, deps.built.settings), limit: onePage })
  if (cursor !== '') query.set('cursor', cursor)
  const found = await ask({ method: 'GET', path: `/audit/entries?${query}` })
  const errors = found.kind === 'problem' ? toMend(found.problem) : []
  if (errors.length > 0) return form(asked, { answers: asking, errors })
  const { items, links } = given(entriesSchema, found)
  const told = items.map((entry) => ({ ...entry, words: inWords(entry.action) }))
  return show('audit/answers', {
    asking,
    sentence: asking['sentence'],
    items: told,
    days: [...Map.groupBy(told, ({ at }) => londonDay(new Date(at)))],
    isTimeline: visit.form.get('view') === 'timeline',
    cursor,
    asked: visit.query['asked'],
    next: cursorIn(links.next),
    back: '/audit',
  })
}

/** Questions to the audit log, as sentences. */
export const askAnswers: Answers['inRole'] = {
  audit: {
    get: (asked) => form(asked, { answers: askingIn(asked.typed ?? new URLSearchParams()) }),
    post: keepQuestion,
    question: answer,
  },
}
