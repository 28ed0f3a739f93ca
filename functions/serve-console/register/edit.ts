import type { Answers, AskedInRole } from '../asked.ts'
import type { Answers as Typed } from '../concern/draft.ts'
import { readAnswers } from '../concern/read-answers.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, show } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { bodyOf } from './body-of.ts'
import { registerFields, registerOptions, typedOf } from './fields.ts'
import {
  becauseIn,
  type Kind,
  localIdOf,
  pathOf,
  type RegisterRecord,
  readRecord,
} from './record.ts'
import { recordedSchema } from './recorded.ts'

type More = {
  readonly answers?: Typed
  readonly errors?: readonly FieldError[]
  readonly hasChanged?: true
}

const shown = (
  asked: AskedInRole,
  record: RegisterRecord,
  { answers, errors, hasChanged }: More = {},
): Answer => {
  const back = pathOf(record, becauseIn(asked))
  const data = {
    record,
    because: becauseIn(asked),
    fields: registerFields[record.kind],
    options: registerOptions,
    answers: answers ?? typedOf(record),
    errors,
    hasChanged,
    typedBefore: asked.typed !== undefined,
    back,
  }
  return show('register/edit', data, hasChanged === true ? 409 : errors === undefined ? 200 : 400)
}

const open =
  (kind: Kind) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const record = await readRecord(asked, kind)
    if (record === undefined) return nothingHere()
    const { typed } = asked
    if (typed !== undefined && typed.get('version') !== record.etag)
      return shown(asked, record, { hasChanged: true })
    return shown(asked, record, typed && { answers: readAnswers(typed, registerFields[kind]) })
  }

/** Where what the API says of a field is mended. */
const places: readonly (readonly [pointer: RegExp, field: string])[] = [
  [/^\/(name|names\/0)(\/given)?$/, 'given'],
  [/^\/(name|names\/0)\/family$/, 'family'],
  [/^\/dateOfBirth/, 'dateOfBirth'],
  [/^\/sex/, 'sex'],
  [/^\/nhsNumber/, 'nhsNumber'],
  [/^\/status\/from/, 'statusFrom'],
  [/^\/status/, 'statusCode'],
  [/^\/phones/, 'phone'],
  [/^\/addresses\/0\/houseNumber/, 'houseNumber'],
  [/^\/addresses\/0\/street/, 'street'],
  [/^\/addresses\/0\/town/, 'town'],
  [/^\/addresses/, 'postcode'],
  [/^\/allocatedTeam$/, 'allocatedTeam'],
  [/^\/allocatedTeamContact/, 'allocatedTeamContact'],
  [/^\/school/, 'school'],
  [/^\/gp/, 'gp'],
]

/** What an answer that was not taken becomes; none where no page can mend it. */
const notTaken = ({ status, errors }: Problem): More | undefined => {
  if (status === 409 || status === 412) return { hasChanged: true }
  if (status !== 400) return undefined
  const fields = errors.map(
    ({ pointer }) => places.find(([pattern]) => pattern.test(pointer))?.[1] ?? 'given',
  )
  return {
    errors: [...new Set(fields)].map((field) => ({ field, text: 'register.error.field' })),
  }
}

const authorityOf = ({ acting, deps }: AskedInRole): string => {
  const { organisation } = acting.position
  return deps.built.settings.authorities.find(({ key }) => key === organisation)?.code ?? ''
}

/** Records what is new of somebody, on the version that was read. */
const edit =
  (kind: Kind) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const { ask, visit } = asked
    const record = await readRecord(asked, kind)
    if (record === undefined) return nothingHere()
    const answers = readAnswers(visit.form, registerFields[kind])
    const answer = await ask({
      method: 'PUT',
      path: `/${kind}/${localIdOf(record)}`,
      headers: { 'If-Match': visit.form.get('version') ?? '' },
      body: bodyOf(record, answers, authorityOf(asked)),
    })
    const more = answer.kind === 'problem' ? notTaken(answer.problem) : undefined
    // Where a colleague wrote meanwhile, the form has the record as it stands: typed over it, theirs would be undone unseen.
    if (more !== undefined)
      return shown(asked, record, more.hasChanged ? more : { answers, ...more })
    given(recordedSchema, answer)
    return go(pathOf(record, becauseIn(asked), { said: 'edited' }))
  }

const both = (kind: Kind) => ({ get: open(kind), post: edit(kind) })

export const editAnswers: Answers['inRole'] = {
  'register-child-edit': both('children'),
  'register-adult-edit': both('adults'),
}
