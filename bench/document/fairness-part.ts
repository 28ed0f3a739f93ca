import { wilson } from '../../cli/evaluate/strata.ts'
import type { Count, FairnessResult } from '../fairness/fairness-result.ts'
import { mostAbove, type Rate } from '../fairness/far-above.ts'
import { registeredKind } from '../fairness/queries.ts'
import { hurtCultures, type Sum, sumOf, sumsBy } from '../fairness/sum-cultures.ts'
import { tableLine } from './table-line.ts'

const grouped = (value: number): string => value.toLocaleString('en-GB')
const percent = (value: number, digits: number): string => (100 * value).toFixed(digits)

/** A rate with its interval, in per cent. */
const cell = ({ found, of }: Rate, digits: number): string => {
  const [low, high] = wilson(found, of).map((end) => percent(Math.max(0, end), digits))
  return `${percent(found / Math.max(1, of), digits)} (${low}–${high})`
}

const cultureLine = ({ name, wrong, missed, automatic, toPerson, asked }: Sum): string =>
  tableLine([
    name,
    String(wrong.found),
    cell(wrong, 3),
    cell(missed, 2),
    cell(toPerson, 1),
    cell(automatic, 1),
    cell(asked, 1),
  ])

const kindLine = ({ name, wrong, asked }: Sum): string =>
  tableLine([
    name,
    grouped(wrong.of),
    String(wrong.found),
    `${percent(asked.found / asked.of, 1)} %`,
  ])

const verdictOn = (counts: readonly Count[]): string => {
  const hurt = hurtCultures(counts)
  return hurt.length === 0 ? 'None is, in either.' : `**Above it are: ${hurt.join('; ')}.**`
}

const tablesOf = (who: string, counts: readonly Count[]): string => {
  const unknown = counts.filter(({ kind }) => kind !== registeredKind)
  return `| ${who} | wrong | wrong, % | missed, % | to a person, % | automatic, % | not registered, asked, % |
| --- | --- | --- | --- | --- | --- | --- |
${sumsBy(counts, 'culture').map(cultureLine).join('\n')}
${cultureLine(sumOf('**all**', counts))}

${verdictOn(counts)}

| ${who} not registered | queries | wrong | asked |
| --- | --- | --- | --- |
${sumsBy(unknown, 'kind').map(kindLine).join('\n')}`
}

/** How people of different cultures of names fare. */
export const fairnessPart = (result: FairnessResult): string => {
  const { seeds, each, background, queries, adults, children } = result
  return `## By culture of names

Invented people of ${sumsBy(adults, 'culture').length} cultures (\`bench/fairness/cultures/\`), ${grouped(each)} of each in one register, beside ${grouped(background)} in the country's
proportions; each culture with its own names and how common they are, its customs, its households, its ways of writing a name
otherwise, and its share of birthdays that nobody knows (1 January). For each, ${grouped(queries * seeds.length)} queries about registered people, of which 35 %
tell the name in one of those ways and all have the errors of the notifications above, and ${grouped(queries * seeds.length)} about people whom the register
does not know but somebody like them: as many of each kind. Where nothing that is told could tell the two apart, another is drawn.
Seeds ${seeds.join(', ')}. "Wrong" is confirmed as somebody else, of all queries; the rest of those registered, and "asked" of those who are
not. In per cent, with Wilson's 95 % intervals. Children are asked for in the same way, with their parents, half of the ${grouped(each)} being these.

No culture's rate of wrong automatic matches, nor of missed people, may be significantly above ${mostAbove} × that of all (exact binomial
test, one-sided, 5 % for all cultures together).

${tablesOf('adults', adults)}

${tablesOf('children', children)}

- \`npm run bench:fairness -- --seeds ${seeds.join(',')} --each ${each} --background ${background} --queries ${queries}\`
`
}
