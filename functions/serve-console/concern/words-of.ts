import type { Say, TextKey } from '../texts/texts.ts'
import { isTextKey } from '../texts/texts.ts'
import { type Answers, dayIn } from './draft.ts'
import type { Field } from './parts.ts'

/** What was answered, in the words of the form: what a reader sees who checks it. */
export type Told = { readonly label: TextKey; readonly text: string }

const wordOf = (say: Say, list: string, code: string): string => {
  const key = `option.${list}.${code}`
  return isTextKey(key) ? say(key) : code
}

/** A day as it would be said; what is no whole day stands as it was written. */
export const dayInWords = (day: string): string => {
  const moment = new Date(`${day}T12:00:00Z`)
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(moment.getTime())
  return isWhole
    ? new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(
        moment,
      )
    : day.split('-').toReversed().join('/')
}

type Known = { readonly say: Say; readonly councils: ReadonlyMap<string, string> }

const textOf = ({ name, kind, of }: Field, answers: Answers, { say, councils }: Known): string => {
  const answer = answers[name] ?? ''
  if (kind === 'date') return dayInWords(dayIn(answers, name) ?? '')
  if (kind === 'council') return councils.get(answer) ?? answer
  if (of === undefined || answer === '') return answer
  return answer
    .split(' ')
    .map((code) => wordOf(say, of, code))
    .join(', ')
}

/** The answers to these fields, those that were left out among them. */
export const wordsOf = (
  fields: readonly Field[],
  answers: Answers,
  known: Known,
): readonly Told[] =>
  fields.flatMap((field) => {
    const label = `field.${field.name}`
    return isTextKey(label) ? [{ label, text: textOf(field, answers, known) }] : []
  })
