import * as z from 'zod'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { mark } from '../../../shared/people/striking/mark.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, show, showForm } from '../http/answer.ts'
import { caseFields, caseHeadersOf, caseWrongWith } from '../http/case.ts'
import { cursorIn } from '../http/paging.ts'
import { shortTexts } from '../http/short-texts.ts'
import { given } from '../hub/ask-as.ts'
import { keepQuestion } from '../kept-form.ts'
import { nameOf } from '../texts/name-of.ts'

const text = z.string().optional()
const entrySchema = z.object({
  entryId: z.string(),
  kind: z.string(),
  eventOn: z.string(),
  isOngoing: z.boolean(),
  recordedAt: z.string(),
  source: z.object({ name: z.string() }),
  harm: z.string(),
  outcome: text,
  reason: text,
  supersededBy: text,
  statements: z.array(z.object({ kind: z.string(), text: z.string() })).default([]),
  adults: z
    .array(
      z.object({
        names: z.array(z.object({ given: text, family: text })),
        relationshipToChild: z.string(),
      }),
    )
    .default([]),
})
type Entry = z.infer<typeof entrySchema>

export const chronologySchema = z.object({
  items: z.array(entrySchema),
  agreements: z.array(
    z.object({
      id: z.string(),
      agreedOn: z.string(),
      endsOn: z.string(),
      state: z.string(),
      what: z.string(),
      whatFollows: z.string(),
    }),
  ),
  protected: z.array(z.string()),
  links: z.object({ next: z.string().optional() }),
})

const day = 86_400_000
/** A silence longer than this is said: nothing was told then, which may be all well or may be nobody looking. */
const longSilence = 90

/** Entries with the days since the one before, where nobody told of anything for long. */
export const withGaps = (items: readonly Entry[]) =>
  items.map((item, at) => {
    const before = items[at + 1]
    const days =
      before === undefined ? 0 : (Date.parse(item.eventOn) - Date.parse(before.eventOn)) / day
    return {
      ...item,
      adults: item.adults.map(({ names, relationshipToChild }) => ({
        name: nameOf(names[0]),
        relationshipToChild,
      })),
      ...(days > longSilence && { silentDays: Math.round(days) }),
    }
  })

/** A day as the boxes of a form have it. */
const boxesOf = (date: string) => {
  const [year = '', month = '', day_ = ''] = date.split('-')
  return { year, month, day: day_ }
}

type Typed = Readonly<Record<string, string>>

type Form = { readonly answers?: Typed; readonly errors?: readonly FieldError[] }

const form = (id: string, { answers = {}, errors }: Form, said = ''): Answer =>
  showForm('chronology/ask', {
    ...{ id, answers, errors, said: said === 'agreed' },
    back: '/alerts',
  })

const read = async ({ ask, params, visit }: AskedInRole): Promise<Answer> => {
  const { id = '' } = params
  if (!childIdSchema.safeParse(id).success) return nothingHere()
  const typed: Typed = shortTexts(visit.form, caseFields)
  const wrong = caseWrongWith(typed)
  if (wrong.length > 0) return form(id, { answers: typed, errors: wrong })
  const cursor = visit.form.get('cursor') ?? undefined
  const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`
  const answer = await ask({
    method: 'GET',
    path: `/children/${id}/chronology${query}`,
    headers: caseHeadersOf(typed),
  })
  const { items, links, agreements, ...page } = given(chronologySchema, answer)
  return show('chronology/read', {
    ...page,
    id,
    answers: typed,
    items: withGaps(items),
    agreements: agreements.map((one) => ({
      ...one,
      agreed: boxesOf(one.agreedOn),
      ends: boxesOf(one.endsOn),
      // What is struck from its words cannot be sent again as it stands.
      mayBeSaidAgain: one.state === 'RUNNING' && !`${one.what}${one.whatFollows}`.includes(mark),
    })),
    next: cursorIn(links.next),
    back: `/children/${id}/chronology`,
  })
}

/** What was shared of a child over time, for a reason that is in the log. A form is sent for it, so that no reason stands in an address. */
export const chronologyAnswers: Answers['inRole'] = {
  chronology: {
    get: ({ params: { id = '' }, visit }) =>
      childIdSchema.safeParse(id).success ? form(id, {}, visit.query['said']) : nothingHere(),
    post: keepQuestion,
    question: read,
  },
}
