import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, show } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { becauseIn, type Kind, pathOf, type RegisterRecord, readRecord } from './record.ts'
import { restrictionsOf } from './record-in-words.ts'

type More = {
  readonly reason?: string
  readonly errors?: readonly FieldError[]
  readonly hasChanged?: true
}

const shown = (
  asked: AskedInRole,
  record: RegisterRecord,
  { reason = '', errors, hasChanged }: More = {},
): Answer => {
  const { form, query } = asked.visit
  const wanted = form.get('restriction') ?? asked.typed?.get('restriction') ?? query['restriction']
  const restriction = restrictionsOf(record).find(({ name, isSet }) => isSet && name === wanted)
  const back = pathOf(record, becauseIn(asked))
  // Somebody else lifted it meanwhile, or there is no such restriction.
  if (restriction === undefined) return hasChanged === true ? go(back) : nothingHere()
  const { proposed } = restriction
  const isOwn = proposed?.practitioner === asked.session.workId
  const data = {
    record,
    because: becauseIn(asked),
    restriction,
    isOwn,
    reason,
    errors,
    hasChanged,
    back,
    typedBefore: asked.typed !== undefined,
  }
  const status = hasChanged === true ? 409 : errors === undefined ? 200 : 400
  return show('register/lift', data, status)
}

const open =
  (kind: Kind) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const record = await readRecord(asked, kind)
    const reason = asked.typed?.get('reason') ?? ''
    return record === undefined ? nothingHere() : shown(asked, record, { reason })
  }

const liftedSchema = z.object({ status: z.string() })

const toMend: FieldError = { field: 'reason', text: 'register.error.reason' }

/** What an answer that was not taken becomes; none where no page can mend it. */
const notTaken = ({ status, errors }: Problem): More | undefined => {
  if (status === 409 || status === 412) return { hasChanged: true }
  return errors.length > 0 ? { errors: [toMend] } : undefined
}

const liftingIn = (form: URLSearchParams) => ({
  restriction: form.get('restriction') ?? '',
  reason: (form.get('reason') ?? '').slice(0, 2_000),
})

/** Asks that a restriction be lifted. It is once a second person asks the same of the record as it then stands. */
const lift =
  (kind: Kind) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const { form } = asked.visit
    const record = await readRecord(asked, kind)
    if (record === undefined) return nothingHere()
    const body = liftingIn(form)
    const path = `/${kind}/${record.id}/restrictions/lifting`
    const headers = { 'If-Match': form.get('version') ?? '' }
    const answer = await asked.ask({ method: 'POST', path, headers, body })
    const more = answer.kind === 'problem' ? notTaken(answer.problem) : undefined
    if (more !== undefined) return shown(asked, record, { reason: body.reason, ...more })
    const said = given(liftedSchema, answer).status === 'LIFTED' ? 'LIFTED' : 'PROPOSED'
    return go(pathOf(record, becauseIn(asked), { said }))
  }

const both = (kind: Kind) => ({ get: open(kind), post: lift(kind) })

export const liftAnswers: Answers['inRole'] = {
  'register-child-lift': both('children'),
  'register-adult-lift': both('adults'),
}
