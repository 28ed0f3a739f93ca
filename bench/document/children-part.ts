import type { ChildrenResult } from '../children/children-result.ts'
import { tableLine } from './table-line.ts'

type LevelCount = ChildrenResult['dates'][number]
type Outcome = ChildrenResult['outcomes'][number]

const grouped = (value: number): string => value.toLocaleString('en-GB')
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
const inHundredths = (value: number): string => `${(100 * value).toFixed(2)} %`
const share = (value: number): string => (value === 0 ? '0' : value.toPrecision(2))
const ratio = (one: number, other: number): string =>
  one === 0 || other === 0 ? '–' : (one / other).toPrecision(2)

const levelLine = (of: string, { level, adults, children, siblings }: LevelCount): string =>
  tableLine([
    of,
    level,
    ...[adults, children, siblings].map(share),
    ratio(children, adults),
    ratio(siblings, children),
  ])

const outcomeLine = (outcome: Outcome): string => {
  const { kind, concerns, registered, confirmed, wrong, shown, missed, asked } = outcome
  const known =
    registered > 0
      ? [confirmed, shown, missed].map((of) => percent(of / registered))
      : ['–', '–', '–']
  const unknown = registered > 0 ? '–' : percent(asked / concerns)
  return tableLine([kind, grouped(concerns), String(wrong), ...known, unknown])
}

/** How children are told apart. */
export const childrenPart = ({
  people,
  seeds,
  dates,
  names,
  outcomes,
  shared,
}: ChildrenResult): string => `## Children

A child is weighed by the model of adults, with what it says of strangers and of a household restated
(\`shared/matching/child-ratios.ts\`, \`child-comparisons.ts\`). These are the counts behind it, in ${grouped(people)} invented people:
the share of pairs that find a level, among any two adults, any two children, and two children of one family. A month or a year is
known of one side where the level is "known-parts" or "year".

| comparison | level | adults | children | siblings | children ÷ adults | siblings ÷ children |
| --- | --- | --- | --- | --- | --- | --- |
${dates.map((count) => levelLine('date of birth', count)).join('\n')}
${names.map((count) => levelLine('given name', count)).join('\n')}

Concerns about children of those families, with the errors of the notifications above and parts left out (a date in 25 of 100,
half of them for an age; an address in 15, a parent in 35), seeds ${seeds.join(', ')}. Where a slip turns a sibling's like name
into the registered one's own, the concern is left out: nothing in it could tell them apart. "Wrong" is confirmed as somebody else.

| who is told of | concerns | wrong | confirmed | shown to a person | missed | not registered, yet shown |
| --- | --- | --- | --- | --- | --- | --- |
${outcomes.map(outcomeLine).join('\n')}

Most look-ups for one child: ${Math.max(...outcomes.map(({ lookups }) => lookups))}. ${grouped(shared.concerns)} concerns about two adults and four children each, against ${grouped(shared.people)} registered
people: ${shared.candidates.average.toFixed(1)} candidates for all six on average and ${shared.candidates.most} at most, of 150; ${inHundredths(shared.kept.children)} of the children at
home, ${inHundredths(shared.kept.elsewhere)} of those told at a home that is not theirs and ${inHundredths(shared.kept.adults)} of the adults stand among their own candidates, and for ${percent(shared.short)} the look-up was incomplete; at most ${shared.lookupsOfChild} look-ups for a child and ${shared.lookupsOfAdult} for an adult.

- \`npm run bench:children\`
`
