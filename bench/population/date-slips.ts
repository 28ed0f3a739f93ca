import type { Random } from '../../local/people/random.ts'
import { errorRates } from './error-rates.ts'
import type { Row } from './row.ts'
import type { PlainSlip } from './slip.ts'
import { digitSlip } from './text-slips.ts'

type DateTold = Pick<Row, 'birth_year' | 'birth_month' | 'birth_day'>

const within = (text: string, least: number, most: number): boolean =>
  Number(text) >= least && Number(text) <= most

/** One digit wrong, so that it is still a date somebody could write. */
const slipped = (random: Random, told: DateTold): DateTold => {
  const part = random.pick(['birth_year', 'birth_month', 'birth_day', 'birth_day'] as const)
  for (let tries = 0; tries < 20; tries += 1) {
    const date = { ...told, [part]: String(Number(digitSlip(random, told[part]))) }
    const isDate = within(date.birth_month, 1, 12) && within(date.birth_day, 1, 28)
    if (isDate && within(date.birth_year, 1920, 2026)) return date
  }
  return told
}

const dateSlips: readonly {
  readonly rate: number
  readonly slip: (random: Random, told: DateTold) => DateTold
}[] = [
  {
    rate: errorRates.dateMissing,
    slip: () => ({ birth_year: '', birth_month: '', birth_day: '' }),
  },
  { rate: errorRates.yearOnly, slip: (_, told) => ({ ...told, birth_month: '', birth_day: '' }) },
  {
    rate: errorRates.dayMonthSwapped,
    slip: (_, told) =>
      within(told.birth_day, 1, 12)
        ? { ...told, birth_month: told.birth_day, birth_day: told.birth_month }
        : told,
  },
  {
    rate: errorRates.firstOfJanuary,
    slip: (_, told) => ({ ...told, birth_month: '1', birth_day: '1' }),
  },
  { rate: errorRates.digitOfDate, slip: slipped },
]

/** One thing at most goes wrong with a date. */
export const dateSlip: PlainSlip = (told, _subject, random) => {
  const found = dateSlips.find(({ rate }) => random.chance(rate))
  return found === undefined ? told : { ...told, ...found.slip(random, told) }
}

export const sexSlip: PlainSlip = (told, _subject, random) => {
  if (random.chance(errorRates.sexMissing)) return { ...told, sex: '' }
  if (!random.chance(errorRates.sexWrong)) return told
  return { ...told, sex: told.sex === 'F' ? 'M' : 'F' }
}
