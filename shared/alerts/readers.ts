import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import type { AuditAction, AuditEntry } from '../audit/audit-entry.ts'
import { present } from '../kernel/present.ts'

/** By which acts somebody sees something of an alert, and as what each is counted. */
const seenBy = {
  ALERT_READ: 'opened',
  EXPLANATION_READ: 'explained',
  ALERT_INITIALS_READ: 'listed',
} as const satisfies Partial<Record<AuditAction, string>>
type How = (typeof seenBy)[keyof typeof seenBy] | 'fetched'

const isSeen = (action: string): action is keyof typeof seenBy => Object.hasOwn(seenBy, action)

/** Somebody who saw something of an alert, how often each way, and when first and last. */
export const readerSchema = z.strictObject({
  practitioner: z.string().optional().meta({
    description: 'Work id, of your own organisation; of another none is told',
  }),
  authority: authorityCodeSchema.optional().meta({ description: 'Whose they are' }),
  isOwn: z.boolean().meta({ description: 'Of your own organisation' }),
  opened: z.int().meta({ description: 'How often they opened the alert' }),
  explained: z.int().meta({ description: 'How often they read how its match was made' }),
  listed: z.int().meta({ description: 'How often a list showed them its children’s initials' }),
  fetched: z.int().meta({ description: 'How often a system fetched it, and nobody looked yet' }),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
})
export type Reader = z.infer<typeof readerSchema>

/** Whose entries are one's own: of an authority by its code, of the partnership by its name. */
export type OwnSide = { readonly agency: string; readonly authority?: string | undefined }

const isOwn = ({ agency, authority }: AuditEntry, own: OwnSide): boolean =>
  own.authority === undefined ? agency === own.agency : authority === own.authority

const howOf = ({ action, codes }: AuditEntry): How =>
  codes?.['unattended'] === 'true' ? 'fetched' : isSeen(action) ? seenBy[action] : 'opened'

const nobody = { opened: 0, explained: 0, listed: 0, fetched: 0 }

const readerOf = (theirs: readonly AuditEntry[], own: OwnSide): readonly Reader[] => {
  const times = theirs.map(({ at }) => at).toSorted()
  const [first, firstAt, lastAt] = [theirs[0], times[0], times.at(-1)]
  if (first === undefined || firstAt === undefined || lastAt === undefined) return []
  const counts: Record<How, number> = { ...nobody }
  for (const entry of theirs) counts[howOf(entry)] += 1
  const { authority } = first
  const isOurs = isOwn(first, own)
  return [
    {
      ...present({
        practitioner: isOurs ? first.practitioner : undefined,
        authority: authorityCodeSchema.safeParse(authority).data,
      }),
      isOwn: isOurs,
      ...counts,
      firstAt,
      lastAt,
    },
  ]
}

/** Of another organisation everybody is one: who of them it was is theirs to know. */
const whoIs = (entry: AuditEntry, own: OwnSide): string =>
  isOwn(entry, own)
    ? `own ${entry.practitioner ?? entry.actor}`
    : `other ${entry.authority ?? entry.agency ?? ''}`

/** Who saw anything of an alert, by the entries under it; whoever looked last first. */
export const readersIn = (entries: readonly AuditEntry[], own: OwnSide): readonly Reader[] => {
  const seen = entries.filter(
    ({ action, outcome, agency }) => isSeen(action) && outcome === 'DONE' && agency !== undefined,
  )
  return [...Map.groupBy(seen, (entry) => whoIs(entry, own)).values()]
    .flatMap((theirs) => readerOf(theirs, own))
    .toSorted((one, other) => other.lastAt.localeCompare(one.lastAt))
}
