import middy from '@middy/core'
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { framesOf } from '../../shared/logging/frames-of.ts'
import { giveAnswers } from './alerts/answer.ts'
import { listAnswers } from './alerts/list.ts'
import { matchAnswers } from './alerts/match.ts'
import { readerAnswers } from './alerts/readers.ts'
import { showAnswers } from './alerts/show.ts'
import { answerPage } from './answer-page.ts'
import type { Answers, Asked } from './asked.ts'
import { askAnswers } from './audit/ask.ts'
import { exportAnswers } from './audit/export.ts'
import { peopleAnswers } from './audit/people.ts'
import { proofAnswers } from './audit/proofs.ts'
import { subjectAccessAnswers } from './audit/subject-access.ts'
import { agreeAnswers } from './chronology/agree.ts'
import { chronologyAnswers } from './chronology/read.ts'
import { checkAnswers } from './concern/check.ts'
import { dangerAnswers } from './concern/danger.ts'
import { startAnswers } from './concern/start.ts'
import { writeAnswers } from './concern/write.ts'
import { followAnswers } from './concerns/follow.ts'
import { sayLaterAnswers } from './concerns/say-later.ts'
import type { Deps, Who } from './deps.ts'
import { developerAnswers } from './developers/endpoints.ts'
import { askEmergencyAnswers } from './emergency/ask.ts'
import { listEmergencyAnswers } from './emergency/list.ts'
import { emergencyAnswers } from './emergency/one.ts'
import { readEmergencyAnswers } from './emergency/read.ts'
import { errorPage, isKeptAfter } from './errors.ts'
import { helpAnswers } from './help/endpoints.ts'
import { homeAnswers } from './home/endpoints.ts'
import type { Answer } from './http/answer.ts'
import { assetAt } from './http/asset.ts'
import { languageCookies, otherLanguages, readLanguage } from './http/read-language.ts'
import { type Visit, visitOf } from './http/read-visit.ts'
import { headersOfPage, toResult, type Written } from './http/to-result.ts'
import { problemIn } from './hub/ask-as.ts'
import { identityAnswers } from './identity/endpoints.ts'
import { keepNotTaken } from './kept-form.ts'
import { errorsOf, layoutOf } from './layout.ts'
import { contestedAnswers } from './lead/contested.ts'
import { questionAnswers } from './lead/questions.ts'
import { watchAnswers } from './lead/watch.ts'
import { lateAnswers } from './manager/late.ts'
import { measureAnswers } from './manager/measures.ts'
import { addAnswers } from './register/add.ts'
import { correctAnswers } from './register/correct.ts'
import { editAnswers } from './register/edit.ts'
import { registerAnswers } from './register/find.ts'
import { liftAnswers } from './register/lift.ts'
import { loadAnswers } from './register/loads.ts'
import { relateAnswers } from './register/relate.ts'
import { type Render, renderIn } from './render/render.ts'
import { sessionAnswers } from './session/endpoints.ts'
import { usedAt } from './session/session.ts'
import { sessionCookie } from './session/session-cookie.ts'
import { whoAsks } from './session/who-asks.ts'
import { signInAnswers } from './sign-in/endpoints.ts'
import { type Language, sayIn } from './texts/texts.ts'

export type ConsoleHandler = (
  event: APIGatewayProxyEvent,
  context: Context,
) => Promise<APIGatewayProxyResult>

const answers: Answers = {
  everybody: { ...signInAnswers, ...helpAnswers, ...developerAnswers },
  signedIn: sessionAnswers,
  inRole: {
    ...homeAnswers,
    ...startAnswers,
    ...dangerAnswers,
    ...writeAnswers,
    ...checkAnswers,
    ...followAnswers,
    ...sayLaterAnswers,
    ...listAnswers,
    ...showAnswers,
    ...matchAnswers,
    ...readerAnswers,
    ...giveAnswers,
    ...chronologyAnswers,
    ...agreeAnswers,
    ...identityAnswers,
    ...askEmergencyAnswers,
    ...listEmergencyAnswers,
    ...emergencyAnswers,
    ...readEmergencyAnswers,
    ...lateAnswers,
    ...measureAnswers,
    ...questionAnswers,
    ...contestedAnswers,
    ...watchAnswers,
    ...askAnswers,
    ...proofAnswers,
    ...exportAnswers,
    ...peopleAnswers,
    ...subjectAccessAnswers,
    ...registerAnswers,
    ...loadAnswers,
    ...addAnswers,
    ...relateAnswers,
    ...editAnswers,
    ...correctAnswers,
    ...liftAnswers,
  },
}
const answer = answerPage(answers)

type Renders = Readonly<Record<Language, Render>>

const cached = {
  immutable: 'public, max-age=31536000, immutable',
  'no-store': 'no-store',
} as const

const baseOf = ({ url }: Deps): string => url.pathname.replace(/\/$/, '')

const seeOther = (location: string, cookies: readonly string[]): Written => ({
  status: 303,
  headers: { Location: location, 'Cache-Control': 'no-store' },
  cookies,
  body: '',
})

/** An answer as it is written: a page with its layout, or where to go on to. */
const written = (
  answered: Answer,
  asked: Omit<Asked, 'params'>,
  { render, requestId }: { readonly render: Render; readonly requestId: string },
): Written => {
  const cookies = [...(answered.cookies ?? []), ...languageCookies(asked.visit, asked.deps)]
  switch (answered.kind) {
    case 'go':
      return seeOther(`${baseOf(asked.deps)}${answered.to}`, cookies)
    case 'leave':
      return seeOther(answered.to.href, cookies)
    case 'bytes': {
      const { status = 200, type, cache, body, gzipped, name } = answered
      const headers = {
        'Content-Type': type,
        'Cache-Control': cached[cache],
        ...(name !== undefined && { 'Content-Disposition': `attachment; filename="${name}"` }),
      }
      return { status, headers, cookies, body, ...(gzipped !== undefined && { gzipped }) }
    }
    case 'page': {
      const nonce = asked.deps.newSecret()
      const { page, status = 200, data } = answered
      const errors = errorsOf(data, asked.say)
      const languages = status === 200 ? otherLanguages(asked) : []
      const layout = { ...layoutOf(asked, nonce), languages, requestId }
      const body = render(page, { ...layout, ...data, ...errors })
      const headers = { ...headersOfPage(nonce), ...(status === 503 && { 'Retry-After': '120' }) }
      return { status, headers, cookies, body }
    }
  }
}

/** Each page that somebody sees gives them another fifteen minutes; what sets the cookie itself has done so. */
const renewed = async (
  answered: Answer,
  { who, deps, now }: Omit<Asked, 'params'>,
): Promise<Answer> => {
  if (who.kind !== 'known' || answered.cookies !== undefined || answered.kind === 'bytes')
    return answered
  return { ...answered, cookies: [await sessionCookie(usedAt(who.session, now), deps)] }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

const logFailure = (error: unknown, deps: Deps, requestId: string): void => {
  const status = problemIn(error)?.status
  const isOurs = status === undefined || status >= 500
  deps.log(isOurs ? 'error' : 'warn', isOurs ? 'PAGE_FAILED' : 'PAGE_REFUSED', {
    requestId,
    errorName: nameOf(error instanceof Error ? (error.cause ?? error) : error),
    ...(status === undefined ? { frames: framesOf(error) } : { status }),
  })
}

/** What is asked, in the language in which whoever asks is answered. */
const askedBy = (who: Who, visit: Visit, deps: Deps) => {
  const language = readLanguage(visit, who, deps)
  return { visit, who, language, say: sayIn(language), now: deps.now(), deps }
}

const answered = async (visit: Visit, deps: Deps, requestId: string) => {
  const asked = askedBy({ kind: 'nobody' }, visit, deps)
  try {
    const known = askedBy(await whoAsks(visit, deps, asked.now), visit, deps)
    const given = await answer(known).catch(async (error: unknown) => {
      logFailure(error, deps, requestId)
      return errorPage(error, isKeptAfter(error) ? await keepNotTaken(known) : undefined)
    })
    return { asked: known, given: await renewed(given, known) }
  } catch (error) {
    logFailure(error, deps, requestId)
    return { asked, given: errorPage(error) }
  }
}

const respond = async (
  event: APIGatewayProxyEvent,
  deps: Deps,
  renders: Renders,
): Promise<APIGatewayProxyResult> => {
  const { requestId } = event.requestContext
  const visit = visitOf(event)
  const asset = assetAt(visit, deps.built)
  if (asset !== undefined) return toResult(asset, visit.headers)
  const { asked, given } = await answered(visit, deps, requestId)
  const render = renders[asked.language]
  return toResult(written(given, asked, { render, requestId }), visit.headers)
}

/** The console: pages for a browser, each answered by the hub's own API as the person who signed in. */
export const createHandler = (deps: Deps): ConsoleHandler => {
  const base = baseOf(deps)
  const renders: Renders = {
    en: renderIn(deps.built, base, 'en'),
    cy: renderIn(deps.built, base, 'cy'),
  }
  const begun = new WeakMap<object, number>()
  const measured: middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> = {
    before: ({ event }) => void begun.set(event, deps.now().getTime()),
    after: ({ event, response }) => {
      const { requestId } = event.requestContext
      const milliseconds = deps.now().getTime() - (begun.get(event) ?? 0)
      deps.log('info', 'PAGE_ANSWERED', {
        requestId,
        status: response?.statusCode ?? 0,
        milliseconds,
      })
    },
  }
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(measured)
    .handler((event: APIGatewayProxyEvent) => respond(event, deps, renders))
}
