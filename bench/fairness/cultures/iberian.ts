import { groupsOf } from '../../../local/people/names/name-groups.ts'
import type { Culture } from '../culture.ts'
import { frequencies } from '../frequencies.ts'
import * as slip from '../name-slips.ts'

/** Of Spain, Portugal, Brazil and Latin America: one surname of the father, one of the mother. */
export const iberian: Culture = {
  name: 'Spanish, Portuguese',
  given: {
    F: frequencies(`Maria 12, Ana 6, Carmen, Isabel, Lucia, Paula, Marta, Laura, Cristina, Patricia, Rosa, Elena, Sofia, Gabriela, Fernanda, Juliana, Camila, Daniela, Beatriz, Ines, Teresa, Francisca,
      Joana, Catarina, Raquel, Valentina`),
    M: frequencies(`Jose 8, Juan 6, Carlos 5, Luis 5, Joao 4, Antonio 4, Manuel, Francisco, Miguel, Pedro, Javier, Diego, Rafael, Jorge, Fernando, Paulo, Ricardo, Bruno, Tiago, Andres, Alejandro, Rui, Sergio,
      Eduardo, Rodrigo`),
  },
  after: {
    F: {
      share: 0.5,
      names: frequencies(
        'Carmen, Isabel, Jose, Teresa, Luisa, Cristina, Fernanda, Paula, Beatriz, Elena, Pilar',
      ),
    },
    M: {
      share: 0.5,
      names: frequencies(
        'Luis, Carlos, Antonio, Maria, Manuel, Pedro, Miguel, Alberto, Henrique, Eduardo, Enrique',
      ),
    },
  },
  families:
    frequencies(`Garcia 6, Silva 3, da Silva 3, Santos 3, dos Santos 2, Rodriguez 4, Fernandez 3, Lopez 3, Martinez 4, Gonzalez 4, Sanchez 3, Perez 3, Ferreira 3, Pereira 3, Oliveira 3, Costa 2, Gomez, Martin, Ruiz, Diaz, Moreno, Munoz, Alvarez, Romero,
    Alonso, Navarro, Torres, Ramos, Castro, Rojas, Sousa, Rodrigues, Almeida, Carvalho, Ribeiro, Lima, Araujo`),
  lineage: 'of both parents',
  takesNameShare: 0.1,
  sharedWordShare: 0.25,
  firstOfJanuaryShare: 0,
  sharedHouseShare: 0.2,
  spellings:
    groupsOf(`jose josé pepe / joao joão john / maria maría / juan john / francisco paco / rodriguez rodrigues rodríguez / gonzalez gonzales gonçalves / lopez lopes / fernandez fernandes / martinez martines / perez peres /
    gomez gomes / sanchez sanches / garcia garcía / santos dos-santos / silva da-silva / sousa souza de-sousa / araujo araújo / munoz muñoz / alvarez alvares / ines inês / lucia lúcia luz / luis luiz / antonio antónio tony /
    sergio sérgio / beatriz bea / alejandro alex / manuel manolo / catarina katarina / raquel rachel`),
  slips: [
    { share: 34, slip: slip.halfOfFamily },
    { share: 16, slip: slip.familyTakenForGiven },
    { share: 14, slip: slip.calledOnly },
    { share: 14, slip: slip.respelt },
    { share: 8, slip: slip.joined },
    { share: 5, slip: slip.exchanged },
    { share: 5, slip: slip.inOneField },
    { share: 4, slip: slip.otherFamily },
  ],
}
