import type { Random } from '../random.ts'
import { draw, ranked } from './ranked.ts'

// Most English surnames are places, and most places are two old words: some six thousand names of two parts, of which
// a few are common, and sixty thousand of three, of which none is.
const fall = { width: 25, power: 1 }

const heads = ranked(
  `Ash, Black, Brad, Hol, Green, Whit, Wood, Har, Sten, Thorn, Row, Lang, Brom, Ald, Win, Hal, Mar, Stan, Burn,
  Cran, Dun, Ed, Far, Haw, Hen, Hor, Kel, Kirk, Lea, Lin, Lock, Mead, Mid, Nor, Oak, Ol, Os, Pem, Pick, Pil, Pres,
  Rad, Raw, Red, Rom, Rut, Sal, Sea, Shep, Ship, Stock, Stud, Sut, Swin, Tat, Thur, Til, Wal, War, Wat, Wes, Wick, Wid,
  Wil, Wol, Worth, Wy, Al, Ather, Bag, Bam, Barn, Beck, Bent, Birk, Blen, Bos, Bough, Box, Brace, Bram, Bur, Cal, Car,
  Chad, Chal, Chat, Chis, Cleg, Clif, Col, Comp, Cot, Craw, Cros, Cul, Dar, Del, Den, Dray, Eas, Ecc, El, Ever, Fel,
  Fen, Fin, Gar, Gold, Grim, Had, Hamp, Hat, Heb, Hes, Hink, Hud, Ing, Kil, Lath, Lever, Lud, Mel, Mil, Nut, Open,
  Pad, Pend, Rams, Sax, Shack, Shel, Silk, Skel, Sow, Spar, Stam, Tan, Tew, Tun, Up, Ux, Wen, Wins`,
  fall,
)
const links = ranked('ing, er, en, el, les, ers, in, ens', fall)
const tails = ranked(
  `ton, ley, field, worth, wood, well, ford, ham, by, shaw, land, burn, bury, ridge, man, way, dale, more, side,
  brook, croft, gate, house, combe, stone, den, bank, good, wick, bottom, hurst, cott, thwaite, ward, ling, cliffe,
  well, holm, stead, bridge, beck, hill, mere, ster, ock, don, gill, low, royd, head`,
  fall,
)
const endings = ranked('s, e, es', fall)

/** Three of one letter are never written. */
const joined = (parts: readonly string[]): string => parts.join('').replace(/(.)\1\1/g, '$1$1')

export const rareSurname = (random: Random): string => {
  const isLong = random.chance(0.35)
  const name = joined([draw(random, heads), isLong ? draw(random, links) : '', draw(random, tails)])
  return isLong && random.chance(0.2) && !name.endsWith('s') ? name + draw(random, endings) : name
}
