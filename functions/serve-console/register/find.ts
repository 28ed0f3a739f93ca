import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { caseFields, caseWrongWith } from '../http/case.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given } from '../hub/ask-as.ts'
import { onRecord } from './on-record.ts'
import { becauseIn, isRecordId, pathOf } from './record.ts'
import { linkedTo, recordParts, restrictionsOf } from './record-in-words.ts'

type Typed = Readonly<Record<string, string>>

const typedIn = (form: URLSearchParams): Typed => shortTexts(form, ['kind', 'id', ...caseFields])

const page = (answers: Typed = {}, errors?: readonly FieldError[]): Answer =>
  showForm('register/find', { answers, errors, back: '/' })

const find = ({ visit }: AskedInRole): Answer => {
  const typed = typedIn(visit.form)
  const { id = '', caseReference = '', purpose = '' } = typed
  const wrong: readonly FieldError[] = [
    ...(isRecordId(id) ? [] : [{ field: 'id', text: 'register.error.id' } as const]),
    ...caseWrongWith(typed),
  ]
  if (wrong.length > 0) return page(typed, wrong)
  const kind = typed['kind'] === 'adults' ? 'adults' : 'children'
  return go(pathOf({ kind, id }, { caseReference, purpose }))
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

const saids = ['edited', 'PROPOSED', 'LIFTED', 'corrected']

/** A record with all that was recorded, what hides it, and what was taken back. */
const open = onRecord((asked, record) => {
  const because = becauseIn(asked)
  const { said = '' } = asked.visit.query
  return show('register/record', {
    record,
    parts: recordParts(record, asked.say),
    linked: linkedTo(record).map((one) => ({ id: one.id, path: pathOf(one, because) })),
    restrictions: restrictionsOf(record),
    ownId: asked.session.workId,
    said: saids.includes(said) ? said : undefined,
    edit: pathOf(record, because, { page: '/edit' }),
    correct: pathOf(record, because, { page: '/correction' }),
    lift: pathOf(record, because, { page: '/lifting' }),
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
