import { dayInWords } from '../texts/day-in-words.ts'
import { isTextKey, type Language, type Say, type TextKey, type Values } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import { type Answers, dayIn } from './draft.ts'
import type { Field } from './field.ts'

/** What was answered, in the words of the form: what a reader sees who checks it. */
export type Told = { readonly label: TextKey; readonly values?: Values; readonly text: string }

type Known = {
  readonly say: Say
  readonly language: Language
  readonly councils: ReadonlyMap<string, string>
}

const textOf = ({ name, kind, of }: Field, answers: Answers, known: Known): string => {
  const { say, language, councils } = known
  const answer = answers[name] ?? ''
  if (kind === 'date') return dayInWords(dayIn(answers, name) ?? '', language)
  if (kind === 'council') return councils.get(answer) ?? answer
  if (of === undefined || answer === '') return answer
  return answer
    .split(' ')
    .map((code) => wordOf(say)(`option.${of}`, code))
    .join(', ')
}

/** The answers to these fields, those that were left out among them. */
export const wordsOf = (
  fields: readonly Field[],
  answers: Answers,
  known: Known,
): readonly Told[] =>
  fields.flatMap((field) => {
    const { name, nth } = field
    const label = `field.${nth?.of ?? name}`
    const text = textOf(field, answers, known)
    return isTextKey(label) ? [{ label, values: { number: nth?.number ?? 1 }, text }] : []
  })

/** What each adult is said to be to a child. */
export const whoseInWords = (
  adults: readonly { readonly ref: string; readonly name: string }[],
  child: Answers,
  known: Known,
): readonly Told[] =>
  adults.flatMap(({ ref, name }) => {
    const values = { name: name === '' ? known.say('listed.nameless') : name }
    const asked = [
      { label: 'listed.whose.is', field: { name: `is-${ref}`, kind: 'select', of: 'toChild' } },
      { label: 'listed.whose.lives', field: { name: `lives-${ref}`, kind: 'radios', of: 'yesNo' } },
    ] as const
    return asked.map(({ label, field }) => ({ label, values, text: textOf(field, child, known) }))
  })
