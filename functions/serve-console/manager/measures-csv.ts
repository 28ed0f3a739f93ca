import { lineOf } from '../../../shared/audit/export/csv-of-entry.ts'
import type { Say } from '../texts/texts.ts'
import type { Told } from './disclosure.ts'
import type { Measures } from './measures-of.ts'
import type { Quarter } from './quarters.ts'

type Of = Quarter & Measures
type Words = { readonly say: Say; readonly said: (count: Told) => string }

const percent = (share: number | undefined): string => (share === undefined ? '' : `${share}%`)

/** Three tables, one below the other: what was measured, what each agency sent, and what came in each quarter. */
export const csvOf = (
  { all, chosen }: { readonly all: readonly Of[]; readonly chosen: Of },
  { say, said }: Words,
): string => {
  const { measures, agencies, raised, noFurtherAction, first } = chosen
  const came = [say('measures.raised'), say('measures.nfa'), say('measures.share')]
  const tables = [
    [
      [say('measures.measure'), say('measures.part'), say('measures.whole'), say('measures.share')],
      ...measures.map(({ name, part, whole, share }) => [
        say(`measures.of.${name}`),
        said(part),
        said(whole),
        percent(share),
      ]),
    ],
    [
      [say('measures.agency'), ...came],
      ...agencies.map((one) => [
        one.name,
        said(one.raised),
        said(one.noFurtherAction),
        percent(one.share),
      ]),
      [say('measures.all'), said(raised), said(noFurtherAction), ''],
    ],
    [
      [say('measures.quarter'), say('measures.raised'), say('measures.nfa')],
      ...all.map((one) => [one.first, said(one.raised), said(one.noFurtherAction)]),
    ],
  ]
  const heading = lineOf([say('measures.quarter'), first])
  return [heading, ...tables.map((rows) => rows.map(lineOf).join(''))].join('\r\n')
}
