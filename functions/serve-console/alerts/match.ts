import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import { waterfallOf } from '../pictures/waterfall.ts'
import { readAlert } from './alert.ts'
import { namesIn } from './people.ts'

export const consideredSchema = z.array(
  z.object({
    id: z.string().optional(),
    weight: z.number(),
    posterior: z.number(),
    guards: z.array(z.string()),
    waterfall: z.array(z.object({ comparison: z.string(), level: z.string(), bits: z.number() })),
  }),
)

const explanationSchema = z.object({
  modelVersion: z.string(),
  people: z.array(
    z.object({
      person: z.string(),
      band: z.string(),
      incomplete: z.boolean(),
      considered: consideredSchema,
    }),
  ),
})

/** Somebody of the register as they were weighed: a picture, and the same numbers. */
export const weighedOf = (considered: z.infer<typeof consideredSchema>) =>
  considered.map((one) => ({
    ...one,
    // Bits are halved or doubled odds: of a thousand such people, so many are this one.
    ofThousand: Math.min(999, Math.max(1, Math.round(one.posterior * 1000))),
    picture: waterfallOf(one.waterfall),
    compared: one.waterfall.filter(({ level }) => level !== 'not-compared'),
  }))

const explain = async (asked: AskedInRole): Promise<Answer> => {
  const alert = await readAlert(asked)
  if (alert === undefined) return nothingHere()
  const { alertId, content } = alert
  const { ask } = asked
  const answer = await ask({ method: 'GET', path: `/alerts/${alertId}/explanation` })
  const { people, modelVersion } = given(explanationSchema, answer)
  return show('alerts/match', {
    people: people.map(({ considered, ...one }) => ({ ...one, considered: weighedOf(considered) })),
    names: Object.fromEntries(namesIn(content)),
    modelVersion,
    back: `/alerts/${alertId}`,
  })
}

export const matchAnswers: Answers['inRole'] = { 'alert-match': { get: explain } }
