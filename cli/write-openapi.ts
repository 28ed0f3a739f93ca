import { writeFile } from 'node:fs/promises'
import { asyncApiDocument } from '../shared/http/asyncapi.ts'
import { openApiDocument } from '../shared/http/openapi.ts'

/** The address that the published documents name; a running hub names its own. */
export const publishedServer = 'https://api.hub.example/v1'

/** The documents as the repository keeps them: a test fails when one is stale. */
export const published = {
  'docs/openapi.json': openApiDocument,
  'docs/asyncapi.json': asyncApiDocument,
} as const

export const textOf = (file: keyof typeof published): string =>
  `${JSON.stringify(published[file](publishedServer), null, 2)}\n`

if (import.meta.main) {
  await writeFile('docs/openapi.json', textOf('docs/openapi.json'))
  await writeFile('docs/asyncapi.json', textOf('docs/asyncapi.json'))
}
