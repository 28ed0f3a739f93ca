declare module 'nunjucks' {
  class Environment {
    constructor(loader: null, options: { readonly autoescape: true })
  }
  const nunjucks: {
    readonly Environment: typeof Environment
    readonly precompileString: (
      text: string,
      options: { readonly name: string; readonly env: Environment },
    ) => string
  }
  export = nunjucks
}
