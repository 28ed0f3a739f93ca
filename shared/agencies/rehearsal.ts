import { type Directory, requireReadable } from './directory.ts'
import { type Holder, holderOf } from './holder.ts'

/** Codes and keys of the authority and the agency that the hub rehearses with; nobody works there. */
const rehearsing = ({ authorities, agencies, unreadable = [] }: Directory): ReadonlySet<string> =>
  new Set([
    ...authorities.flatMap(({ code, rehearsal }) => (rehearsal === true ? [code] : [])),
    ...agencies.flatMap(({ key, rehearsal }) => (rehearsal === true ? [key] : [])),
    ...unreadable.flatMap(({ id, rehearsal }) => (rehearsal === true ? [id] : [])),
  ])

/**
 * Tells of others, each an authority by its code or an agency by its key, whether they stand on the same side as this one: what is
 * rehearsed and what is real never meet. Whom the directory does not know is real; on which side one is that cannot be read nobody says.
 * @throws HubError row-unreadable
 */
export const besides = (directory: Directory, one: string): ((other: string) => boolean) => {
  requireReadable(directory, one)
  const rehearses = rehearsing(directory)
  return (other) => rehearses.has(other) === rehearses.has(one)
}

/** Whether it is the authority or the agency that the hub rehearses with. */
export const isRehearsing = (directory: Directory, id: string): boolean =>
  rehearsing(directory).has(id)

/** The directory as an agency or authority may be led by it: of its own side alone, so that nothing real is ever left where nobody works. */
export const sideOf = (directory: Directory, id: string): Directory => {
  const isBeside = besides(directory, id)
  return {
    authorities: directory.authorities.filter(({ code }) => isBeside(code)),
    agencies: directory.agencies.filter(({ key }) => isBeside(key)),
    ...(directory.unreadable && {
      unreadable: directory.unreadable.filter(({ id }) => isBeside(id)),
    }),
  }
}

/** Who answers for a stated place, on one side: whatever a rehearsed concern states, it leads nowhere else. */
export const holderOnSide = (side: Directory, stated: string, today: string): Holder =>
  side.authorities.find(({ rehearsal }) => rehearsal === true)?.code ??
  holderOf(side, stated, today)
