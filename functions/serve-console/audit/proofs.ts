import { checkpointIn } from '../../../shared/audit/checkpoint.ts'
import { entryIdSchema } from '../../../shared/kernel/ids.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, show, showForm } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { given } from '../hub/ask-as.ts'
import { answerOf, keepQuestion } from '../kept-form.ts'
import { linesOf } from './entry.ts'
import {
  consistencySchema,
  entryOfLeaf,
  isContinued,
  isIncluded,
  type Proof,
  proofSchema,
} from './integrity.ts'

const readProof = async ({
  ask,
  params: { id = '' },
}: AskedInRole): Promise<Proof | 'unsealed' | undefined> => {
  if (!entryIdSchema.safeParse(id).success) return undefined
  const answer = await ask({ method: 'GET', path: `/audit/entries/${id}/proof` })
  if (answer.kind === 'problem' && answer.problem.status === 404) return 'unsealed'
  return given(proofSchema, answer)
}

/** The answer in which the entry was found, or where questions are asked. */
const backOf = ({ visit: { query } }: AskedInRole): string => {
  const id = query['asked']
  return isHubId(id) ? answerOf('/audit', id) : '/audit'
}

/** An entry with what shows that it stands in the log. */
const one = async (asked: AskedInRole): Promise<Answer> => {
  const proof = await readProof(asked)
  if (proof === undefined) return nothingHere()
  if (proof === 'unsealed') return show('audit/unsealed', { back: backOf(asked) }, 404)
  const entry = entryOfLeaf(proof.leaf)
  return show('audit/entry', {
    id: asked.params['id'],
    index: proof.index,
    size: proof.size,
    holds: entry !== undefined && isIncluded(proof),
    lines: entry === undefined ? [] : linesOf(entry, asked.say),
    back: backOf(asked),
  })
}

/** The same as one text, which the verifier takes. */
const receipt = async (asked: AskedInRole): Promise<Answer> => {
  const proof = await readProof(asked)
  if (proof === undefined || proof === 'unsealed') return nothingHere()
  const name = `receipt-${asked.params['id'] ?? ''}.txt`
  return {
    kind: 'bytes',
    type: 'text/plain; charset=utf-8',
    cache: 'no-store',
    body: proof.receipt,
    name,
  }
}

type Kept = {
  readonly note?: string
  readonly errors?: readonly FieldError[]
  readonly result?: 'holds' | 'broken'
  readonly from?: number
  readonly to?: number
}

const verifyPage = (kept: Kept = {}): Answer =>
  showForm('audit/verify', { ...kept, back: '/audit' })

/** What a browser sends has other ends of lines, and may have lost the last; the three lines of the log are enough. */
const noteIn = (form: URLSearchParams): string => {
  const note = (form.get('note') ?? '').replaceAll('\r\n', '\n').trim()
  return `${note}${note.includes('\n\n') ? '\n' : '\n\n'}`
}

/** Holds a checkpoint that somebody kept against the log of today. */
const verify = async ({ ask, visit }: AskedInRole): Promise<Answer> => {
  const note = noteIn(visit.form)
  const kept = checkpointIn(note)
  const unread = { note, errors: [{ field: 'note', text: 'verify.error.note' } as const] }
  if (kept === undefined || kept.size === 0) return verifyPage(unread)
  const answer = await ask({ method: 'GET', path: `/audit/consistency?from=${kept.size}` })
  // It tells of more entries than there are: the log was shortened, or it is another's.
  if (answer.kind === 'problem' && answer.problem.status === 400)
    return verifyPage({ note, result: 'broken', from: kept.size })
  const grown = given(consistencySchema, answer)
  const result = isContinued(note, grown) ? 'holds' : 'broken'
  return verifyPage({ note, result, from: grown.from, to: grown.to })
}

/** What shows that the log is whole. */
export const proofAnswers: Answers['inRole'] = {
  'audit-entry': { get: one },
  'audit-receipt': { get: receipt },
  'audit-verify': {
    get: ({ typed }) => verifyPage(typed && { note: typed.get('note') ?? '' }),
    post: keepQuestion,
    question: verify,
  },
}
