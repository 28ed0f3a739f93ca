import type { Answers, AskedInRole } from '../asked.ts'
import type { Answers as Typed } from '../concern/draft.ts'
import { dayIn } from '../concern/draft.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { type Answer, type FieldError, go } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { nameOf } from '../texts/name-of.ts'
import { authorityOf, bodyOf } from './body-of.ts'
import { type RegisterField, registerOptions } from './fields.ts'
import { onRecord, showOnRecord, type Tried, triedOf } from './on-record.ts'
import {
  type AdultRecord,
  type ChildRecord,
  isRecordId,
  localIdOf,
  pathOf,
  readRecordOf,
} from './record.ts'
import { recordedSchema } from './recorded.ts'
import { eachOf } from './to-mend.ts'

const fields: readonly RegisterField[] = [
  { name: 'adultId', kind: 'text', width: 20, hasHint: true },
  { name: 'relationship', kind: 'select', of: 'toChild' },
  { name: 'parentalResponsibility', kind: 'radios', of: 'yesNo' },
  { name: 'livesWithChild', kind: 'radios', of: 'yesNo' },
  { name: 'relationshipStartedOn', kind: 'date', hasHint: true },
  { name: 'relationshipEndedOn', kind: 'date', hasHint: true },
]

type More = Tried & { readonly answers?: Typed; readonly adult?: AdultRecord | undefined }

const shown = (asked: AskedInRole, record: ChildRecord, { adult, ...more }: More = {}): Answer =>
  showOnRecord(
    'register/relate',
    { asked, record },
    {
      fields,
      options: registerOptions,
      answers: {},
      ...(adult !== undefined && {
        adult: {
          id: adult.id,
          name: nameOf(adult.person.names[0]),
          dateOfBirth: adult.person.dateOfBirth,
        },
      }),
      ...more,
    },
  )

const error = (field: string, text: FieldError['text']): More => ({ errors: [{ field, text }] })

const toMend = (errors: Problem['errors']): readonly FieldError[] =>
  eachOf(
    errors.map(
      ({ pointer }) => fields.find(({ name }) => pointer.includes(`/${name}`))?.name ?? 'adultId',
    ),
  )

const notTaken = (problem: Problem): More | undefined =>
  triedOf(problem, problem.status === 400 ? toMend(problem.errors) : undefined)

/** How they stand to each other, under the name that the adult’s own record has: nothing else of the adult is told. */
const bodyFor = (
  asked: AskedInRole,
  record: ChildRecord,
  { adult, typed }: { readonly adult: AdultRecord; readonly typed: Typed },
) => {
  const days = ['relationshipStartedOn', 'relationshipEndedOn'].flatMap((name) => {
    const day = dayIn(typed, name)
    return day === undefined ? [] : [[name, day] as const]
  })
  const said = ['relationship', 'parentalResponsibility', 'livesWithChild'].flatMap((name) =>
    typed[name] ? [[name, typed[name]] as const] : [],
  )
  const related = {
    id: localIdOf(adult),
    names: adult.person.names.slice(0, 1),
    ...Object.fromEntries([...said, ...days]),
  }
  return { ...bodyOf(record, {}, authorityOf(asked)), adults: [related] }
}

/** The adult by the id that was typed; none where nobody is recorded under it. */
const adultIn = async (asked: AskedInRole, id: string): Promise<AdultRecord | undefined> => {
  if (!isRecordId(id)) return undefined
  const found = await readRecordOf(asked, 'adults', id)
  return found?.kind === 'adults' ? found : undefined
}

/** Shows first who the adult is, then records what they are to the child, on the version that was read. */
const relate = async (asked: AskedInRole, record: ChildRecord): Promise<Answer> => {
  const { form } = asked.visit
  const answers = readAnswers(form, fields)
  const adult = await adultIn(asked, answers['adultId'] ?? '')
  if (adult === undefined)
    return shown(asked, record, { answers, ...error('adultId', 'register.error.adult') })
  if (!answers['relationship'])
    return shown(asked, record, {
      ...{ answers, adult },
      ...error('relationship', 'register.error.relationship'),
    })
  if (form.get('seen') !== adult.id) return shown(asked, record, { answers, adult })
  const answer = await asked.ask({
    method: 'PUT',
    path: `/children/${localIdOf(record)}`,
    headers: { 'If-Match': form.get('version') ?? '' },
    body: bodyFor(asked, record, { adult, typed: answers }),
  })
  const more = answer.kind === 'problem' ? notTaken(answer.problem) : undefined
  if (more !== undefined) return shown(asked, record, { answers, adult, ...more })
  given(recordedSchema, answer)
  return go(pathOf(record, { said: 'related' }))
}

export const relateAnswers: Answers['inRole'] = {
  'register-child-relate': {
    get: onRecord((asked, record) =>
      shown(asked, record as ChildRecord, {
        answers: asked.typed ? readAnswers(asked.typed, fields) : {},
      }),
    )('children'),
    post: onRecord((asked, record) => relate(asked, record as ChildRecord))('children'),
  },
}
