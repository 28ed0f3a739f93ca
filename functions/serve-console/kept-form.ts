import { uuidSchema } from '../../shared/kernel/ids.ts'
import type { Asked, AskedSignedIn } from './asked.ts'
import { type Answer, go } from './http/answer.ts'
import { isOfSomeRoles, pageAt } from './pages.ts'
import { ownerOf, type Session } from './session/session.ts'

type Keeping = Pick<Asked, 'visit' | 'deps' | 'now'>

const keptFor = ({ visit }: Keeping, session: Session, of = '') => ({
  owner: ownerOf(session),
  path: `${visit.path}${of}`,
})

/** A form as it was sent; its token is made anew for each page. */
const sentForm = ({ visit }: Keeping): string => {
  const form = new URLSearchParams(visit.form)
  form.delete('_token')
  return form.toString()
}

/** Keeps what somebody typed, for a day, and says where it is then found. */
export const keepTyped = async (asked: Keeping, session: Session): Promise<string> => {
  const { visit, deps, now } = asked
  await deps.keeping.keepForm(keptFor(asked, session), sentForm(asked), now)
  return `${visit.path}?kept=yes`
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
  const { visit, deps, now } = asked
  if (visit.query['kept'] !== 'yes') return undefined
  const kept = await deps.keeping.readForm(keptFor(asked, session), now)
  return kept === undefined ? undefined : new URLSearchParams(kept)
}

/** Once it was sent on it is kept no more. That it is kept for a day too long does no harm to what was sent. */
export const letGo = async (asked: Keeping, session: Session): Promise<void> => {
  await asked.deps.keeping.dropForm(keptFor(asked, session)).catch(() => undefined)
}

/**
 * Keeps a question for a day, and goes on to where it is answered. What was asked stands in no address, and a browser goes back to the
 * answer without asking whether to send the form again.
 */
export const keepQuestion = async (asked: AskedSignedIn): Promise<Answer> => {
  const { visit, session, deps, now } = asked
  const id = deps.newId(now)
  await deps.keeping.keepForm(keptFor(asked, session, ` ${id}`), sentForm(asked), now)
  return go(`${visit.path}?asked=${id}`)
}

/** The question that an address stands for, to whoever asked it; to anybody else, and after its day, there is none. */
export const questionIn = async (
  asked: Keeping,
  session: Session,
): Promise<URLSearchParams | undefined> => {
  const { method, query } = asked.visit
  const { data: id } = uuidSchema.safeParse(query['asked'])
  if (method !== 'GET' || id === undefined) return undefined
  const kept = await asked.deps.keeping.readForm(keptFor(asked, session, ` ${id}`), asked.now)
  return kept === undefined ? undefined : new URLSearchParams(kept)
}
