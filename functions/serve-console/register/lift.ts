import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go } from '../http/answer.ts'
import { given, type Problem } from '../hub/ask-as.ts'
import { onRecord, reasonIn, showOnRecord, type Tried, triedOf } from './on-record.ts'
import { type Kind, pathOf, type RegisterRecord } from './record.ts'
import { restrictionsOf } from './record-in-words.ts'

type More = Tried & { readonly reason?: string }

const shown = (asked: AskedInRole, record: RegisterRecord, more: More = {}): Answer => {
  const { workId } = asked.session
  const inForce = restrictionsOf(record)
    .filter(({ isSet }) => isSet)
    .map((one) => ({ ...one, isOwn: one.proposed?.practitioner === workId }))
  // Somebody else lifted it meanwhile, or there is none.
  if (inForce.length === 0) return more.hasChanged === true ? go(pathOf(record)) : nothingHere()
  const { form } = asked.visit
  const chosen = form.get('restriction') ?? asked.typed?.get('restriction') ?? ''
  return showOnRecord('register/lift', { asked, record }, { inForce, chosen, ...more })
}

const open = onRecord((asked, record) =>
  shown(asked, record, { reason: asked.typed?.get('reason') ?? '' }),
)

const liftedSchema = z.object({ status: z.string() })

const toChoose: FieldError = { field: 'restriction', text: 'register.error.restriction' }
const toMend: FieldError = { field: 'reason', text: 'register.error.reason' }

const notTaken = (problem: Problem): More | undefined =>
  triedOf(problem, problem.errors.length > 0 ? [toMend] : undefined)

/** Asks that a restriction be lifted. It is once a second person asks the same of the record as it then stands. */
const lift = onRecord(async (asked, record) => {
  const { form } = asked.visit
  const reason = reasonIn(form)
  const restriction = form.get('restriction') ?? ''
  if (!restrictionsOf(record).some(({ name, isSet }) => isSet && name === restriction))
    return shown(asked, record, { reason, errors: [toChoose] })
  const answer = await asked.ask({
    method: 'POST',
    path: `/${record.kind}/${record.id}/restrictions/lifting`,
    headers: { 'If-Match': form.get('version') ?? '' },
    body: { restriction, reason },
  })
  const more = answer.kind === 'problem' ? notTaken(answer.problem) : undefined
  if (more !== undefined) return shown(asked, record, { reason, ...more })
  const said = given(liftedSchema, answer).status === 'LIFTED' ? 'LIFTED' : 'PROPOSED'
  return go(pathOf(record, { said }))
})

const both = (kind: Kind) => ({ get: open(kind), post: lift(kind) })

export const liftAnswers: Answers['inRole'] = {
  'register-child-lift': both('children'),
  'register-adult-lift': both('adults'),
}
