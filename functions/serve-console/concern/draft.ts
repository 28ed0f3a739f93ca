import * as z from 'zod'

const answersSchema = z.record(z.string(), z.string())
/** What was typed, by field: of several that were ticked, with spaces; of a day, its three boxes. */
export type Answers = z.infer<typeof answersSchema>

export const draftSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  /** None until it was first saved. */
  savedAt: z.string().optional(),
  /** Concern that this one completes or corrects. */
  corrects: z.string().optional(),
  answers: answersSchema.default({}),
  adults: z.array(answersSchema).default([]),
  children: z.array(answersSchema).default([]),
})
/** A concern that is being written. It stands on the server for 24 hours after it was last saved. */
export type Draft = z.infer<typeof draftSchema>

const hoursKept = 24

/** The moment at which it is gone, unless it is saved again before. */
export const keptUntil = ({ savedAt, startedAt }: Draft): Date =>
  new Date(new Date(savedAt ?? startedAt).getTime() + hoursKept * 3_600_000)

export type Listed = 'adults' | 'children'
export const most = { adults: 8, children: 12 } as const satisfies Record<Listed, number>

const isBlank = (answers: Answers): boolean => Object.values(answers).every((text) => text === '')

/** With one of a list changed, added at its end, or, left blank, taken away. */
export const withListed = (draft: Draft, list: Listed, { at, answers }: At): Draft => {
  if (isBlank(answers)) return withoutListed(draft, list, at)
  const all = [...draft[list]]
  all[Math.min(at, all.length)] = answers
  return { ...draft, [list]: all.slice(0, most[list]) }
}
type At = { readonly at: number; readonly answers: Answers }

/** What a child is to each adult, once the adult at a place is gone: it goes with them, and those behind them move up. */
const withoutAdult = (child: Answers, at: number): Answers =>
  Object.fromEntries(
    Object.entries(child).flatMap(([name, answer]) => {
      const [, what = '', place] = /^(is|lives)-otherAdults\/(\d+)$/.exec(name) ?? []
      if (place === undefined || Number(place) < at) return [[name, answer]]
      return Number(place) === at ? [] : [[`${what}-otherAdults/${Number(place) - 1}`, answer]]
    }),
  )

export const withoutListed = (draft: Draft, list: Listed, at: number): Draft => {
  const rest = { ...draft, [list]: draft[list].filter((_, place) => place !== at) }
  const isThere = at < draft[list].length
  return list === 'adults' && isThere
    ? { ...rest, children: rest.children.map((child) => withoutAdult(child, at)) }
    : rest
}

export const withAnswers = (draft: Draft, answers: Answers): Draft => ({
  ...draft,
  answers: { ...draft.answers, ...answers },
})

const two = (text: string): string => text.padStart(2, '0')

/** A day as far as it is known, or as it was written where it is none: the API says what is to be done about that. */
export const dayIn = (answers: Answers, name: string): string | undefined => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (answers[`${name}-${part}`] ?? '').trim(),
  )
  if (day === '' && month === '' && year === '') return undefined
  const isNumeric = [day, month, year].every((part) => /^\d{0,4}$/.test(part))
  if (!isNumeric || year === '' || (day !== '' && month === ''))
    return [day, month, year].filter((part) => part !== '').join('/')
  return [year, month, day]
    .filter((part) => part !== '')
    .map(two)
    .join('-')
}
