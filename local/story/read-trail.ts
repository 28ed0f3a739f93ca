import * as z from 'zod'
import type { AuditAction } from '../../shared/audit/audit-entry.ts'
import { apiClient } from '../api-client.ts'
import type { HubPlace } from '../place.ts'
import { expectStatus, type Say } from './expect.ts'

const entrySchema = z.object({
  at: z.string(),
  action: z.string(),
  actor: z.string(),
  practitioner: z.string().optional(),
  rule: z.string().optional(),
})
type Entry = z.infer<typeof entrySchema>
const entriesSchema = z.object({ items: z.array(entrySchema) })

/** What was done with the first concern, in the words of an auditor. */
const wanted = {
  CONCERN_SUBMITTED: 'sent the concern',
  CONCERN_ASSESSED: 'decided what is shared',
  ALERT_RAISED: 'raised the alert',
  ALERT_READ: 'opened the alert',
  ALERT_ACKNOWLEDGED: 'acknowledged it',
  TELLING_RECORDED: 'recorded that no parent was told',
  OUTCOME_RECORDED: 'recorded the outcome',
  FEEDBACK_GIVEN: 'answered the nurse',
  CONCERN_FOLLOWED: 'read the answer',
} as const satisfies Partial<Record<AuditAction, string>>

const isWanted = (action: string): action is keyof typeof wanted => action in wanted

const stepOf = ({ action }: Entry): number => Object.keys(wanted).indexOf(action)

/** By time; what was written at once, in the order in which it follows. */
const inOrder = (one: Entry, other: Entry): number =>
  one.at === other.at ? stepOf(one) - stepOf(other) : one.at.localeCompare(other.at)

/** Lists what the auditor may see of a concern. @throws Error when an act of the story is not in the log */
export const readTrail = async (place: HubPlace, concernId: string, say: Say): Promise<void> => {
  const auditor = apiClient(place, 'hub-auditor')
  const answer = await auditor.call('GET', `/audit/entries?subject=${concernId}`, {
    headers: { 'Hub-Practitioner': 'A-0007' },
  })
  const { items } = entriesSchema.parse(expectStatus('the audit log', answer, 200).body)
  say(`
6. The auditor can prove who did what with the nurse’s concern. The log holds ids and codes, no
   names; times are UTC:`)
  for (const { at, action, actor, practitioner, rule } of items.toSorted(inOrder)) {
    const system = actor === 'assess-concern' ? 'the hub' : actor
    const who = practitioner === undefined ? system : `${system}, ${practitioner}`
    const what = isWanted(action) ? wanted[action] : action.toLowerCase()
    say(
      `   ${at.slice(11, 19)}  ${who.padEnd(32)} ${what}${rule === undefined ? '' : ` (${rule})`}`,
    )
  }
  const missing = Object.keys(wanted).filter((act) => !items.some(({ action }) => action === act))
  if (missing.length > 0) throw new Error(`the audit log lacks ${missing.join(', ')}`)
}
