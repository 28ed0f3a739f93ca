import type { Asked } from './asked.ts'
import { isOfSomeRoles, pageAt } from './pages.ts'
import { ownerOf, type Session } from './session/session.ts'

type Keeping = Pick<Asked, 'visit' | 'deps' | 'now'>

const keptFor = ({ visit }: Keeping, session: Session) => ({
  owner: ownerOf(session),
  path: visit.path,
})

/** Keeps what somebody typed, for a day, and says where it is then found. */
export const keepTyped = async (asked: Keeping, session: Session): Promise<string> => {
  const { visit, deps, now } = asked
  const form = new URLSearchParams(visit.form)
  form.delete('_token')
  await deps.keeping.keepForm(keptFor(asked, session), form.toString(), now)
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
