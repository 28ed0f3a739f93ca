import type { AskedInRole } from '../asked.ts'
import { ownerOf } from '../session/session.ts'
import { type Draft, draftSchema } from './draft.ts'

/** The concern that whoever asks is writing; none where a day has passed, or they began none. */
export const readOwn = async ({
  session,
  deps,
  now,
}: Pick<AskedInRole, 'session' | 'deps' | 'now'>): Promise<Draft | undefined> =>
  draftSchema.safeParse(await deps.keeping.readDraft(ownerOf(session), now)).data

/** Whether a page that was sent belongs to this concern: another tab may have begun one about another family since. */
export const isOf = (draft: Draft, form: URLSearchParams): boolean =>
  (form.get('draft') ?? draft.id) === draft.id

/** A new one, in which stands who writes it. */
export const begun = ({ session, deps, now }: AskedInRole, corrects?: string): Draft => ({
  id: deps.newId(now),
  startedAt: now.toISOString(),
  ...(corrects !== undefined && { corrects }),
  answers: { yourName: session.name },
  adults: [],
  children: [],
})

export const saveOwn = ({ session, deps, now }: AskedInRole, draft: Draft): Promise<void> =>
  deps.keeping.saveDraft(ownerOf(session), { ...draft, savedAt: now.toISOString() }, now)

export const dropOwn = ({ session, deps }: AskedInRole): Promise<void> =>
  deps.keeping.dropDraft(ownerOf(session))
