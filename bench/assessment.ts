// What one assessment of a concern about six people costs: npm run bench:assessment -- [--sizes N,N] [--concerns C]
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from '../cli/evaluate/run-command.ts'
import { step } from '../local/say.ts'
import { type AssessmentCost, measureAssessments } from './assessment/measure.ts'
import { assessmentPage } from './assessment/page.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    concerns: { type: 'string', default: '12' },
  },
})

await runCommand(async () => {
  const costs: AssessmentCost[] = []
  for (const people of values.sizes.split(',').map(Number))
    costs.push(
      await step(`${people.toLocaleString('en-GB')} people`, () =>
        measureAssessments({ seed: 11, people }, Number(values.concerns)),
      ),
    )
  await writeFile(resolve('docs', 'assessment-numbers.md'), assessmentPage(costs))
})
