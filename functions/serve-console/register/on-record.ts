import type { AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, showForm } from '../http/answer.ts'
import { caseWrongWith } from '../http/case.ts'
import type { Problem } from '../hub/ask-as.ts'
import {
  becauseIn,
  isRecordId,
  type Kind,
  pathOf,
  type RegisterRecord,
  readRecord,
} from './record.ts'

/** Whoever comes without a reason, by a link that was kept or after signing in anew, is asked for one. */
const askWhy = (kind: Kind, id: string): Answer =>
  showForm('register/find', { answers: { kind, id }, isWhy: true, back: '/' })

/** A page about a record, once it was read; none where nothing is there. */
export const onRecord =
  (answer: (asked: AskedInRole, record: RegisterRecord) => Promise<Answer> | Answer) =>
  (kind: Kind) =>
  async (asked: AskedInRole): Promise<Answer> => {
    const { id = '' } = asked.params
    if (isRecordId(id) && caseWrongWith(becauseIn(asked)).length > 0) return askWhy(kind, id)
    const record = await readRecord(asked, kind)
    return record === undefined ? nothingHere() : answer(asked, record)
  }

/** How a form about a record was sent: what is to be mended, or that somebody else wrote meanwhile. */
export type Tried = { readonly errors?: readonly FieldError[]; readonly hasChanged?: true }

/** What an answer that was not taken becomes: somebody else wrote meanwhile, or this is to be mended; none where no page can. */
export const triedOf = (
  { status }: Problem,
  errors: readonly FieldError[] | undefined,
): Tried | undefined => {
  if (status === 409 || status === 412) return { hasChanged: true }
  return errors && { errors }
}

/** A form about a record, with why it is looked at. */
export const showOnRecord = (
  page: string,
  { asked, record }: { readonly asked: AskedInRole; readonly record: RegisterRecord },
  data: Tried & Readonly<Record<string, unknown>>,
): Answer => {
  const because = becauseIn(asked)
  return showForm(page, {
    ...{ record, because, typedBefore: asked.typed !== undefined },
    ...data,
    back: pathOf(record),
  })
}

/** What somebody gives as their reason; the API says itself where it takes less. */
export const reasonIn = (form: URLSearchParams): string =>
  (form.get('reason') ?? '').slice(0, 2_000)
