import type { ChildrenResult } from '../children/children-result.ts'
import type { FairnessResult } from '../fairness/fairness-result.ts'
import type { SizeResult } from '../sizes/size-result.ts'
import { childrenPart } from './children-part.ts'
import { fairnessPart } from './fairness-part.ts'
import { matchingPart } from './matching-part.ts'
import type { MatchingResult } from './matching-result.ts'
import { sizesPart } from './sizes-part.ts'

/** What benches have left to publish. */
export type Results = {
  readonly matching: MatchingResult | undefined
  readonly sizes: readonly SizeResult[]
  readonly children?: ChildrenResult | undefined
  readonly fairness?: FairnessResult | undefined
}

const notRun = (title: string, command: string): string =>
  `## ${title}\n\nNot measured where this page was written: \`npm run ${command}\`.\n`

/** The published page, as Markdown. */
export const documentOf = ({
  matching,
  sizes,
  children,
  fairness,
}: Results): string => `# Matching in numbers

Written by \`npm run bench:matching\`, \`bench:sizes\`, \`bench:children\` and \`bench:fairness\`; do not edit. Beside Splink both matchers read the same files in
the same run and train without labels. Splink's models (\`bench/matching/splink/models.py\`) were chosen *with* labels, set by
set, in its favour; the hub has one model for all. The sets are the development sets: the hub was developed on them, so they
are no proof for others.

${matching === undefined ? notRun('Beside Splink', 'bench:matching') : matchingPart(matching)}
${sizes.length === 0 ? notRun('By size of register', 'bench:sizes') : sizesPart(sizes)}
${children === undefined ? notRun('Children', 'bench:children') : childrenPart(children)}
${fairness === undefined ? notRun('By culture of names', 'bench:fairness') : fairnessPart(fairness)}`
