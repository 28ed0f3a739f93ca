import type { Answers } from './draft.ts'
import type { Field } from './field.ts'

const boxes = ['day', 'month', 'year'] as const

/** The most that is kept of one field: the API says itself where it takes less. */
const mostKept = 4_000

const kept = (text: string | null): string => (text ?? '').trim().slice(0, mostKept)

/** What stands in a form for these fields, and nothing else that was sent. */
export const readAnswers = (
  form: URLSearchParams,
  fields: readonly Pick<Field, 'name' | 'kind'>[],
): Answers =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      if (kind === 'date')
        return boxes.map((box) => [`${name}-${box}`, kept(form.get(`${name}-${box}`)).slice(0, 20)])
      if (kind === 'checkboxes') return [[name, kept(form.getAll(name).join(' '))]]
      return [[name, kept(form.get(name))]]
    }),
  )
