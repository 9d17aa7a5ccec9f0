import { CALIBRAGE } from './calibrage.ts'
import type { Equilibre } from './calibrer.ts'
import type { NatureDeChangement } from './changements/changement.ts'
import type { Monde } from './monde.ts'
import { PART_DES_DIX_PREMIERS } from './parts.ts'

const entier = (n: number): string => String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
const pourcent = (part: number): string => `${String(Math.round(part * 1000) / 10).replace('.', ',')}\u00a0%`

const compteParNature = ({ changements }: Monde, nature: NatureDeChangement): number =>
  changements.filter((c) => c.nature === nature).length

/** What the made-up département supposes, in words to print beside it. */
export const direHypotheses = (monde: Monde, demandes: number, parAn: number, equilibre: Equilibre): string[] => {
  const compte = (categorie: string) => monde.guichets.filter((g) => g.categorie === categorie).length
  return [
    'Repères publiés pour les Bouches-du-Rhône : 85 428 demandes actives au 31/12/2020, dont 29,5 % de mutations ; environ 113 000 fin 2024.',
    `Stock visé : ${entier(demandes)} demandes actives au dernier instantané, en croissance de ${pourcent(CALIBRAGE.croissance)} par an.`,
    `Inscriptions : ${entier(parAn)} par an, soit ${pourcent(1 / equilibre.annees)} du stock, dont ${pourcent(CALIBRAGE.partPortail)} en ligne (GDPUB).`,
    `Attributions : ${pourcent(CALIBRAGE.attributions)} du stock par an ; retraits, rejets et irrecevabilités : ${pourcent(CALIBRAGE.autresRadiations)}.`,
    `Renouvellement : ${pourcent(CALIBRAGE.premierRenouvellement)} à la première échéance, ${pourcent(CALIBRAGE.renouvellementsSuivants)} aux suivantes.`,
    'Préavis : cinquante jours avant l’échéance ; l’extraction ne le montre qu’une fois la période de validité close.',
    `Guichets : ${monde.guichets.length}, dont ${compte('BAILLEUR')} de bailleurs inventés, ${compte('COMMUNE')} communes et ${compte('EPCI')} intercommunalités réelles ; les dix premiers font ${pourcent(PART_DES_DIX_PREMIERS)} des actes hors ligne.`,
    'Contacts partagés : un foyer, un CCAS ou une association pour huit mille demandes, de quelques dizaines à deux cents ménages chacun ; au foyer, un tiers des naissances au 1ᵉʳ janvier.',
    `Doublons : copies (mêmes noms et date), fautes de frappe, dates inversées, conjoints croisés, prénoms abrégés ou transcrits et noms d’usage, environ 3 % des inscriptions ; ${pourcent(CALIBRAGE.copiesTraitees)} des copies sont supprimées ou fusionnées.`,
    'Forçages : environ 1 à 2 % des inscriptions, et 8 à 15 % dans trois guichets.',
    'Unités de consommation, personnes à charge, tranche du plafond et public prioritaire : déduits de ce que le ménage déclare, sans tirage.',
    'Délai de saisie des attributions : médiane d’environ dix jours, neuvième décile d’environ soixante ; deux bailleurs saisissent par lots trimestriels.',
    'Logements attribués : numéro RPLS absent 5 à 10 %, réservataire autre ou absent 10 à 15 %.',
    `Modifications : ${pourcent(CALIBRAGE.modifications)} du stock par an ; associations : ${pourcent(CALIBRAGE.associations)} des demandes.`,
    `En cours de route : ${compteParNature(monde, 'DEGRADATION')} habitudes de guichets se dégradent, ${compteParNature(monde, 'AMELIORATION')} s’améliorent, ${compteParNature(monde, 'LOGICIEL')} guichets changent de logiciel, ${compteParNature(monde, 'CADENCE')} bailleurs de rythme ; ${monde.irregularites.rattrapages.size} rattrapages en un jour, ${monde.irregularites.silences.size} silences. Chacun est daté dans « verite ».`,
    'Les noms de bailleurs et leurs SIREN sont inventés ; communes et intercommunalités sont réelles, leurs chiffres ne le sont pas.',
  ]
}
