import type { AuthorityCode } from './authorities.ts'
import { authorityIn, type Directory, isServedOn, knownAuthority } from './directory.ts'
import { type Holder, holderOf, holdingQueue, isAuthority } from './holder.ts'

/** Authorities of the directory that are no longer served. One that cannot be read has not ended as far as anybody knows: nothing of it moves. */
export const endedOn = (directory: Directory, today: string): readonly AuthorityCode[] =>
  directory.authorities
    .filter(({ until }) => until !== undefined && until <= today)
    .map(({ code }) => code)

/** Who is served today in the place of one that has ended, itself never; several where it was divided. In the place of one that cannot be read nobody is. */
export const replacementsOf = (
  directory: Directory,
  ended: string,
  today: string,
): readonly AuthorityCode[] => {
  const found = new Set<AuthorityCode>()
  const asked = new Set<string>()
  const left: string[] = [ended]
  for (let code = left.pop(); code !== undefined; code = left.pop()) {
    const authority = asked.has(code) ? undefined : knownAuthority(directory, code)
    asked.add(code)
    if (authority === undefined) continue
    if (isServedOn(authority, today)) found.add(authority.code)
    else left.push(...(authority.replacedBy ?? []))
  }
  return [...found]
}

/** Where a concern says that the child is, and the day on which it was received. */
type Sent = { readonly stated: string; readonly on: string }

/**
 * Who takes over what an ended authority had open about a concern: its one replacement; of several the one that answers for
 * the place where the child was said to be while the ended one was served; else the partnership lead, who places it. Later
 * whoever writes the place chooses by it who reads the ended register, so it is a person’s to say.
 */
export const successorFor = (
  directory: Directory,
  { ended, sent }: { readonly ended: string; readonly sent?: Sent },
  today: string,
): Holder => {
  const only = holderOf(directory, ended, today)
  if (isAuthority(only)) return only
  const until = authorityIn(directory, ended)?.until
  if (sent === undefined || until === undefined || sent.on >= until) return holdingQueue
  const where = holderOf(directory, sent.stated, today)
  return replacementsOf(directory, ended, today).some((code) => code === where)
    ? where
    : holdingQueue
}

/** Whether an authority that is served took the place of this ended one, alone or beside others. */
export const hasReplaced = (
  directory: Directory,
  { authority, ended }: { readonly authority: string; readonly ended: string },
  today: string,
): boolean =>
  authority !== ended && replacementsOf(directory, ended, today).some((code) => code === authority)
