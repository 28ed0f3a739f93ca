import type { Answers, Asked } from './asked.ts'
import type { Deps } from './deps.ts'
import { closedPage, formNotTrusted, nothingHere, tooMuch } from './errors.ts'
import { type Answer, go, show } from './http/answer.ts'
import { isFromHere } from './http/same-site.ts'
import { keepNotTaken, keepTyped, letGo, questionIn, typedBefore } from './kept-form.ts'
import { type FoundPage, isOfSomeRoles, isSeenBy, type PageName, pageAt, pages } from './pages.ts'
import { formSecretOf, isFormToken } from './session/form-token.ts'
import type { Acting, Session } from './session/session.ts'

type Doing = 'get' | 'post'

/** Whether a form is of the session that somebody had, and so theirs though that is over. */
const isOfOldSession = ({ visit, who, deps }: Asked): boolean =>
  who.kind === 'over' &&
  isFromHere(visit.headers, deps.url.origin) &&
  isFormToken(formSecretOf(who.session), visit.form.get('_token') ?? '')

/** Keeps what somebody typed whose session was over when they sent it. */
const keepOfOld = async (asked: Asked): Promise<Answer> => {
  const { who, visit } = asked
  const isTheirs = who.kind === 'over' && isOfOldSession(asked)
  const to = isTheirs ? await keepTyped(asked, who.session) : visit.path
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

/** Each is logged: somebody may be trying forms of another site on whoever is signed in. */
const notTrusted = ({ deps, visit: { requestId } }: Asked): Answer => {
  deps.log('warn', 'FORM_NOT_TRUSTED', { requestId })
  return formNotTrusted()
}

type Page = NonNullable<Answers['inRole'][PageName]>

/** What answers a request of a page, and by which form: the one that was kept, where its address asks that question again. */
const answering = async (page: Page, asked: Asked, acting: Acting) => {
  const kept = page.question && (await questionIn(asked, acting))
  if (page.question !== undefined && kept !== undefined)
    return { answer: page.question, form: kept }
  return { answer: page[doingOf(asked)] ?? nothingHere, form: asked.visit.form }
}

const inRole = async (
  { name }: FoundPage,
  asked: Asked & { readonly session: Session; readonly acting: Acting | undefined },
  answers: Answers,
): Promise<Answer> => {
  const { acting, deps, visit } = asked
  if (acting === undefined) return go(`/choose-role?${new URLSearchParams({ to: visit.path })}`)
  if (!isSeenBy(name, acting.position.role)) return nothingHere()
  const page = answers.inRole[name]
  if (page?.[doingOf(asked)] === undefined) return nothingHere()
  // Whoever asks whether there is a page reads none: it is there, whatever stands in it.
  if (visit.method === 'HEAD') return empty(200)
  const typed = await typedBefore(asked, acting)
  const ask = deps.askAs({ ...acting, requestId: visit.requestId })
  const { answer, form } = await answering(page, asked, acting)
  const given = await answer({ ...asked, visit: { ...visit, form }, acting, ask, typed })
  const isMended = given.kind !== 'page' || (given.status ?? 200) < 400
  if (visit.method === 'POST' && isMended) await letGo(asked, acting)
  return given
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
  if (who.kind !== 'known') return visit.method === 'POST' ? keepOfOld(asked) : toSignIn(asked)
  const { session, acting } = who
  if (visit.method === 'POST' && !isTrusted(asked, session)) return notTrusted(asked)
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
      return notTrusted(asked)
  }
  return answer(asked)
}

/** Open to everybody, and of use while nothing else is. */
const isOpenWhileClosed = (name: PageName): boolean =>
  pages[name].seenBy === 'everybody' && !['sign-in', 'sign-in-start', 'signed-in'].includes(name)

const isClosed = ({ deps }: Asked, { name }: FoundPage): boolean =>
  deps.built.settings.state === 'closed' && !isOpenWhileClosed(name)

/** While the hub is worked on: what to do instead, and what was typed is kept. */
const whileClosed = async (asked: Asked): Promise<Answer> => {
  const { who, visit } = asked
  const isTheirs = who.kind === 'known' && visit.method === 'POST' && isTrusted(asked, who.session)
  if (isTheirs) return closedPage(await keepNotTaken(asked))
  const isOfOld = who.kind === 'over' && isOfOldSession(asked)
  return closedPage(isOfOld ? await keepTyped(asked, who.session) : undefined)
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
    if (isClosed(whole, found)) return whileClosed(whole)
    return isOpen ? forEverybody(found, whole, answers) : forSomebody(found, whole, answers)
  }
