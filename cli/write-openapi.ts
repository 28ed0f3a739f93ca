import { writeFile } from 'node:fs/promises'
import openapiTypes, { astToString } from 'openapi-typescript'
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

/** Where the types of the client stand: of every body, parameter and answer, made from the description and from nothing else. */
export const clientTypes = 'client/hub-api.ts'

export const clientTypesText = async (): Promise<string> => {
  const types = await openapiTypes(textOf('docs/openapi.json'), {
    // What has a default may be left out of what is sent.
    defaultNonNullable: false,
    immutable: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  })
  return `// Made by npm run openapi from the description of the API.\n${astToString(types)}`
}

if (import.meta.main) {
  await writeFile('docs/openapi.json', textOf('docs/openapi.json'))
  await writeFile('docs/asyncapi.json', textOf('docs/asyncapi.json'))
  await writeFile(clientTypes, await clientTypesText())
}
