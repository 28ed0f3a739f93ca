import * as z from 'zod'
import { concernIdSchema, hubWideIdSchema, uuidSchema } from '../../../shared/kernel/ids.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, show, showForm } from '../http/answer.ts'
import { caseFields, caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { cursorIn, linkTo } from '../http/paging.ts'
import { given } from '../hub/ask-as.ts'
import { inWords } from './entry.ts'

type Typed = Readonly<Record<string, string>>

const typedIn = (form: URLSearchParams): Typed =>
  Object.fromEntries(
    ['personId', 'concernIds', ...caseFields].map((name) => [
      name,
      form.getAll(name).join('\n').trim().slice(0, 1_000),
    ]),
  )

const concernsIn = ({ concernIds = '' }: Typed): readonly string[] =>
  concernIds.split(/[\s,]+/).filter((id) => id !== '')

const mostConcerns = 10

const wrongWith = (typed: Typed): readonly FieldError[] => {
  const concerns = concernsIn(typed)
  const areConcerns = concerns.every((id) => concernIdSchema.safeParse(id).success)
  return [
    ...(hubWideIdSchema.safeParse(typed['personId']).success
      ? []
      : [{ field: 'personId', text: 'access.error.person' } as const]),
    ...(areConcerns && concerns.length <= mostConcerns
      ? []
      : [{ field: 'concernIds', text: 'access.error.concerns' } as const]),
    ...caseWrongWith(typed),
  ]
}

const page = (answers: Typed = {}, errors?: readonly FieldError[]): Answer =>
  showForm('audit/access', { answers, errors, back: '/' })

const openedSchema = z.object({ requestId: z.string(), isCut: z.boolean() })

const open = async ({ ask, visit }: AskedInRole): Promise<Answer> => {
  const answers = typedIn(visit.form)
  // From the page of a search the person is there already, and what is missing is asked for without blame.
  if (visit.form.get('begin') === 'yes') return page(answers)
  const wrong = wrongWith(answers)
  if (wrong.length > 0) return page(answers, wrong)
  const { requestId, isCut } = given(
    openedSchema,
    await ask({
      method: 'POST',
      path: '/audit/subject-access',
      headers: caseHeadersOf(answers),
      body: { personId: answers['personId'], concernIds: concernsIn(answers) },
    }),
  )
  return go(`/audit/subject-access/${requestId}?opened=${isCut ? 'cut' : 'yes'}`)
}

const pageSchema = z.object({
  items: z.array(
    z.object({
      entryId: z.string(),
      at: z.string(),
      action: z.string(),
      outcome: z.string(),
      client: z.string(),
      agency: z.string().optional(),
      authority: z.string().optional(),
      who: z.string().optional(),
      purpose: z.string().optional(),
      about: z.array(z.string()),
    }),
  ),
  isUnmasked: z.boolean(),
  links: z.object({ next: z.string().optional() }),
})

const idIn = ({ params: { id } }: AskedInRole): string | undefined => uuidSchema.safeParse(id).data

const read = async (asked: AskedInRole): Promise<Answer> => {
  const id = idIn(asked)
  if (id === undefined) return nothingHere()
  const { cursor, opened, said } = asked.visit.query
  const query = new URLSearchParams({ limit: '25', ...(cursor !== undefined && { cursor }) })
  const answer = await asked.ask({ method: 'GET', path: `/audit/subject-access/${id}?${query}` })
  const { items, isUnmasked, links } = given(pageSchema, answer)
  return show('audit/access-of', {
    id,
    items: items.map((item) => ({ ...item, words: inWords(item.action) })),
    isUnmasked,
    isOpened: opened === 'yes' || opened === 'cut',
    isCut: opened === 'cut',
    said: said === 'PROPOSED' || said === 'UNMASKED' ? said : undefined,
    next: linkTo(`/audit/subject-access/${id}`, {}, cursorIn(links.next)),
    back: '/audit/subject-access',
  })
}

/** Asks that work ids be shown; they are once a second person asks the same. */
const unmask = async (asked: AskedInRole): Promise<Answer> => {
  const id = idIn(asked)
  if (id === undefined) return nothingHere()
  const path = `/audit/subject-access/${id}/unmasking`
  const { status } = given(
    z.object({ status: z.string() }),
    await asked.ask({ method: 'POST', path }),
  )
  return go(`/audit/subject-access/${id}?said=${status === 'UNMASKED' ? 'UNMASKED' : 'PROPOSED'}`)
}

/** Who saw anything about somebody, for whoever may be told it. */
export const subjectAccessAnswers: Answers['inRole'] = {
  'subject-access': {
    get: ({ typed }) => page(typed && typedIn(typed)),
    post: open,
  },
  'subject-access-of': { get: read, post: unmask },
}
