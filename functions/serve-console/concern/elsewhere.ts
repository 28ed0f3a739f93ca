import * as z from 'zod'
import type { AskedInRole } from '../asked.ts'

const placesSchema = z.object({
  homesElsewhere: z.array(z.object({ person: z.string(), name: z.string() })),
})

/** A home that lies in another council than the chosen one; of a child by its number on the page. */
type Elsewhere = { readonly name: string; readonly child?: number }

const holdsPostcode = (body: object): boolean => JSON.stringify(body).includes('"postcode":')

/**
 * What the API says of where the homes in a concern lie. A concern that is not yet whole, or no answer, is no reason to
 * keep anybody from sending: then nothing is said.
 */
export const elsewhereIn = async (
  { ask }: Pick<AskedInRole, 'ask'>,
  body: object,
): Promise<readonly Elsewhere[]> => {
  if (!holdsPostcode(body)) return []
  const answer = await ask({ method: 'POST', path: '/concerns/places', body }).catch(
    () => undefined,
  )
  const read = placesSchema.safeParse(answer?.kind === 'ok' ? answer.body : undefined)
  return (read.data?.homesElsewhere ?? []).map(({ person, name }) => {
    const [list, at] = person.split('/')
    return { name, ...(list === 'children' && { child: Number(at) + 1 }) }
  })
}
