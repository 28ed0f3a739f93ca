import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A fenced block of a page: its language, the word after that, and what it holds. */
type Block = { readonly language: string; readonly name: string | undefined; readonly text: string }

/** Blocks of a page, or of one section of it, in their order. */
export const blocksOf = async (page: string, section?: string): Promise<readonly Block[]> => {
  const whole = await readFile(page, 'utf8')
  const from = section === undefined ? 0 : whole.indexOf(`\n## ${section}\n`)
  if (from < 0) throw new Error(`${page} has no section of that name`)
  const text = section === undefined ? whole : (whole.slice(from + 4).split('\n## ')[0] ?? '')
  return [...text.matchAll(/^```(\w+)(?: ([\w./-]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', name, content = '']) => ({ language, name, text: content }),
  )
}

/** Whether a block is a command, or a file that a command of its page takes. */
export const isCommand = ({ language, name }: Block): boolean =>
  language === 'sh' && name === undefined
export const isFile = ({ name }: Block): boolean => name?.includes('.') === true
const isInstallation = ({ language, name }: Block): boolean =>
  language === 'sh' && name === 'install'

/** Blocks that a page is run without: neither command nor file, nor what a reader installs. */
export const leftOut = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block) => ![isCommand, isFile, isInstallation].some((is) => is(block)))

/** How many blocks a page has, whatever stands at their head. */
export const countFences = (text: string): number =>
  (text.match(/^ {0,3}(```|~~~)/gm)?.length ?? 0) / 2

/** Packages that `sh install` blocks name: a reader installs them; tests have them already. */
export const installedBy = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .filter(isInstallation)
    .flatMap(({ text }) => text.trim().split(/\s+/))
    .map((word) => word.replaceAll(/^'|\[\w+\]|'$/g, ''))
    .filter((word) => !['pip', 'npm', 'install', '--save-dev'].includes(word))

/** Writes the blocks that are files (`python connect.py`), and gives the commands of the page as one program for bash. */
export const laidOut = async (
  blocks: readonly Block[],
  folder: string,
  asHere: (text: string) => string,
): Promise<string> => {
  const commands: string[] = []
  for (const block of blocks) {
    if (isCommand(block)) commands.push(asHere(block.text))
    if (!isFile(block)) continue
    const path = join(folder, block.name ?? '')
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, asHere(block.text))
  }
  return commands.join('\n')
}
