import { waysOf } from './bash.ts'
import type { CompletedOption, Place } from './tree.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`

const optionLine = (at: string, { name, says, takesValue, choices }: CompletedOption): string => {
  const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ' -r -F'
  return `${at} -l ${name.replace(/^--/, '')} -d ${quoted(says)}${takesValue ? value : ''}`
}

const linesOf = ({ path, verbs, options, choices }: Place): readonly string[] => {
  const at = `complete -c hub -n "__hub_at ${quoted(path)}"`
  return [
    ...verbs.map(({ name, says }) => `${at} -f -a ${name} -d ${quoted(says)}`),
    ...choices.map((choice) => `${at} -f -a ${choice}`),
    ...options.map((option) => optionLine(at, option)),
  ]
}

/** In fish each word that may stand somewhere is a line, with what it is for. */
export const fishScript = (places: readonly Place[]): string =>
  [
    '# hub completion fish | source',
    'function __hub_at',
    '  set -l at hub',
    '  for word in (commandline -opc)[2..]',
    '    switch "$at $word"',
    ...waysOf(places).map((line) =>
      line.replace(/^ +('[^']+')\) at=('[^']+') ;;$/, '      case $1\n        set at $2'),
    ),
    '    end',
    '  end',
    '  test "$at" = "$argv[1]"',
    'end',
    ...places.flatMap(linesOf),
    '',
  ].join('\n')
