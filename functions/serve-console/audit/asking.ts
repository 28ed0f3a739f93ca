import { auditActions } from '../../../shared/audit/audit-entry.ts'
import { calendarDateSchema } from '../../../shared/calendar/calendar-date.ts'
import { spanOfDays } from '../../../shared/calendar/watched-day.ts'
import { dayIn } from '../concern/draft.ts'
import type { FieldError } from '../http/answer.ts'
import type { Settings } from '../settings.ts'

/** What an auditor asks, as a sentence; each looks by one part of an entry. */
export const sentences = {
  record: 'subject',
  tried: 'askedFor',
  person: 'practitioner',
  system: 'actor',
  case: 'caseReference',
  organisation: undefined,
  days: undefined,
} as const
export type Sentence = keyof typeof sentences

export const isSentence = (name: string): name is Sentence => Object.hasOwn(sentences, name)

const fields = ['sentence', 'what', 'organisation', 'action', 'outcome', 'purpose'] as const
const boxes = ['from', 'to'].flatMap((name) =>
  ['day', 'month', 'year'].map((box) => `${name}-${box}`),
)

/** What of a form is the question: it goes with each page of its answer. */
export type Asking = Readonly<Record<string, string>>

const mostLetters = 200

export const askingIn = (form: URLSearchParams): Asking =>
  Object.fromEntries(
    [...fields, ...boxes].map((name) => [
      name,
      (form.get(name) ?? '').trim().slice(0, mostLetters),
    ]),
  )

/** An organisation of this hub by what the form has for it: `agency:KEY` or `authority:CODE`. */
export const organisationsOf = ({ agencies, authorities }: Settings) => [
  ...authorities.map(({ code, name }) => ({ value: `authority:${code}`, name, isCouncil: true })),
  ...agencies.map(({ key, name }) => ({ value: `agency:${key}`, name, isCouncil: false })),
]

const isDay = (day: string | undefined): day is string => calendarDateSchema.safeParse(day).success

const needsOne = (sentence: string): boolean =>
  isSentence(sentence) && sentences[sentence] !== undefined

/** What is wrong with a question before anybody is asked it. */
export const wrongWith = (asking: Asking): readonly FieldError[] => {
  const { sentence = '', what, organisation } = asking
  const days = ['from', 'to'].flatMap((name) => {
    const day = dayIn(asking, name)
    return day === undefined || isDay(day)
      ? []
      : [{ field: `${name}-day`, text: 'ask.error.day' } as const]
  })
  if (!isSentence(sentence)) return [{ field: 'sentence', text: 'ask.error.sentence' }, ...days]
  if (needsOne(sentence) && what === '') return [{ field: 'what', text: 'ask.error.what' }, ...days]
  if (sentence === 'organisation' && organisation === '')
    return [{ field: 'organisation', text: 'ask.error.organisation' }, ...days]
  if (sentence === 'days' && dayIn(asking, 'from') === undefined)
    return [{ field: 'from-day', text: 'ask.error.day' }]
  return days
}

const oneOf = (list: readonly string[], value = ''): string | undefined =>
  list.includes(value) ? value : undefined

const spanOf = (asking: Asking): { readonly from?: string; readonly to?: string } => {
  const [first, last] = [dayIn(asking, 'from'), dayIn(asking, 'to')]
  return {
    ...(isDay(first) && { from: spanOfDays(first, first).from }),
    ...(isDay(last) && { to: spanOfDays(last, last).before }),
  }
}

/** The question as the API takes it. */
export const questionOf = (asking: Asking, settings: Settings): Record<string, string> => {
  const { sentence = '', what = '', organisation = '' } = asking
  const part = isSentence(sentence) ? sentences[sentence] : undefined
  const known = oneOf(
    organisationsOf(settings).map(({ value }) => value),
    organisation,
  )
  const [kind = '', key = ''] = known?.split(/:(.*)/s) ?? []
  const narrowed = {
    action: oneOf(auditActions, asking['action']),
    outcome: oneOf(['DONE', 'REFUSED'], asking['outcome']),
    purpose: oneOf(['safeguarding', 'welfare'], asking['purpose']),
  }
  return {
    ...(part !== undefined && { [part]: what }),
    ...(kind !== '' && { [kind]: key }),
    ...Object.fromEntries(
      Object.entries(narrowed).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
    ...spanOf(asking),
  }
}
