import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openApiText } from '../../cli/write-openapi.ts'
import { routes } from '../../shared/config/routes.ts'
import { openApiDocument } from '../../shared/http/openapi.ts'

type Document = {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>
}

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://hub.test/v1') as Document

  it('describes every route of the table, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routed = Object.values(routes).map(({ method, path }) => `${method} ${path}`)
    expect(described.toSorted()).toEqual(routed.toSorted())
  })

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0')
  })

  it('is the one kept in docs: run `npm run openapi` after a change', async () => {
    expect(await readFile('docs/openapi.json', 'utf8')).toBe(openApiText())
  })
})
