import { createHash } from 'node:crypto'
import type { Answers, Asked } from '../asked.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { cookieKind } from '../http/cookies.ts'
import { localPathOf } from '../http/local-path.ts'
import { seal, unseal } from '../session/seal-session.ts'
import { mostHours, type Session } from '../session/session.ts'
import { sessionCookie } from '../session/session-cookie.ts'
import { type Person, personOfClaims } from './person-of-claims.ts'
import { underwaySchema } from './provider.ts'

/** For as long may somebody be at the identity provider. */
const underwaySeconds = 600
const hour = 3_600_000

const start = async ({ visit, deps }: Asked): Promise<Answer> => {
  const { url, underway } = await deps.provider.begin(localPathOf(visit.query['to']))
  const sealed = await seal(deps.cookieKeys, 'sign-in', underway)
  const cookie = cookieKind(deps.url).set('sign-in', sealed, underwaySeconds)
  return { kind: 'leave', to: url, cookies: [cookie] }
}

/** A session of its own for each sign-in: whatever cookie the browser had before is worth nothing. */
const sessionOf = (person: Person, { now, deps }: Asked): Session => ({
  ...person,
  positions: [...person.positions],
  id: deps.newId(now),
  secret: deps.newSecret(),
  startedAt: now.getTime(),
  seenAt: now.getTime(),
})

const firstPageOf = ({ positions }: Person, to: string): string =>
  positions.length > 1 ? `/choose-role?${new URLSearchParams({ to })}` : to

/** @throws where what came back is not what was asked for */
const personWhoCame = async ({ visit, deps }: Asked) => {
  const sealed = visit.cookies.get(cookieKind(deps.url).nameOf('sign-in'))
  const underway = underwaySchema.parse(await unseal(deps.cookieKeys, 'sign-in', sealed))
  const claims = await deps.provider.finish(visit.query, underway)
  return { person: personOfClaims(claims, deps.built.settings), to: underway.to }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/** Who it is, for whoever asks the log about one work id, and as what. */
const inLog = ({ workId, positions }: Pick<Person, 'workId' | 'positions'>) => ({
  practitioner: createHash('sha256').update(`work id ${workId}`).digest('hex').slice(0, 20),
  ...(positions.length === 1 && { kind: positions[0]?.role ?? '' }),
  count: positions.length,
})

/** Ends the session that a browser came with, so that no copy of its cookie is answered. */
const endHere = async ({ who, visit, deps, now }: Asked): Promise<void> => {
  if (who.kind === 'nobody') return
  await deps.keeping.endSession(who.session.id, new Date(now.getTime() + 2 * mostHours * hour))
  deps.log('info', 'SIGNED_OUT', { requestId: visit.requestId, ...inLog(who.session) })
}

const finish = async (asked: Asked): Promise<Answer> => {
  const { deps, visit } = asked
  const { requestId } = visit
  const cleared = cookieKind(deps.url).clear('sign-in')
  const came = await personWhoCame(asked).catch((error: unknown) => {
    deps.log('warn', 'SIGN_IN_FAILED', { requestId, errorName: nameOf(error) })
  })
  if (came === undefined) return { ...show('sign-in-failed', {}, 400), cookies: [cleared] }
  const { person, to } = came
  if (person === undefined || person.positions.length === 0) {
    deps.log('warn', 'SIGN_IN_REFUSED', { requestId, ...(person && inLog(person)) })
    return { ...show('sign-in-none', {}, 403), cookies: [cleared] }
  }
  await endHere(asked)
  deps.log('info', 'SIGNED_IN', { requestId, ...inLog(person) })
  const cookies = [cleared, await sessionCookie(sessionOf(person, asked), deps)]
  return { ...go(firstPageOf(person, to)), cookies }
}

/** Ends the session here, so that no copy of its cookie is answered, and then at the provider. */
const end = async (asked: Asked): Promise<Answer> => {
  const { deps } = asked
  await endHere(asked)
  const back = new URL(`${deps.url.href}/sign-in?out=yes`)
  const cookies = [cookieKind(deps.url).clear('session')]
  const provided = await deps.provider.end(back).catch(() => undefined)
  if (provided === undefined) return { ...go('/sign-in?out=yes'), cookies }
  // A browser follows no redirect of a form to where no form may go: the page itself leads on.
  return { ...show('signing-out', { provided: provided.href }), cookies }
}

export const signInAnswers: Answers['everybody'] = {
  'sign-in': {
    get: ({ visit, who }) => {
      if (who.kind === 'known') return go(localPathOf(visit.query['to']))
      const to = localPathOf(visit.query['to'])
      return show('sign-in', { to, isOut: visit.query['out'] === 'yes' })
    },
  },
  'sign-in-start': { get: start },
  'signed-in': { get: finish },
  'sign-out': { post: end },
}
