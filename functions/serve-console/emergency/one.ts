import * as z from 'zod'
import { emergencyReviewSchema } from '../../../shared/reviews/emergency-access.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, type FieldError, go, showForm } from '../http/answer.ts'
import { isHubId } from '../http/hub-id.ts'
import { type FromHub, given } from '../hub/ask-as.ts'
import { authorityIn } from '../lead/contested.ts'
import { mayDo, readAccess, standingOf } from './access.ts'

const saids = ['asked', 'approved', 'reviewed'] as const

/** What was just done is said to whoever did it, though they pass the address on. */
const isToldOf = (
  said: (typeof saids)[number],
  { isAsker, isApprover }: ReturnType<typeof mayDo>,
): boolean => ({ asked: isAsker, approved: isApprover, reviewed: !isAsker && !isApprover })[said]

type Typed = { readonly verdict: string; readonly reason: string }
type More = {
  readonly answers?: Typed
  readonly errors?: readonly FieldError[]
  readonly hasChanged?: true
}

const typedIn = (form: URLSearchParams): Typed => ({
  verdict: form.get('verdict') ?? '',
  reason: (form.get('reason') ?? '').slice(0, 2_000),
})

const shown = async (asked: AskedInRole, more: More = {}): Promise<Answer> => {
  const access = await readAccess(asked)
  if (access === undefined) return nothingHere()
  const { answers = asked.typed ? typedIn(asked.typed) : { verdict: '', reason: '' } } = more
  const may = mayDo(access, asked)
  const said = saids.find((one) => one === asked.visit.query['said'])
  return showForm('emergency/one', {
    access,
    standing: standingOf(access, asked.now),
    council: authorityIn(asked, access.authority)?.name ?? access.authority,
    said: said !== undefined && isToldOf(said, may) ? said : undefined,
    ...may,
    ...more,
    answers,
    back: asked.acting.position.role === 'social-worker' ? '/' : '/emergency',
  })
}

/** Done, or the page as it stands now; what no page can mend is thrown. */
const after = async (
  answer: FromHub,
  asked: AskedInRole,
  { said, ...more }: More & { readonly said: (typeof saids)[number] },
): Promise<Answer> => {
  const { id = '' } = asked.params
  if (answer.kind === 'ok') return go(`/emergency/${id}?said=${said}`)
  const { status } = answer.problem
  if (status === 409) return shown(asked, { ...more, hasChanged: true })
  if (status === 403)
    return shown(asked, { ...more, errors: [{ field: 'do', text: 'emergency.error.same' }] })
  given(z.never(), answer)
  return nothingHere()
}

const approve = async (asked: AskedInRole, id: string): Promise<Answer> => {
  const answer = await asked.ask({ method: 'POST', path: `/emergency-access/${id}/approval` })
  return after(answer, asked, { said: 'approved' })
}

const reviewWrongWith = (typed: Typed): readonly FieldError[] => {
  const { verdict, reason } = emergencyReviewSchema.shape
  return [
    ...(verdict.safeParse(typed.verdict).success
      ? []
      : [{ field: 'verdict', text: 'emergency.error.verdict' } as const]),
    ...(reason.safeParse(typed.reason).success
      ? []
      : [{ field: 'reason', text: 'emergency.error.reason' } as const]),
  ]
}

const review = async (asked: AskedInRole, id: string): Promise<Answer> => {
  const answers = typedIn(asked.visit.form)
  const errors = reviewWrongWith(answers)
  if (errors.length > 0) return shown(asked, { answers, errors })
  const path = `/emergency-access/${id}/review`
  const answer = await asked.ask({ method: 'POST', path, body: answers })
  return after(answer, asked, { said: 'reviewed', answers })
}

/** What somebody asked to read: for whoever asked, for who is to approve it, and for who reviews it afterwards. */
export const emergencyAnswers: Answers['inRole'] = {
  emergency: {
    get: (asked) => shown(asked),
    post: (asked) => {
      const { id = '' } = asked.params
      if (!isHubId(id)) return nothingHere()
      return asked.visit.form.get('do') === 'review' ? review(asked, id) : approve(asked, id)
    },
  },
}
