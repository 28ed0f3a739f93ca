import { Argument, type Command } from 'commander'
import { bashScript } from './completion/bash.ts'
import { fishScript } from './completion/fish.ts'
import { placesOf } from './completion/tree.ts'
import { zshScript } from './completion/zsh.ts'

const shells = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

/** `hub completion SHELL`: what the shell then reads; nothing of the command runs while somebody types. */
export const addCompletion = (
  hub: Command,
  {
    whole,
    print,
  }: { readonly whole: () => Promise<Command>; readonly print: (text: string) => void },
): void => {
  hub
    .command('completion')
    .addArgument(new Argument('<shell>', 'for which').choices(Object.keys(shells)))
    .addHelpText(
      'after',
      '\neval "$(hub completion bash)"\nsource <(hub completion zsh)\nhub completion fish | source',
    )
    .action(async (shell: keyof typeof shells) => print(shells[shell](placesOf(await whole()))))
}
