import { expect, it } from 'vitest'
import { hubCommand } from '../../../builders/hub-command.ts'

/** What somebody new types, and the sentence that says what to do. */
const calls: readonly (readonly [string, string])[] = [
  ['nonsense', 'There is no nonsense.\nhub takes one of: client, agency'],
  ['client lsit', 'There is no lsit.\n(Did you mean list?)\nhub client takes one of: register'],
  ['client list extra words', 'extra, words: list takes fewer words.\nhub client list --help'],
  ['client list --tables', 'There is no option --tables.'],
  ['client suspend --by W-1', '<id> is missing.\nhub client suspend --help says what it takes.'],
  ['client suspend no-such --by W-1', 'there is no client no-such: client list names them'],
  ['client suspend no-such --by', '--by <work-id> has no value.'],
  ['agency end turning-tide --until 2027-01-01', '--by <work-id> is missing.'],
  ['agency end turning-tide --until 31/12/2026 --by W-1', '--until: a day as YYYY-MM-DD'],
  [
    'client register new-auditor --role auditor --jwks none.json --by W-1',
    'none.json: cannot be read',
  ],
  [
    'client register new-auditor --role auditor --jwks bad.json --by W-1',
    'this is neither PEM nor JSON',
  ],
  ['authority add E0600099 --name X --key k --by W-1', 'GSS code of an English authority'],
  ['hold place --record 1 --reason FOO --asked-by 1 --by W-1', '--record: the id of a child'],
  ['export folder --hub x --client a --key none --practitioner A-1', 'none: cannot be read'],
  ['export folder --hub x --client a --key bad.json --practitioner A-1 --ask when', '--ask: NAME='],
  ['witness folder --hub x', '--client <id> is missing.\nhub witness --help says what it takes.'],
  ['checkpoint-key use nothing --by W-1', 'checkpoint-key show names them'],
]

it('answers every wrong call with a sentence that says what to do, and with 2', async () => {
  const { run, write } = await hubCommand()
  write('bad.json', '{"kty":')
  for (const [line, words] of calls) {
    const { code, said } = await run(line)
    expect([line, code, said]).toEqual([line, 2, expect.stringContaining(words)])
    expect(said).not.toMatch(/^error:|\n {4}at |undefined/)
  }
})
