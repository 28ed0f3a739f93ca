import { type Command, CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { livePorts } from '../../../../cli/hub/live-ports.ts'
import { hubProgram } from '../../../../cli/hub/program.ts'
import { subjects } from '../../../../cli/hub/subjects.ts'

/** The command, of which nothing is carried out: what it asks of the world, prints and says. */
const aTerminal = () => {
  const told = { opened: 0, printed: '', said: '' }
  const terminal = {
    ports: async () => {
      told.opened += 1
      return livePorts
    },
    print: (text: string) => {
      told.printed += text
    },
    say: (text: string) => {
      told.said += text
    },
  }
  const run = async (...words: readonly string[]) => {
    const hub = await hubProgram(terminal, words)
    const ended = await hub.parseAsync(words, { from: 'user' }).catch((error: unknown) => error)
    return { ...told, ended }
  }
  return { terminal, run }
}

const leavesOf = (command: Command): readonly Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf)

const names = Object.values(subjects).flatMap((each) => each.map(({ name }) => name))

describe('the command hub', () => {
  it('lists its subjects without loading one of them', async () => {
    const { opened, printed } = await aTerminal().run('--help')
    expect(opened).toBe(0)
    for (const name of names) expect(printed).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it('has each subject once, under the name by which it is loaded, and says of each verb what it is for', async () => {
    const whole = await hubProgram(aTerminal().terminal, 'all')
    const told = whole.commands.map((command) => command.name())
    expect(told).toEqual(names)
    expect(new Set(told).size).toBe(told.length)
    const silent = leavesOf(whole).filter((verb) => verb.description().length < 10)
    expect(silent.map((verb) => verb.name())).toEqual([])
  })

  it.each(names)('%s tells how it is called', async (name) => {
    const { printed, said, ended } = await aTerminal().run('help', name)
    expect(`${printed}${said}`).toContain(`Usage: hub ${name}`)
    expect(ended).toBeInstanceOf(CommanderError)
  })

  it.each([
    [['clinet'], 'There is no clinet.', '(Did you mean client?)'],
    [['client', 'regster'], 'There is no regster.', '(Did you mean register?)'],
    [['decide', '--polcy', 'Canary'], 'There is no option --polcy.', '(Did you mean --policy?)'],
    [
      ['match', '--seed', 'Canary'],
      '--seed: It takes a whole number from 0 to 999999.',
      'hub match --help',
    ],
    [['token', 'Canary'], '<client>: Allowed choices are', 'hub token --help'],
    [
      ['replay', '--stdin', '--table', 'T'],
      'Give one of --stdin and --table <table>',
      'hub replay --help',
    ],
    [
      ['generate', '--people', '1e3'],
      '--people: It takes a whole number from 1',
      'hub generate --help',
    ],
    [['generate', '--people', '10'], '--seed <n> is missing.', 'hub generate --help'],
    [
      ['generate', '--unregistered', '1.5'],
      '--unregistered: It takes a share',
      'hub generate --help',
    ],
  ])(
    '%j: says what is wrong and what to do, and not what was typed as a value',
    async (words, ...sentences) => {
      const { said, ended } = await aTerminal().run(...words)
      expect(ended).toBeInstanceOf(CommanderError)
      for (const sentence of sentences) expect(said).toContain(sentence)
      expect(said).not.toContain('Canary')
    },
  )
})
