import * as z from 'zod'
import { type AuthorityCode, authorityCodeSchema } from './authorities.ts'
import { authorityIn, type Directory, isServedOn, knownAuthority } from './directory.ts'

/** The queue of the partnership lead, for whom no authority of this hub answers: abroad, unknown, not a member. */
export const holdingQueue = 'HOLDING'

/** Who holds an alert: an authority, or the partnership lead. Described as one text: generated clients refuse a code beside a constant. */
export const holderSchema = z.union([authorityCodeSchema, z.literal(holdingQueue)]).meta({
  description: 'GSS code of an authority of this hub; HOLDING: the partnership lead',
  override: ({ jsonSchema }) => {
    delete jsonSchema.anyOf
    jsonSchema.type = 'string'
    jsonSchema.pattern = `^(E(06|08|09|10)\\d{6}|${holdingQueue})$`
  },
})
export type Holder = z.infer<typeof holderSchema>

/** Whether it is an authority, and not the partnership lead. */
export const isAuthority = (holder: Holder): holder is AuthorityCode => holder !== holdingQueue

/** Steps from an ended authority to the one that answers now; a longer way is a mistake in the directory. */
const mostSteps = 5

/**
 * Who answers today for a stated place. An authority that has ended is answered for by the one that replaced it; where
 * several did, nobody can say which but a person, so the partnership lead places it.
 * @throws HubError row-unreadable: what is for an authority that cannot be read waits for it, and goes to nobody else
 */
export const holderOf = (directory: Directory, stated: string, today: string): Holder => {
  let code = stated
  for (let step = 0; step < mostSteps; step += 1) {
    const authority = authorityIn(directory, code)
    if (authority === undefined) return holdingQueue
    if (isServedOn(authority, today)) return authority.code
    const [next, ...others] = authority.replacedBy ?? []
    if (next === undefined || others.length > 0) return holdingQueue
    code = next
  }
  return holdingQueue
}

/** What a holder is called to others. */
export const nameOfHolder = (directory: Directory, holder: Holder): string =>
  isAuthority(holder)
    ? (knownAuthority(directory, holder)?.name ?? 'another authority')
    : 'the partnership lead'
