import * as z from 'zod'
import type { Answers, AskedInRole } from '../asked.ts'
import { type Answer, go, show } from '../http/answer.ts'
import { given } from '../hub/ask-as.ts'
import { askingIn, questionOf, wrongWith } from './asking.ts'

const partSchema = z.object({
  files: z.object({ 'entries.csv': z.string() }),
  entries: z.int(),
  next: z.string().optional(),
})

/** What a browser is given at once; for more there is the export by the command line, which has no end. */
const mostParts = 20
const mostLetters = 3_000_000
/** The function has little longer than that for a page. */
const mostMilliseconds = 8_000

type Table = { readonly csv: string; readonly isWhole: boolean }

/** The table of an answer, part by part. Each part that is asked for is in the log. */
const tableOf = async (
  { ask, now, deps }: AskedInRole,
  question: Readonly<Record<string, string>>,
): Promise<Table> => {
  let csv = ''
  let cursor: string | undefined
  const mayGoOn = (): boolean =>
    csv.length < mostLetters && deps.now().getTime() - now.getTime() < mostMilliseconds
  for (let part = 0; part < mostParts && mayGoOn(); part += 1) {
    const body = { question, ...(cursor !== undefined && { cursor }) }
    const answer = given(partSchema, await ask({ method: 'POST', path: '/audit/exports', body }))
    csv += answer.files['entries.csv']
    cursor = answer.next
    if (cursor === undefined) return { csv, isWhole: true }
  }
  return { csv, isWhole: false }
}

/** An answer as a table for a spreadsheet, in which nothing that was entered can run. */
const csv = async (asked: AskedInRole): Promise<Answer> => {
  const asking = askingIn(asked.visit.form)
  if (wrongWith(asking).length > 0) return go('/audit')
  const question = questionOf(asking, asked.deps.built.settings)
  const { csv: body, isWhole } = await tableOf(asked, { ...question, limit: '100' })
  if (!isWhole) return show('audit/too-many', { back: '/audit' }, 413)
  const type = 'text/csv; charset=utf-8'
  return { kind: 'bytes', type, cache: 'no-store', body, name: 'audit-entries.csv' }
}

export const exportAnswers: Answers['inRole'] = { 'audit-csv': { post: csv } }
