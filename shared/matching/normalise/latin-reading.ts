import { chineseLetters } from './chinese-letters.ts'
import { withSyllablesSpelt } from './syllable-letters.ts'
import { pairsOf } from './transliteration.ts'

// Those of Hebrew are a skeleton too.
const hebrew =
  'אa בb גg דd הh וv זz חch טt יy כk ךk לl מm םm נn ןn סs עa פp ףp צts ץts קk רr שsh תt'
const caucasian =
  'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყq შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh ' +
  'աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp ' +
  'քk օo ֆf ևev'
// Letters of Malayalam that bear no vowel.
const malayalam = 'ൺn ൻn ർr ൽl ൾl ൿk'

const letters: ReadonlyMap<string, string> = new Map([
  ...[hebrew, caucasian, malayalam].flatMap(pairsOf),
  ...chineseLetters,
])
const mark = /\p{M}/gu

/**
 * How a text in a script that stands as it is when it is compared may be read in Latin letters, or undefined where it holds
 * none. One of several readings of it, and the reading of many other names: good for looking, not for being sure.
 */
export const latinReadingOf = (text: string | undefined): string | undefined => {
  if (text === undefined || /^[\u0020-\u052f]*$/.test(text)) return undefined
  const spelt = withSyllablesSpelt(text)
  const read = [...spelt].map((letter) => letters.get(letter) ?? letter).join('')
  return read === text ? undefined : read.replace(mark, '')
}
