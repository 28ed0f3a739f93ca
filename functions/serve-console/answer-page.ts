import type { Answers, Asked } from './asked.ts'
import type { Deps } from './deps.ts'
import { formNotTrusted, nothingHere, tooMuch } from './errors.ts'
import { type Answer, go, show } from './http/answer.ts'
import { isFromHere } from './http/same-site.ts'
import { type FoundPage, isOfSomeRoles, isSeenBy, pageAt } from './pages.ts'
import { formSecretOf, isFormToken } from './session/form-token.ts'
import { type Acting, ownerOf, type Session } from './session/session.ts'

type Doing = 'get' | 'post'

/** Keeps what somebody typed whose session was over when they sent it. */
const keepTyped = async ({ visit, who, deps, now }: Asked): Promise<Answer> => {
  const known = who.kind === 'over' ? who.session : undefined
  const isTheirs =
    known !== undefined &&
    isFromHere(visit.headers, deps.url.origin) &&
    isFormToken(formSecretOf(known), visit.form.get('_token') ?? '')
  if (isTheirs) {
    const form = new URLSearchParams(visit.form)
    form.delete('_token')
    await deps.keeping.keepForm({ owner: ownerOf(known), path: visit.path }, form.toString(), now)
  }
  const to = isTheirs ? `${visit.path}?kept=yes` : visit.path
  return show('session-over', { isKept: isTheirs, to }, 401)
}

const toSignIn = ({ visit }: Asked): Answer => {
  const query = new URLSearchParams(visit.query)
  const to = query.size === 0 ? visit.path : `${visit.path}?${query}`
  return go(to === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`)
}

/** A form is taken from a page of the console itself, made for this very session. */
const isTrusted = ({ visit, deps }: Asked, session: Session): boolean =>
  isFromHere(visit.headers, deps.url.origin) &&
  isFormToken(formSecretOf(session), visit.form.get('_token') ?? visit.headers['form-token'] ?? '')

const typedBefore = async (
  { visit, deps, now }: Asked,
  acting: Acting,
): Promise<URLSearchParams | undefined> => {
  if (visit.query['kept'] !== 'yes') return undefined
  const kept = await deps.keeping.takeForm({ owner: ownerOf(acting), path: visit.path }, now)
  return kept === undefined ? undefined : new URLSearchParams(kept)
}

const inRole = async (
  { name }: FoundPage,
  asked: Asked & { readonly session: Session; readonly acting: Acting | undefined },
  answers: Answers,
): Promise<Answer> => {
  const { acting, deps, visit } = asked
  if (acting === undefined) return go(`/choose-role?${new URLSearchParams({ to: visit.path })}`)
  if (!isSeenBy(name, acting.position.role)) return nothingHere()
  const answer = answers.inRole[name]?.[doingOf(asked)]
  if (answer === undefined) return nothingHere()
  // Whoever asks whether there is a page reads none: it is there, whatever stands in it.
  if (visit.method === 'HEAD') return empty(200)
  const typed = await typedBefore(asked, acting)
  return answer({ ...asked, acting, ask: deps.askAs(acting), typed })
}

const empty = (status: number): Answer => ({
  kind: 'bytes',
  status,
  type: 'text/html; charset=utf-8',
  cache: 'no-store',
  body: '',
})

const aheadHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

/** What a browser fetches before anybody asks for it: it would stand in the log as read, and stop an alarm. */
const isAhead = ({ headers }: Asked['visit']): boolean =>
  aheadHeaders.some((name) => /prefetch|prerender|preview/i.test(headers[name] ?? ''))

const doingOf = ({ visit: { method } }: Asked): Doing => (method === 'POST' ? 'post' : 'get')

const forSomebody = async (found: FoundPage, asked: Asked, answers: Answers): Promise<Answer> => {
  const { who, visit } = asked
  if (isAhead(visit)) return empty(503)
  if (who.kind !== 'known') return visit.method === 'POST' ? keepTyped(asked) : toSignIn(asked)
  const { session, acting } = who
  if (visit.method === 'POST' && !isTrusted(asked, session)) return formNotTrusted()
  if (isOfSomeRoles(found.name)) return inRole(found, { ...asked, session, acting }, answers)
  const answer = answers.signedIn[found.name]?.[doingOf(asked)]
  return answer === undefined ? nothingHere() : answer({ ...asked, session })
}

/** Signing out is a form as any other; whoever is signed out already has nothing to end. */
const forEverybody = (
  found: FoundPage,
  asked: Asked,
  answers: Answers,
): Answer | Promise<Answer> => {
  const { who, visit } = asked
  const answer = answers.everybody[found.name]?.[doingOf(asked)]
  if (answer === undefined) return nothingHere()
  if (visit.method === 'POST') {
    const isFromUs = isFromHere(visit.headers, asked.deps.url.origin)
    if (!isFromUs || (who.kind !== 'nobody' && !isTrusted(asked, who.session)))
      return formNotTrusted()
  }
  return answer(asked)
}

const methods = new Set(['GET', 'HEAD', 'POST'])

/** Answers a request by the page that it is for, if whoever asks sees that. */
export const answerPage =
  (answers: Answers) =>
  async (asked: { readonly deps: Deps } & Omit<Asked, 'params'>): Promise<Answer> => {
    const found = methods.has(asked.visit.method) ? pageAt(asked.visit.path) : undefined
    if (found === undefined) return nothingHere()
    if (asked.visit.isTooLarge) return tooMuch()
    const isOpen = answers.everybody[found.name] !== undefined
    const whole = { ...asked, params: found.params }
    return isOpen ? forEverybody(found, whole, answers) : forSomebody(found, whole, answers)
  }
