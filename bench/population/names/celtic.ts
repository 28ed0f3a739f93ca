import { irishNames } from '../../../local/seed/names/irish-names.ts'
import type { Random } from '../../../local/seed/random.ts'
import { draw, ranked } from '../ranked.ts'
import { englishGiven } from './english-given.ts'
import { englishSurname } from './english-surnames.ts'
import { givenFrom, type Habit, longer } from './habit.ts'

const british = { middleShare: 0.6, takesNameShare: 0.8, barrelShare: 0.03 }

const irishGiven = givenFrom({
  women: longer(
    irishNames.women,
    'Teresa, Noreen, Bridie, Philomena, Assumpta, Concepta, Una, Breda, Majella',
  ),
  men: longer(
    irishNames.men,
    'John, James, Thomas, Gerard, Kevin, Kieran, Desmond, Seamus, Aidan, Fintan, Ronan',
  ),
  girls: longer(
    [],
    'Aoife, Saoirse, Niamh, Ciara, Caoimhe, Grace, Emily, Roisin, Erin, Clodagh, Sadhbh, Aisling, Eimear',
  ),
  boys: longer(
    [],
    'Conor, Sean, Cian, Jack, Oisin, Fionn, Rian, Darragh, Cillian, Tadhg, Liam, Callum, Eoin, Caolan',
  ),
})
const scottishGiven = givenFrom({
  women: longer(
    [],
    `Fiona, Morag, Kirsty, Eilidh, Isla, Mhairi, Ailsa, Lorna, Shona, Moira, Catriona, Iona, Elspeth,
    Rhona, Senga, Heather, Mairi, Aileen, Sheena, Flora`,
  ),
  men: longer(
    [],
    `Iain, Angus, Hamish, Callum, Gregor, Fraser, Alasdair, Euan, Craig, Duncan, Ross, Fergus, Lachlan,
    Struan, Cameron, Finlay, Stuart, Murdo, Ruaridh, Archibald`,
  ),
})
const welshGiven = givenFrom({
  women: longer(
    [],
    `Sian, Bethan, Cerys, Ffion, Carys, Rhian, Nia, Angharad, Megan, Catrin, Eleri, Gwen, Mair, Delyth,
    Lowri, Seren, Elin, Non, Heledd, Rhiannon`,
  ),
  men: longer(
    [],
    `Gareth, Rhys, Dylan, Huw, Gwyn, Geraint, Ieuan, Owain, Iwan, Dafydd, Emyr, Aled, Hywel, Llyr, Osian,
    Macsen, Ifan, Tomos, Gethin, Alun`,
  ),
})

const stems = ranked(
  longer(
    [],
    `Donald, Kenzie, Lean, Leod, Kay, Gregor, Pherson, Intyre, Farlane, Intosh, Millan, Neil, Dougall, Arthur,
    Kenna, Laren, Innes, Callum, Alister, Lachlan, Queen, Bride, Naughton, Aulay, Clure, Nab, Ewan, Culloch, Kinnon`,
  ),
  { width: 5, power: 1 },
)
const irish = ranked(
  longer(
    irishNames.families,
    `O'Sullivan, Kennedy, O'Reilly, Dunne, McLoughlin, Carroll, Burke, Daly, O'Leary, Power,
    Hughes, O'Donnell, Foley, Keane, Healy, McGrath, Moran, Duffy, Flanagan, Hogan, O'Keeffe, Buckley, Kavanagh, Reilly,
    Dempsey, Tierney, Higgins, Mulcahy, Egan, McDermott, O'Callaghan, McMahon, Kearney, Hickey, Coughlan, Devlin`,
  ),
  { width: 8, power: 0.8 },
)
const clans = ranked(
  longer(
    [],
    `Campbell, Stewart, Fraser, Ross, Murray, Sinclair, Munro, Cameron, Forbes, Buchanan, Drummond, Menzies,
    Urquhart, Farquharson, Colquhoun, Lindsay, Ogilvie, Gillespie, Kerr, Abercrombie, Geddes, Carmichael, Galbraith`,
  ),
  { width: 5, power: 0.8 },
)
const welsh = ranked(
  longer(
    [],
    `Jones, Davies, Williams, Evans, Thomas, Roberts, Hughes, Morgan, Lewis, Griffiths, Edwards, Owen, Rees,
    Jenkins, Price, Morris, Llewellyn, Bevan, Pugh, Parry, Powell, Probert, Vaughan, Gwynne, Howells, Prosser, Bowen`,
  ),
  { width: 8, power: 0.8 },
)

/** Half of those with a Gaelic or Welsh surname bear an English given name. */
const orEnglish =
  (own: typeof irishGiven): typeof irishGiven =>
  (random, sex, year) =>
    random.chance(0.5) ? own(random, sex, year) : englishGiven(random, sex, year)

const scottishSurname = (random: Random): string => {
  if (random.chance(0.2)) return englishSurname(random)
  return random.chance(0.5)
    ? `${random.chance(0.4) ? 'Mac' : 'Mc'}${draw(random, stems)}`
    : draw(random, clans)
}

export const celticHabits: readonly Habit[] = [
  {
    ...british,
    origin: 'celtic',
    share: 45,
    given: orEnglish(irishGiven),
    family: (random) => draw(random, irish),
  },
  {
    ...british,
    origin: 'celtic',
    share: 30,
    given: orEnglish(scottishGiven),
    family: scottishSurname,
  },
  {
    ...british,
    origin: 'celtic',
    share: 25,
    given: orEnglish(welshGiven),
    family: (random) => draw(random, welsh),
  },
]
