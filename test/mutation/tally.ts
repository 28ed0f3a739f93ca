/** What Stryker says of one mutant, as far as it is counted here. Lines and columns count from 1. */
export type Mutant = {
  readonly fileName: string
  readonly status: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

export type Tally = {
  readonly mutants: number
  /** Noticed by a test, be it that the test ran into its time limit. */
  readonly killed: number
  readonly survived: number
  /** Run by no test. */
  readonly uncovered: number
}

const count = (mutants: readonly Mutant[], ...statuses: readonly string[]): number =>
  mutants.filter(({ status }) => statuses.includes(status)).length

/** Mutants that are left alone by a rule, or that do not run at all, are not counted. */
export const tallyOf = (mutants: readonly Mutant[]): Tally => {
  const killed = count(mutants, 'Killed', 'Timeout')
  const survived = count(mutants, 'Survived')
  const uncovered = count(mutants, 'NoCoverage')
  return { mutants: killed + survived + uncovered, killed, survived, uncovered }
}

/** Killed of a hundred covered; a room of which nothing is covered has none. */
export const scoreOf = ({ killed, survived }: Tally): number =>
  killed === 0 ? 0 : (100 * killed) / (killed + survived)

/** A line for each mutant that nobody noticed: where, how it was changed, and into what. */
export const unnoticed = (mutants: readonly Mutant[]): readonly string[] =>
  mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, status, mutatorName, replacement, location: { start } }) => {
      const into = replacement.replaceAll(/\s+/g, ' ').slice(0, 80)
      const place = `${fileName.replace(/^.*\/shared\//, 'shared/')}:${start.line}:${start.column}`
      return `${place} ${status === 'Survived' ? 'survived' : 'uncovered'} ${mutatorName} → ${into}`
    })
