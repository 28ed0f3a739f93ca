import { writeFile } from 'node:fs/promises'
import { openApiDocument } from '../shared/http/openapi.ts'

/** The address that the published document names; a running hub names its own. */
export const publishedServer = 'https://api.hub.example/v1'

/** The document as the repository keeps it: a test fails when it is stale. */
export const openApiText = (): string =>
  `${JSON.stringify(openApiDocument(publishedServer), null, 2)}\n`

if (import.meta.main) await writeFile('docs/openapi.json', openApiText())
