import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { westmarch } from '../../../../infra/stages/local.ts'
import { flawCodes, flaws } from '../../../../shared/loading/flaws.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import { newFolder } from '../../../builders/new-folder.ts'
import { plantedFiles } from '../../../builders/planted/every-code.ts'
import type { PlantedFiles } from '../../../builders/planted/planted-files.ts'

const reportSchema = z.object({
  flaws: z.array(z.object({ code: z.string(), rows: z.number() })),
})

const codesOf = ({ earns }: PlantedFiles) => flawCodes.filter((code) => (earns[code] ?? 0) > 0)

const title = (planted: PlantedFiles): string => codesOf(planted).join(' and ') || 'nothing wrong'

/** What the files of a folder hold, one after another. */
const textIn = async (folder: string, begins: string): Promise<string> => {
  const names = await readdir(folder).catch(() => [])
  const texts = names
    .filter((name) => name.startsWith(begins))
    .map((name) => readFile(join(folder, name), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}

describe('hub import of files with something wrong in them', () => {
  let command: Awaited<ReturnType<typeof hubCommand>>
  const folders: string[] = []
  const aFolder = async (): Promise<string> => {
    const folder = await newFolder()
    folders.push(folder)
    return folder
  }
  beforeAll(async () => {
    command = await hubCommand()
  })
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true })
  })

  it.each(plantedFiles.map((planted) => [planted.form, title(planted), planted] as const))(
    '%s: reports %s, and nothing else, and gives back what is to be mended',
    async (_form, _codes, planted) => {
      const [folder, reports] = [await aFolder(), await aFolder()]
      for (const [file, text] of Object.entries(planted.files))
        await writeFile(join(folder, file), text)
      const line = `import ${folder} --authority ${westmarch} --reports ${reports}`
      const told = reportSchema.parse(await command.json(line))
      const codes = codesOf(planted)
      expect(Object.fromEntries(told.flaws.map(({ code, rows }) => [code, rows]))).toEqual(
        Object.fromEntries(codes.map((code) => [code, planted.earns[code]])),
      )
      const report = await textIn(reports, 'report.')
      for (const code of codes) expect(report).toContain(code)
      expect(report).not.toMatch(/Larkin|Rosa|Ivy|9990304/)
      const refused = codes.filter((code) => flaws[code].verdict === 'refused')
      const toMend = await textIn(reports, 'to-mend-')
      for (const code of refused) expect(toMend).toContain(code)
      expect(toMend === '').toBe(refused.length === 0)
    },
  )

  it('meets every code that there is, in every form', () => {
    expect(new Set(plantedFiles.flatMap(codesOf))).toEqual(new Set(flawCodes))
    expect(flawCodes.length).toBeGreaterThan(40)
    expect(new Set(plantedFiles.map(({ form }) => form)).size).toBe(5)
  })
})
