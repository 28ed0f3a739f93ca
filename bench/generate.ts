// Makes an invented population and notifications about it:
// npm run generate -- --people N --seed S [--queries Q] [--unregistered 0.3] --out DIR
import { mkdirSync } from 'node:fs'
import process from 'node:process'
import { wantedFrom } from './population/arguments.ts'
import { writePopulation } from './population/write-population.ts'

const canMake = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true })
    return true
  } catch {
    return false
  }
}

const refuse = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 2
}

const answer = wantedFrom(process.argv.slice(2))
if ('fault' in answer) refuse(answer.fault)
else if (canMake(answer.wanted.out)) {
  const isWatched = process.stderr.isTTY
  writePopulation(answer.wanted.out, answer.wanted, (people) => {
    if (isWatched) process.stderr.write(`\r${people.toLocaleString('en-GB')} people`)
  })
  if (isWatched) process.stderr.write('\n')
} else refuse('--out is not a folder that can be made.')
