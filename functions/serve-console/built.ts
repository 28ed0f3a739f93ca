import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { type Api, apiSchema } from './developers/api.ts'
import { settingsSchema } from './settings.ts'

const assetSchema = z.object({
  /** Its name with a digest of what it holds, which a browser may keep for ever. */
  file: z.string(),
  type: z.string(),
  text: z.string(),
  gzipped: z.string(),
})
export type Asset = z.infer<typeof assetSchema>

const builtSchema = z.object({
  assets: z.record(z.string(), assetSchema),
  settings: settingsSchema,
})

/** Templates compiled to functions, by the name by which one asks for another. */
export type Compiled = Readonly<Record<string, { readonly root: unknown }>>
export type Built = z.infer<typeof builtSchema> & {
  readonly templates: Compiled
  /** The API as integrators read it: read when somebody first asks, for most never do. */
  readonly api: () => Api
}

/** What was built beside the function: pages, assets, and what the stage's file says of the console. @see infra/build-console.ts */
export const readBuilt = async (folder: string): Promise<Built> => {
  const read = builtSchema.parse(JSON.parse(readFileSync(join(folder, 'console.json'), 'utf8')))
  const module: unknown = await import(pathToFileURL(join(folder, 'templates.mjs')).href)
  const { templates } = z
    .object({ templates: z.record(z.string(), z.looseObject({ root: z.unknown() })) })
    .parse(module)
  let api: Api | undefined
  return {
    ...read,
    templates,
    api: () => {
      api ??= apiSchema.parse(JSON.parse(readFileSync(join(folder, 'api.json'), 'utf8')))
      return api
    },
  }
}
