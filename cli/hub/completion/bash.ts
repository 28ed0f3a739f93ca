import type { Place } from './tree.ts'

const quoted = (words: readonly string[]): string => `'${words.join(' ').replaceAll("'", '')}'`

/** Lines of a `case` over where the words lead: which verbs there are to go on to. */
export const waysOf = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ path, verbs }) =>
    verbs.map(({ name }) => `      '${path} ${name}') at='${path} ${name}' ;;`),
  )

/** Lines of a `case` over where they have led: what may stand there. */
const wordsOf = (places: readonly Place[]): readonly string[] =>
  places.map(({ path, verbs, options, choices }) => {
    const words = [...verbs, ...options].map(({ name }) => name)
    return `    '${path}') words=${quoted([...choices, ...words])} ;;`
  })

/** Lines of a `case` over the word before: what its value may be; nothing where it is a file or anything. */
const valuesOf = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ name, choices }) => `    '${path} ${name}') words=${quoted(choices)} ;;`),
  )

/** What bash and zsh do alike: follow the words of `typed` to a place, and set `words` to what may stand there, or after `before`. */
export const casesOf = (typed: string, places: readonly Place[]): readonly string[] => [
  `  for word in ${typed}; do`,
  '    case "$at $word" in',
  ...waysOf(places),
  '    esac',
  '  done',
  '  case "$at" in',
  ...wordsOf(places),
  '  esac',
  '  case "$at $before" in',
  ...valuesOf(places),
  '  esac',
]

/** Names of files are offered by bash itself, where nothing else is. */
export const bashScript = (places: readonly Place[]): string =>
  [
    '# eval "$(hub completion bash)"',
    '_hub() {',
    "  local word at='hub' words=''",
    '  local current="$' + '{COMP_WORDS[COMP_CWORD]}" before="$' + '{COMP_WORDS[COMP_CWORD-1]}"',
    ...casesOf('"$' + '{COMP_WORDS[@]:1:COMP_CWORD-1}"', places),
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '}',
    'complete -o default -F _hub hub',
    '',
  ].join('\n')
