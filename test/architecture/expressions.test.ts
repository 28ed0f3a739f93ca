import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'

/** The rules of eslint.config.mjs about expressions. */
const rules = ['regexp/no-super-linear-backtracking', 'regexp/no-super-linear-move'] as const

type Configured = {
  readonly rules?: Linter.RulesRecord
  readonly languageOptions: { readonly parser: Linter.Parser }
  readonly plugins: Readonly<Record<string, ESLint.Plugin>>
}

const checkerOf = async (file: string): Promise<ESLint> => {
  const configured = (await new ESLint().calculateConfigForFile(file)) as Configured
  const own = Object.fromEntries(rules.map((rule) => [rule, configured.rules?.[rule]]))
  const { parser } = configured.languageOptions
  return new ESLint({
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser },
        plugins: { regexp: configured.plugins['regexp'] ?? {} },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: own,
      },
    ],
  })
}

const brokenIn = async (lint: ReturnType<ESLint['lintFiles']>): Promise<readonly string[]> =>
  (await lint).flatMap(({ filePath, messages }) =>
    messages
      .filter(({ ruleId }) => rules.some((rule) => rule === ruleId))
      .map(({ line, message }) => `${filePath}:${line} ${message}`),
  )

describe('every expression', () => {
  it.each(['shared/http/read-event.ts', 'functions/wire.ts', 'cli/hub.ts', 'local/serve.ts'])(
    'has to be linear in what it reads: `npm run lint` looks at every file like %s',
    async (file) => {
      const configured = (await new ESLint().calculateConfigForFile(file)) as Configured
      for (const rule of rules)
        expect(configured.rules?.[rule]).toEqual([2, { report: 'potential' }])
    },
  )

  it.each([
    ['blanks before a blank', '/\\s*\\s*;/'],
    ['blanks that may be anywhere', String.raw`/\s+$/`],
    ['words within words', '/^(?:a+)+$/'],
    ['a made one', "new RegExp('^(?:a+)+$')"],
  ])('is refused where it is %s', async (_, written) => {
    const checker = await checkerOf('shared/http/read-event.ts')
    const lint = checker.lintText(`export const made = ${written}\n`, {
      filePath: 'shared/http/made.ts',
    })
    expect(await brokenIn(lint)).not.toEqual([])
  })
})
