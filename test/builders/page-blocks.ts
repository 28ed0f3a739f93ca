import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A fenced block of a page: its language, the word after that, and what it holds. */
type Block = { readonly language: string; readonly name: string | undefined; readonly text: string }

/** Blocks of a page, or of one section of it, in their order. */
export const blocksOf = async (page: string, section?: string): Promise<readonly Block[]> => {
  const whole = await readFile(page, 'utf8')
  const from = section === undefined ? 0 : whole.indexOf(`\n## ${section}\n`)
  if (from < 0) throw new Error(`${page} has no section of that name`)
  const text = section === undefined ? whole : (whole.slice(from + 4).split('\n## ')[0] ?? '')
  return [...text.matchAll(/^```(\w+)(?: ([\w.-]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', name, content = '']) => ({ language, name, text: content }),
  )
}

/** Packages that `sh install` blocks name: a reader installs them; tests have them already. */
export const installedBy = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .filter(({ language, name }) => language === 'sh' && name === 'install')
    .flatMap(({ text }) => text.trim().split(/\s+/))
    .filter((word) => !['pip', 'npm', 'install', '--save-dev'].includes(word))

/** Writes the blocks that are files (`python connect.py`), and gives the commands of the page as one program for bash. */
export const laidOut = async (
  blocks: readonly Block[],
  folder: string,
  asHere: (text: string) => string,
): Promise<string> => {
  const commands: string[] = []
  for (const { language, name, text } of blocks) {
    if (language === 'sh' && name === undefined) commands.push(asHere(text))
    else if (name?.includes('.') === true) await writeFile(join(folder, name), asHere(text))
  }
  return commands.join('\n')
}
