import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { caseFields, caseWrongWith } from '../http/case.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given } from '../hub/ask-as.ts'
import { keepQuestion } from '../kept-form.ts'
import { remembering } from '../session/session-cookie.ts'
import { onRecord } from './on-record.ts'
import { isRecordId, lookingAt, pathOf } from './record.ts'
import { linkedTo, recordParts, restrictionsOf } from './record-in-words.ts'
import { type Found, isNamed, nameFields, search } from './search.ts'

type Typed = Readonly<Record<string, string>>

const typedIn = (form: URLSearchParams): Typed =>
  shortTexts(form, ['kind', 'id', ...nameFields, ...caseFields])

type More = { readonly errors?: readonly FieldError[]; readonly found?: Found }

const page = (answers: Typed = {}, more: More = {}): Answer =>
  showForm('register/find', { answers, ...more, back: '/' })

/** One of the two ways is taken, and never one for the other: an id beside a name may be somebody else’s. */
const wrongWith = (typed: Typed): readonly FieldError[] => {
  const { id = '' } = typed
  if (id === '') return isNamed(typed) ? [] : [{ field: 'id', text: 'register.error.who' } as const]
  if (isNamed(typed)) return [{ field: 'id', text: 'register.error.both' }]
  return isRecordId(id) ? [] : [{ field: 'id', text: 'register.error.id' }]
}

const findByName = async (asked: AskedInRole): Promise<Answer> => {
  const typed = typedIn(asked.visit.form)
  const { caseReference = '', purpose = '' } = typed
  const searched = await search(asked, typed)
  if ('errors' in searched) return page(typed, searched)
  const ones = searched.found.people.map(({ id }) => ({ id, caseReference, purpose }))
  const remembered = await remembering(asked, lookingAt(asked.session, ...ones))
  return { ...page(typed, searched), ...remembered }
}

const find = async (asked: AskedInRole): Promise<Answer> => {
  const typed = typedIn(asked.visit.form)
  const { id = '', caseReference = '', purpose = '' } = typed
  const errors = [...wrongWith(typed), ...caseWrongWith(typed)]
  if (errors.length > 0) return page(typed, { errors })
  if (id === '') return keepQuestion(asked)
  const kind = typed['kind'] === 'adults' ? 'adults' : 'children'
  const remembered = await remembering(
    asked,
    lookingAt(asked.session, { id, caseReference, purpose }),
  )
  return { ...go(pathOf({ kind, id })), ...remembered }
}

const listSchema = z.object({
  items: z.array(z.object({ childId: z.string(), status: z.string() })),
  links: z.object({ next: z.string().optional() }),
})

/** The children of the authority by id, with nothing but their status. */
const list = async ({ ask, visit }: AskedInRole): Promise<Answer> => {
  const { cursor } = visit.query
  const query = new URLSearchParams({ limit: '50', ...(cursor !== undefined && { cursor }) })
  const { items, links } = given(
    listSchema,
    await ask({ method: 'GET', path: `/children?${query}` }),
  )
  const next = linkTo('/register/children', {}, cursorIn(links.next))
  return show('register/children', { items, next, back: '/register' })
}

const saids = ['edited', 'added', 'related', 'PROPOSED', 'LIFTED', 'corrected']

/** A record with all that was recorded, what hides it, and what was taken back. */
const open = onRecord((asked, record) => {
  const { said = '' } = asked.visit.query
  return show('register/record', {
    record,
    parts: recordParts(record, asked.say),
    linked: linkedTo(record).map((one) => ({ id: one.id, path: pathOf(one) })),
    restrictions: restrictionsOf(record),
    ownId: asked.session.workId,
    said: saids.includes(said) ? said : undefined,
    edit: pathOf(record, { page: '/edit' }),
    correct: pathOf(record, { page: '/correction' }),
    lift: pathOf(record, { page: '/lifting' }),
    relate: record.kind === 'children' ? pathOf(record, { page: '/adults' }) : undefined,
    back: '/register',
  })
})

/** Finds a record by its id, or by exact name and date of birth, for a reason that is in the log. */
export const registerAnswers: Answers['inRole'] = {
  register: {
    get: ({ typed }) => page(typed && typedIn(typed)),
    post: find,
    question: findByName,
  },
  'register-children': { get: list },
  'register-child': { get: open('children') },
  'register-adult': { get: open('adults') },
}
