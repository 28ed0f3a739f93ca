import type { Command, Option } from 'commander'

type Completed = { readonly name: string; readonly says: string }

/** An option; a value that it takes is one of its choices, or, where it has none, a file or anything. */
export type CompletedOption = Completed & {
  readonly takesValue: boolean
  readonly choices: readonly string[]
}

/** What may follow the words of one path, such as `hub client register`. */
export type Place = {
  readonly path: string
  readonly verbs: readonly Completed[]
  readonly options: readonly CompletedOption[]
  /** What the first word after it may be, where there is a list. */
  readonly choices: readonly string[]
}

const optionOf = (option: Option): CompletedOption => ({
  name: option.long ?? option.flags,
  says: option.description,
  takesValue: option.required || option.optional,
  choices: option.argChoices ?? [],
})

/** Every place of a command and of those beneath it, as completion in any shell needs them. */
export const placesOf = (command: Command, before: readonly string[] = []): readonly Place[] => {
  const path = [...before, command.name()]
  const verbs = command.commands.map((verb) => ({ name: verb.name(), says: verb.description() }))
  const place = {
    path: path.join(' '),
    verbs,
    options: command.createHelp().visibleOptions(command).map(optionOf),
    choices: command.registeredArguments[0]?.argChoices ?? [],
  }
  return [place, ...command.commands.flatMap((verb) => placesOf(verb, path))]
}
