import { bar, type Room, roomNames } from './rooms.ts'
import { scoreOf, type Tally } from './tally.ts'

const head = `# Mutants

Written by \`npm run mutation\`; do not edit. Stryker changes the code in one place at a time, and the fast tests should
notice: those of \`test/unit\` that start no process, estimate nothing and do not walk through every combination of facts.
*Uncovered* are mutants that no such test runs; *score* is the percentage of the others that some test noticed, and the bar
is ${bar}. Tables are mutated as code is. Literals of two words or more are sentences for people and are left alone.

| room | mutants | killed | survived | uncovered | score | day |
| --- | --- | --- | --- | --- | --- | --- |
`

/** One room’s row of the table. `day` is the ISO date of the run. */
export const rowOf = (room: Room, tally: Tally, day: string): string => {
  const { mutants, killed, survived, uncovered } = tally
  const score = scoreOf(tally).toFixed(1)
  return `| ${[room, mutants, killed, survived, uncovered, score, day].join(' | ')} |`
}

/** The page with these rows in place of the ones it had of the same rooms, in the order of the rooms. */
export const pageWith = (page: string, rows: readonly string[]): string => {
  const lines = [...rows, ...page.split('\n')]
  const kept = roomNames.flatMap(
    (room) => lines.find((row) => row.startsWith(`| ${room} | `)) ?? [],
  )
  return `${head}${kept.join('\n')}\n`
}
