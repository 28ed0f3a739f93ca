import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'

const reportSchema = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({ mutants: z.array(z.looseObject({ status: z.string() })) }),
  ),
})

/**
 * Takes out of Stryker's file of earlier results the mutants that survived, so that they are tried again: of a mutated
 * table Stryker does not know which tests read it, and would take a survivor for one whatever test was written since.
 */
export const forgetSurvivors = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return
  const report = reportSchema.parse(JSON.parse(text))
  for (const each of Object.values(report.files))
    each.mutants = each.mutants.filter(({ status }) => status !== 'Survived')
  await writeFile(file, JSON.stringify(report))
}
