import { mix } from '../../local/people/mix.ts'
import { nameList } from '../../local/people/names/name-list.ts'

// Letters that begin no British postcode, so that nothing meant for an invented person can reach a real door.
// @see Royal Mail, postcode areas in use
const areas =
  nameList(`WM, NM, EV, AD, AF, AG, AH, AJ, AM, AW, AY, BE, BF, BG, BJ, BK, BM, BP, BW, CC, CE, CJ, CL, CN, CP,
  CS, DB, DC, DF, DJ, DK, DM, DP, DR, DS, DW, EA, ED, EF, EG, EJ, EK, EL, EM, ER, ES, ET, FA, FB, FC, FD, FE, FF, FG, FH,
  FJ, FL, FM, FN, FP, FR, FS, FT, FW, GA, GB, GC, GD, GE, GF, GH, GJ, GK, GM, GN, GP, GR, GS, GT, GW, HB, HC, HE, HF, HH,
  HJ, HK, HL, HM, HN, HT, HW, JA, JB, JC, JD, JF, JG, JH, JJ, JK, JL, JM, JN`)

const districtsOfArea = 20
// A city has six districts of its area's twenty, a small town one.
const towns = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8]
const townsOfArea = 9

const openings =
  nameList(`West, North, East, South, High, Low, Old, New, Long, Stone, Cragg, Tanner, Salt, Fen, Ox, Mill,
  Holl, Marsh, Har, Thorn, Wick, Ash, Bram, Cold, Dun, Elm, Far, Gold, Hazel, Iron, King, Lamb, Maple, Nether, Otter,
  Pen, Raven, Sallow, Tarn, Under`)
const middles = nameList('er, en, ing, s, le, a, el, ham, ley, mar')
const closings =
  nameList(`ton, ford, bridge, vale, moor, wick, thorpe, haven, gate, mouth, stead, worth, combe, bury, field,
  minster, leigh, stowe, marsh, well`)

/** Each town a name of its own, as long as there are eight thousand of them at most. */
const townName = (town: number): string => {
  const all = openings.length * middles.length * closings.length
  const place = (town * 4_871) % all
  const opening = openings[place % openings.length] ?? ''
  const middle = middles[Math.floor(place / openings.length) % middles.length] ?? ''
  const closing = closings[Math.floor(place / openings.length / middles.length)] ?? ''
  return mix(town) % 3 === 0
    ? `${opening}${middle}${closing}`
    : `${opening}${middle} ${closing}`.replace(' ', '')
}

type District = { readonly outcode: string; readonly town: string }

/** The first half of a postcode, which belongs to one town. */
export const districtOf = (district: number): District => {
  const area = Math.floor(district / districtsOfArea)
  const within = district % districtsOfArea
  const round = Math.floor(area / areas.length)
  return {
    outcode: `${areas[area % areas.length] ?? ''}${within + 1 + round * districtsOfArea}`,
    town: townName(area * townsOfArea + (towns[within] ?? 0)),
  }
}
