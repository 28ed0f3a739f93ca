import * as z from 'zod'
import { type FlawCode, flaws } from '../../../shared/loading/flaws.ts'
import { isLoadDigest, loadNotes, loadOutcomes } from '../../../shared/register/load-codes.ts'
import type { Answers, AskedInRole } from '../asked.ts'
import { nothingHere } from '../errors.ts'
import { type Answer, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import type { Say } from '../texts/texts.ts'
import { wordOf } from '../texts/word-of.ts'
import { authorityOf } from './body-of.ts'

const counts = z.record(z.string(), z.int())
type Counts = z.infer<typeof counts>

/** Codes of a later hub are shown as they are. */
const loadSchema = z.object({
  digest: z.string(),
  extent: z.string(),
  phase: z.string(),
  counts,
  compared: counts.optional(),
  standing: z.int(),
  toConfirm: z.int().optional(),
  startedAt: z.string().optional(),
  changedAt: z.string().optional(),
  appliedAt: z.string().optional(),
  by: z.object({ client: z.string(), practitioner: z.string().optional() }).optional(),
  report: z
    .object({
      rows: z.int(),
      records: z.object({
        loaded: z.int(),
        refused: z.int(),
        leftOut: z.int(),
        purged: z.int(),
      }),
      flaws: z.array(z.object({ code: z.string(), rows: z.int() })),
    })
    .optional(),
})
type Load = z.infer<typeof loadSchema>

const listSchema = z.object({ items: z.array(loadSchema), isCut: z.boolean() })

/** Where a load is, in one word: a comparison that closes too many cases waits for somebody. */
const stateOf = ({ phase, toConfirm }: Load): string =>
  toConfirm === undefined ? phase : 'TO_CONFIRM'

/** Records that a step has met: a note stands beside an outcome and is no record more. */
const metIn = (all: Counts = {}): number =>
  loadOutcomes.reduce((sum, outcome) => sum + (all[outcome] ?? 0), 0)

const shown = (load: Load) => ({
  ...load,
  name: load.digest.slice(0, 8),
  state: stateOf(load),
  done: metIn(load.counts),
  all: load.compared && metIn(load.compared),
  path: `/register/loads/${load.digest}`,
})

const known: readonly string[] = [...loadOutcomes, ...loadNotes]

/** What was counted, in the order of the tables; what a later hub counts comes last, under its code. */
const countedIn = (all: Counts, say: Say) => {
  const word = wordOf(say)
  const there = (codes: readonly string[]) => codes.filter((code) => (all[code] ?? 0) > 0)
  const newer = Object.keys(all).filter((code) => !known.includes(code))
  return {
    outcomes: there([...loadOutcomes, ...newer]).map((code) => ({
      text: word('loads.count', code),
      count: all[code],
    })),
    notes: there(loadNotes).map((code) => ({ text: word('loads.note', code), count: all[code] })),
  }
}

const isFlaw = (code: string): code is FlawCode => Object.hasOwn(flaws, code)

type InWords = { readonly wrong?: string; readonly mend?: string; readonly verdict?: string }
const inWords = (code: string): InWords => (isFlaw(code) ? flaws[code] : {})

/** A code with its words; what refuses a record before what is taken all the same. */
const foundIn = (report: Load['report']) => {
  const found = (report?.flaws ?? []).map(({ code, rows }) => ({ code, rows, ...inWords(code) }))
  const isFirst = ({ verdict }: InWords): boolean => verdict === 'refused'
  return [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))]
}

const list = async (asked: AskedInRole): Promise<Answer> => {
  const answer = await asked.ask({ method: 'GET', path: '/register-loads' })
  const { items, isCut } = given(listSchema, answer)
  const authority = authorityOf(asked)
  return show('register/loads', { items: items.map(shown), isCut, authority, back: '/' })
}

const open = async ({ ask, params, say }: AskedInRole): Promise<Answer> => {
  const { id = '' } = params
  if (!isLoadDigest(id)) return nothingHere()
  const load = given(loadSchema, await ask({ method: 'GET', path: `/register-loads/${id}` }))
  return show('register/load', {
    load: shown(load),
    ...countedIn(load.counts, say),
    found: foundIn(load.report),
    back: '/register/loads',
  })
}

/** What was loaded into the register, and what came of it. Nobody of the register is named here. */
export const loadAnswers: Answers['inRole'] = {
  'register-loads': { get: list },
  'register-load': { get: open },
}
