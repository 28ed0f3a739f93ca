import { Command } from 'commander'
import { type Ground, subjects } from './subjects.ts'

/** What commander says, as a sentence about what was typed; a value that was typed is not said again. */
const inOurWords = (text: string): string =>
  text
    .replace(/^error: /, '')
    .replace(/^required option '(.+)' not specified/, '$1 is missing.')
    .replace(/^option '(.+)' argument missing/, '$1 has no value.')
    .replace(/^missing required argument '(.+)'/, '<$1> is missing.')
    .replace(/^unknown command '(.+)'/, 'There is no $1.')
    .replace(/^unknown option '(.+)'/, 'There is no option $1.')
    .replace(/^option '(.+)' cannot be used with option '(.+)'/, 'Give one of $1 and $2.')
    .replace(/^command-argument value '[\s\S]*' is invalid for argument '(.+)'\. /, '<$1>: ')
    .replace(/^option '([^\s']+)(?: [^']*)?' argument '[\s\S]*' is invalid\. /, '$1: ')
    .replace(
      /^too many arguments for '(.+)'\. Expected (\d+) arguments? but got \d+: (.+)\./,
      '$3: $1 takes fewer words.',
    )

/** After a mistake: which verbs there are, or where it stands what this one takes. */
const sayWhatToDo = (command: Command, before: readonly string[]): void => {
  const verbs = command.commands.map((verb) => verb.name())
  const path = [...before, command.name()]
  command.showHelpAfterError(
    verbs.length > 0
      ? `${path.join(' ')} takes one of: ${verbs.join(', ')}.`
      : `${path.join(' ')} --help says what it takes.`,
  )
  for (const verb of command.commands) sayWhatToDo(verb, path)
}

/** Where the command reads and prints. */
export type Terminal = Omit<Ground, 'whole'> & { readonly say: (text: string) => void }

/** The subject that words name, also after `help`. */
const namedIn = (words: readonly string[]): string | undefined => {
  const [first, second] = words.filter((word) => !word.startsWith('-'))
  return first === 'help' ? second : first
}

/**
 * The command `hub <subject> <verb>`. Only the subject that the words name is loaded, or with `'all'` each of them; the others have their
 * names and what they are for. What is not said right throws a CommanderError once it has been told.
 */
export const hubProgram = async (
  terminal: Terminal,
  words: readonly string[] | 'all',
): Promise<Command> => {
  const { print, say } = terminal
  const ground = { ...terminal, whole: () => hubProgram(terminal, 'all') }
  const hub = new Command('hub')
    .description('Everything that an operator, an integrator or a register manager does with a hub')
    .configureOutput({
      writeOut: print,
      writeErr: say,
      outputError: (text, write) => write(inOurWords(text)),
    })
    .showSuggestionAfterError()
    .exitOverride()
  for (const [heading, each] of Object.entries(subjects)) {
    hub.commandsGroup(heading)
    for (const { name, says, load } of each) {
      if (words === 'all' || namedIn(words) === name) (await load(ground))(hub)
      else hub.command(name)
      hub.commands.find((command) => command.name() === name)?.description(says)
    }
  }
  sayWhatToDo(hub, [])
  return hub
}
