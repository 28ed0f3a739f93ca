import type { LoadReportKept } from '../register/load-report.ts'
import type { Found, Origin } from './fact.ts'
import { type FlawCode, flawCodes, flaws } from './flaws.ts'

/** How a load is, in numbers alone: it names nobody, and may be shown to anybody. */
export type LoadReport = {
  readonly rows: number
  readonly records: {
    readonly loaded: number
    readonly refused: number
    readonly leftOut: number
    readonly purged: number
  }
  readonly flaws: readonly {
    readonly code: FlawCode
    readonly rows: number
    readonly verdict: string
    readonly wrong: string
    readonly mend: string
  }[]
}

/** The report without its words, which every release has of its own. */
export const keptOf = ({ rows, records, flaws: found }: LoadReport): LoadReportKept => ({
  rows,
  records,
  flaws: found.map(({ code, rows: count }) => ({ code, rows: count })),
})

/** A row of a file, in the order of its lines. */
export const rowKey = ({ file, line }: Origin): string =>
  `${file} ${String(line).padStart(10, '0')}`

/** One place of a file under one key: what is wrong with an adult is found at each of their children, and is one thing. */
export const placeOf = ({ origin, code }: Found): string => `${rowKey(origin)} ${code}`

/** The lines of a report that were found, in the order of the table. A code that is not known here has none. */
export const flawsIn = (counts: ReadonlyMap<string, number>): LoadReport['flaws'] =>
  flawCodes.flatMap((code) => {
    const rows = counts.get(code) ?? 0
    return rows === 0 ? [] : [{ code, rows, ...flaws[code] }]
  })
