import type { Asked, AskedSignedIn } from './asked.ts'
import { type Answer, go } from './http/answer.ts'
import { isHubId } from './http/hub-id.ts'
import { isOfSomeRoles, pageAt } from './pages.ts'
import { ownerOf, type Session } from './session/session.ts'

type Keeping = Pick<Asked, 'visit' | 'deps' | 'now'>

const keptFor = ({ visit }: Keeping, session: Session, of = '') => ({
  owner: ownerOf(session),
  path: `${visit.path}${of}`,
})

/** Keeps a form as it was sent; its token is made anew for each page. */
const keep = (asked: Keeping, session: Session, of?: string): Promise<void> => {
  const form = new URLSearchParams(asked.visit.form)
  form.delete('_token')
  return asked.deps.keeping.keepForm(keptFor(asked, session, of), form.toString(), asked.now)
}

const readKept = async (
  asked: Keeping,
  session: Session,
  of?: string,
): Promise<URLSearchParams | undefined> => {
  const kept = await asked.deps.keeping.readForm(keptFor(asked, session, of), asked.now)
  return kept === undefined ? undefined : new URLSearchParams(kept)
}

/** Keeps what somebody typed, for a day, and says where it is then found. */
export const keepTyped = async (asked: Keeping, session: Session): Promise<string> => {
  await keep(asked, session)
  return `${asked.visit.path}?kept=yes`
}

/** The same of a form that was trusted and then not taken; where it cannot be kept either, nothing is said to be. */
export const keepNotTaken = async (
  asked: Keeping & Pick<Asked, 'who'>,
): Promise<string | undefined> => {
  const { visit, who } = asked
  const page = pageAt(visit.path)
  if (visit.method !== 'POST' || who.kind !== 'known' || page === undefined) return undefined
  if (!isOfSomeRoles(page.name)) return undefined
  return keepTyped(asked, who.session).catch(() => undefined)
}

/** What was kept of this page, where somebody comes back for it. */
export const typedBefore = async (
  asked: Keeping,
  session: Session,
): Promise<URLSearchParams | undefined> => {
  return asked.visit.query['kept'] === 'yes' ? readKept(asked, session) : undefined
}

/** Once it was sent on it is kept no more. That it is kept for a day too long does no harm to what was sent. */
export const letGo = async (asked: Keeping, session: Session): Promise<void> => {
  await asked.deps.keeping.dropForm(keptFor(asked, session)).catch(() => undefined)
}

/** Where a question of a page is answered that was kept under this number. */
export const answerOf = (path: string, id: string): string => `${path}?asked=${id}`

/**
 * Keeps a question for a day, and goes on to where it is answered. What was asked stands in no address, and a browser goes back to the
 * answer without asking whether to send the form again.
 */
export const keepQuestion = async (asked: AskedSignedIn): Promise<Answer> => {
  const id = asked.deps.newId(asked.now)
  await keep(asked, asked.session, ` ${id}`)
  return go(answerOf(asked.visit.path, id))
}

/** The question that an address stands for, to whoever asked it; to anybody else, and after its day, there is none. */
export const questionIn = async (
  asked: Keeping,
  session: Session,
): Promise<URLSearchParams | undefined> => {
  const { method, query } = asked.visit
  const id = query['asked']
  return method === 'GET' && isHubId(id) ? readKept(asked, session, ` ${id}`) : undefined
}
