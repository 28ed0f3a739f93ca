import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { caseFields, caseWrongWith } from '../http/case.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given } from '../hub/ask-as.ts'
import { remembering } from '../session/session-cookie.ts'
import { onRecord } from './on-record.ts'
import { isRecordId, lookingAt, pathOf } from './record.ts'
import { linkedTo, recordParts, restrictionsOf } from './record-in-words.ts'

type Typed = Readonly<Record<string, string>>

const typedIn = (form: URLSearchParams): Typed => shortTexts(form, ['kind', 'id', ...caseFields])

const page = (answers: Typed = {}, errors?: readonly FieldError[]): Answer =>
  showForm('register/find', { answers, errors, back: '/' })

const find = async (asked: AskedInRole): Promise<Answer> => {
  const typed = typedIn(asked.visit.form)
  const { id = '', caseReference = '', purpose = '' } = typed
  const wrong: readonly FieldError[] = [
    ...(isRecordId(id) ? [] : [{ field: 'id', text: 'register.error.id' } as const]),
    ...caseWrongWith(typed),
  ]
  if (wrong.length > 0) return page(typed, wrong)
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

/** Finds a record by its id, for a reason that is in the log. */
export const registerAnswers: Answers['inRole'] = {
  register: { get: ({ typed }) => page(typed && typedIn(typed)), post: find },
  'register-children': { get: list },
  'register-child': { get: open('children') },
  'register-adult': { get: open('adults') },
}
