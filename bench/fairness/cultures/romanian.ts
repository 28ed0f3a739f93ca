import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Of them Roma, of whom many share few family names. */
export const romanian: Culture = {
  name: 'Romanian',
  given: {
    F: frequencies(`Maria 9, Elena 6, Ana 5, Ioana, Andreea, Mihaela, Alina, Gabriela, Simona, Cristina, Florentina, Roxana, Ștefania, Daniela, Ramona, Nicoleta, Loredana, Carmen, Adriana,
      Raluca, Diana, Monica, Lăcrămioara, Violeta, Narcisa, Denisa, Larisa`),
    M: frequencies(`Ion 6, Gheorghe 5, Andrei 5, Alexandru 5, Mihai, Cristian, Florin, Adrian, Marius, Vasile, Ștefan, Costel, Ionut, Daniel, Bogdan, Catalin, Razvan, Sorin, Dan, Marian,
      Constantin, Nicolae, Viorel, Dumitru, Iulian, Laurențiu`),
  },
  after: {
    F: {
      share: 0.45,
      names: frequencies(
        'Maria 20, Elena 15, Mihaela, Andreea, Cristina, Gabriela, Alexandra, Daniela',
      ),
    },
    M: {
      share: 0.4,
      names: frequencies(
        'Ion, Marian, Alexandru, Mihai, Florin, Constantin, Daniel, Ionut, Gabriel',
      ),
    },
  },
  families:
    frequencies(`Popescu 4, Popa 4, Stan 3, Dumitru 3, Ionescu 2, Radu 2, Constantin 3, Munteanu, Rusu, Moldovan, Lăcătuș 3, Lăcătușu, Țurcanu, Stoica, Matei, Dinu, Nistor, Ciobanu, Dragomir, Marin, Gheorghe 3,
    Lazar, Serban, Oprea, Tudor, Florea, Barbu, Cojocaru, Toma, Voicu, Neagu, Sandu, Balan, Ciurar, Rostas 2, Muntean`),
  lineage: 'family',
  takesNameShare: 0.8,
  sharedWordShare: 0.1,
  firstOfJanuaryShare: 0,
  sharedHouseShare: 0.2,
  spellings:
    groupsOf(`ioana joana oana / ion ionel john / gheorghe george ghita / mihai michael misu / andrei andrew / alexandru alex sandu / stefan stephen fane / stefania stephanie / nicolae nicu nicholas / constantin costel costin /
    cristian cristi christian / elena lenuta helen / maria marioara / ana anca anna / andreea andrea / gabriela gabi / nicoleta nico / ionut ionel / catalin katalin / vasile vasy / dumitru mitica dimitru / adrian adi / florin florian /
    popescu popesku / lacatus lacatusu lakatos / turcanu tsurcanu / ciobanu chiobanu / munteanu muntean / ionescu ionesku / rostas rostash`),
  slips: [
    { share: 32, slip: slip.respelt },
    { share: 26, slip: slip.calledOnly },
    { share: 16, slip: slip.exchanged },
    { share: 12, slip: slip.otherFamily },
    { share: 6, slip: slip.joined },
    { share: 5, slip: slip.inOneField },
    { share: 3, slip: slip.givenTakenForFamily },
  ],
}
