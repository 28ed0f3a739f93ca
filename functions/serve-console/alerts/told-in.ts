import { councilsOf } from '../concern/councils.ts'
import { type Answers, dayIn } from '../concern/draft.ts'
import type { Deps } from '../deps.ts'
import { dayInWords } from '../texts/day-in-words.ts'
import type { Say } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import type { AnswerField } from './answer-fields.ts'

type Known = { readonly say: Say; readonly deps: Deps }

const wordsOf = (
  { name, kind, of }: AnswerField,
  answers: Answers,
  { say, deps }: Known,
): string => {
  const answer = answers[name] ?? ''
  if (kind === 'date') return dayInWords(dayIn(answers, name) ?? '')
  if (kind === 'council') return councilsOf(deps, say).get(answer) ?? answer
  if (of === undefined) return answer
  const codes = answer.split(' ').filter((code) => code !== '')
  return codes.map((code) => wordOf(say)(`option.${of}`, code)).join(', ')
}

/** What was typed, in the words of the form; what was left out is left out. */
export const toldIn = (fields: readonly AnswerField[], answers: Answers, known: Known) =>
  fields
    .map((field) => ({ label: `field.${field.name}`, text: wordsOf(field, answers, known) }))
    .filter(({ text }) => text !== '')
