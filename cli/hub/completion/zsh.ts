import { casesOf } from './bash.ts'
import type { Place } from './tree.ts'

/** The same cases, in zsh's words: `words` is its own name for what was typed. */
export const zshScript = (places: readonly Place[]): string =>
  [
    '#compdef hub',
    '# source <(hub completion zsh)',
    '_hub() {',
    "  local word at='hub'",
    '  local -a typed=("$' + '{(@)words[2,CURRENT-1]}")',
    '  local before="$' + '{words[CURRENT-1]}"',
    "  local words=''",
    ...casesOf('$typed', places),
    '  if [[ -n $words ]]; then compadd -- $' + '{=words}; else _files; fi',
    '}',
    'compdef _hub hub',
    '',
  ].join('\n')
