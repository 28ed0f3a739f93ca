import * as z from 'zod'
import type { Say } from '../texts/texts.ts'
import { isTextKey } from '../texts/texts.ts'

/** An entry as far as pages show it; whatever else it has stands in its proof. */
export const entrySchema = z.looseObject({
  entryId: z.string(),
  at: z.string(),
  action: z.string(),
  outcome: z.string(),
  actor: z.string(),
  practitioner: z.string().optional(),
  agency: z.string().optional(),
  authority: z.string().optional(),
  subjects: z.array(z.string()),
  purpose: z.string().optional(),
  caseReference: z.string().optional(),
  rule: z.string().optional(),
})

export const entriesSchema = z.object({
  items: z.array(entrySchema),
  links: z.object({ next: z.string().optional() }),
  checkpoint: z.string().optional(),
})

/** A code of the log as it would be said: `ALERT_READ` is “Alert read”. */
export const inWords = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** What a part of an entry is called. */
const labelOf = (say: Say, part: string): string => {
  const key = `entry.${part}`
  return isTextKey(key) ? say(key) : part
}

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${textOf(one)}`)
    .join('\n')
}

/** What is read first; whatever else an entry has follows by its name. */
const first = [
  'at',
  'action',
  'outcome',
  'practitioner',
  'actor',
  'agency',
  'authority',
  'subjects',
]

const placeOf = (part: string): number =>
  first.includes(part) ? first.indexOf(part) : first.length

const wordsOf = (part: string, value: unknown, say: Say): string => {
  const text = textOf(value)
  const key = `${part}.${text}`
  if (part === 'action') return `${inWords(text)} (${text})`
  return isTextKey(key) ? say(key) : text
}

/** Every part of an entry. A moment stands as the log has it, in UTC. */
export const linesOf = (entry: Readonly<Record<string, unknown>>, say: Say) =>
  Object.entries(entry)
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([part, value]) => ({ label: labelOf(say, part), text: wordsOf(part, value, say) }))
