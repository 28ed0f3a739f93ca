import * as z from 'zod'
import { present } from '../../kernel/present.ts'
import type { Fact, Origin } from '../fact.ts'

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) =>
    value === null || value === undefined || value === '' ? undefined : String(value),
  )
const isPurged = z.boolean().nullish()
const spans = z
  .array(z.object({ start_date: text, end_date: text, end_reason: text, purge: isPurged }))
  .nullish()

const episodeSchema = z.object({
  referral_date: text,
  referral_no_further_action_flag: z.boolean().nullish(),
  closure_date: text,
  child_protection_plans: spans,
  child_looked_after_placements: spans,
  purge: isPurged,
})

/** A child as the DfE's children's social care API takes it (0.8); what the register does not hold is passed over. */
export const dfeChildSchema = z.object({
  la_child_id: z.union([z.string(), z.number()]).transform(String),
  child_details: z
    .object({
      first_name: text,
      surname: text,
      date_of_birth: text,
      expected_date_of_birth: text,
      sex: text,
      postcode: text,
      unique_pupil_number: text,
      purge: isPurged,
    })
    .nullish(),
  social_care_episodes: z.array(episodeSchema).nullish(),
  purge: isPurged,
})
type DfeChild = z.infer<typeof dfeChildSchema>
type Episode = z.infer<typeof episodeSchema>
type At = { readonly id: string; readonly origin: Origin }

type Days = readonly [from: string | undefined, to?: string | undefined]

const status = (code: string, [from, to]: Days, at: At): Fact => ({
  of: 'status',
  ...at,
  told: present({ code, from, to }),
})

const live = <One extends { readonly purge?: boolean | null | undefined }>(
  all: readonly One[] | null | undefined,
): readonly One[] => (all ?? []).filter(({ purge }) => purge !== true)

const ofEpisode = (episode: Episode, at: At): Fact[] => {
  const { referral_date: from, closure_date: closed } = episode
  const to = episode.referral_no_further_action_flag === true ? (closed ?? from) : closed
  return [
    ...(from === undefined ? [] : [status('IN_NEED', [from, to], at)]),
    ...live(episode.child_protection_plans).map((plan) =>
      status('PROTECTION_PLAN', [plan.start_date, plan.end_date], at),
    ),
    ...live(episode.child_looked_after_placements).flatMap((one) => [
      status('LOOKED_AFTER', [one.start_date, one.end_date], at),
      ...(/^E1[12]/.test(one.end_reason ?? '') ? [status('ADOPTED', [one.end_date], at)] : []),
      ...(/^E4[3-8]/.test(one.end_reason ?? '')
        ? [status('SPECIAL_GUARDIANSHIP', [one.end_date], at)]
        : []),
    ]),
  ]
}

const detailsOf = ({ child_details: details }: DfeChild, at: At): Fact[] => {
  if (details === null || details === undefined) return []
  const told = present({
    given: details.first_name,
    family: details.surname,
    birth: details.date_of_birth,
    expected: details.expected_date_of_birth,
    sex: details.sex,
    pupilNumber: details.unique_pupil_number,
  })
  const { postcode } = details
  return [
    { of: 'person', role: 'child', ...at, told },
    ...(postcode === undefined ? [] : [{ of: 'address' as const, ...at, told: { postcode } }]),
  ]
}

/** What a child of that payload tells: the whole of it, or that it is to be purged. */
export const factsOfDfe = (child: DfeChild, origin: Origin): Fact[] => {
  const at = { id: child.la_child_id, origin }
  if (child.purge === true || child.child_details?.purge === true) return [{ of: 'purge', ...at }]
  return [
    ...detailsOf(child, at),
    ...live(child.social_care_episodes).flatMap((one) => ofEpisode(one, at)),
  ]
}
