declare module 'nunjucks/browser/nunjucks-slim.js' {
  class PrecompiledLoader {
    constructor(templates: Readonly<Record<string, unknown>>)
  }
  class Environment {
    constructor(loader: PrecompiledLoader, options: { readonly autoescape: true })
    resolveTemplate: (loader: unknown, from: string | undefined, name: string) => string
    addGlobal(name: string, value: unknown): void
    addFilter(name: string, filter: (value: unknown) => string): void
    render(name: string, data: Record<string, unknown>): string
  }
  const nunjucks: {
    readonly Environment: typeof Environment
    readonly PrecompiledLoader: typeof PrecompiledLoader
  }
  export = nunjucks
}
