import type { LoadReport } from '../../shared/loading/report.ts'
import type { LoadExtent } from '../../shared/register/load.ts'
import type { LoadNote, LoadOutcome } from '../../shared/register/load-codes.ts'
import { columns } from '../hub/report.ts'
import type { LoadState } from './send-parts.ts'

/** The report in lines, which name nobody. */
export const reportLines = ({ rows, records, flaws }: LoadReport): readonly string[] => [
  `${rows} rows: ${records.loaded} children, ${records.refused} refused, ${records.leftOut} left out, ${records.purged} to be purged`,
  ...columns(
    flaws.map(({ code, rows: count, verdict, wrong, mend }) => [
      code,
      String(count),
      verdict,
      `${wrong}. ${mend}.`,
    ]),
  ),
]

const outcomeWords: Readonly<Record<LoadOutcome | LoadNote, string>> = {
  NEW: 'new',
  CHANGED: 'changed',
  MARKED: 'as they were recorded otherwise; from now on kept by loads',
  UNCHANGED: 'unchanged, of whom nothing is written',
  GONE: 'gone from the files: the case is closed on the day of the load',
  GONE_HELD: 'not in the files, but kept by hand: look whether their cases are still open',
  DELETED_HERE: 'deleted here by a person: no load brings them back',
  TOO_LARGE: 'refused: with what was recorded before, more than a record keeps; correct it first',
  BUSY: 'not done, for others kept changing them: load once more',
  EDITED_HERE: 'changed here by a person since the last load: both are kept',
  RESTRICTION_STANDS: 'restricted here and not in the files: no load lifts a restriction',
  CLOSED_STANDS: 'closed here by a person: what began before does not open the case again',
  ADULT_TAKEN_AWAY: 'without an adult whom a person took away here',
  CASE_ENDS: 'open here and by the files no longer: the case ends',
}

const countLines = (counts: Readonly<Record<string, number>>): readonly string[] =>
  columns(
    Object.entries(outcomeWords).flatMap(([name, words]) => {
      const count = counts[name] ?? 0
      return count === 0 ? [] : [[String(count), words]]
    }),
  )

type Done = {
  readonly compared?: Pick<LoadState, 'phase' | 'counts'>
  readonly applied?: Pick<LoadState, 'counts'>
}

/** What the load changes or has changed, and what to do next. */
export const comparedLines = (
  { compared, applied }: Done,
  { meant, extent }: { readonly meant: LoadExtent; readonly extent: LoadExtent },
): readonly string[] => {
  const unsure =
    meant === extent
      ? []
      : [
          'of some rows nobody knows whom they are about, so nobody is taken for gone: mend them, and load all files again',
        ]
  if (compared === undefined)
    return [...unsure, 'nothing was compared: --hub says with which register']
  if (applied === undefined)
    return [
      `${extent === 'DELTA' ? 'a delta' : 'a full load'}, compared with the register and not applied:`,
      ...countLines(compared.counts),
      ...unsure,
      compared.phase === 'APPLYING'
        ? 'a load of this content is being applied, or was ended by force: --apply goes on with it'
        : 'the same command with --apply does it',
    ]
  return ['applied:', ...countLines(applied.counts), ...unsure]
}
