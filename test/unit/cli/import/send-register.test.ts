import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { beforeAll, describe, expect, it } from 'vitest'
import { Language, type Node, Parser } from 'web-tree-sitter'
import { addImport } from '../../../../cli/import/command.ts'
import { blocksOf } from '../../../builders/page-blocks.ts'

const grammar = fileURLToPath(
  import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'),
)
const script = readFileSync('docs/connect/Send-Register.ps1', 'utf8')
const page = await blocksOf('docs/connect/windows.md')
const commands = page.map(({ text }) => text)

let parser: Parser
beforeAll(async () => {
  await Parser.init()
  parser = new Parser()
  parser.setLanguage(await Language.load(grammar))
})

const rootOf = (text: string): Node => {
  const tree = parser.parse(text)
  if (tree === null) throw new Error('no grammar')
  return tree.rootNode
}

const wordsIn = (text: string, type: string): readonly string[] =>
  rootOf(text)
    .descendantsOfType(type)
    .map(({ text: word }) => word)

/** The options of `hub import`, as it is. */
const optionsOfImport = (): readonly string[] => {
  const hub = new Command()
  addImport(hub, {} as never)
  return hub.commands.flatMap(({ options }) => options.map(({ long }) => String(long)))
}

describe('the script for Windows, which no PowerShell runs here', () => {
  it('is PowerShell, and so are the commands of its page', () => {
    expect(commands.length).toBeGreaterThan(0)
    expect([script, ...commands].map((text) => rootOf(text).hasError)).toEqual(
      Array.from({ length: commands.length + 1 }, () => false),
    )
    expect(rootOf(`${script}\n}`).hasError, 'a bracket too many is found').toBe(true)
  })

  it('names options that hub import has', () => {
    const named = wordsIn(script, 'verbatim_string_characters')
      .map((text) => text.replaceAll("'", ''))
      .filter((text) => text.startsWith('--'))
    expect(named).toContain('--practitioner')
    expect(optionsOfImport()).toEqual(expect.arrayContaining([...named]))
  })

  it('has the parameters that its page gives it', () => {
    const parameters = wordsIn(script, 'script_parameter').map((text) =>
      /\$(\w+)(?: = [^$]*)?$/.exec(text)?.[1]?.toLowerCase(),
    )
    const [, run = ''] = commands
    const given = wordsIn(run, 'command_parameter').map((text) => text.slice(1).toLowerCase())
    expect(given).toContain('practitioner')
    expect(parameters).toEqual(expect.arrayContaining([...given]))
  })
})
