import { formatJour, formatMois, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { enJour, enMois, type Jour } from '../../ingest/socle/jour.ts'
import type { Champ } from '../../metrics/tableaux/champs.ts'
import { libelleDe } from '../../metrics/tableaux/libelles.ts'
import type { Tableau } from '../../metrics/tableaux/registry.ts'
import type { Cellule, LigneTableau, ReponseTableau } from '../../metrics/tableaux/reponse.ts'
import type { Famille, TableauStandard } from '../../metrics/tableaux/tableau.ts'
import { expliquerMotif } from '../pourquoi.ts'
import { phraseDesObjectifs } from './objectifs.ts'
import { nombreDe, sommeDe } from './sommer.ts'

/** A choice of the filters: its value in the address, its words, the group it stands in. */
export interface ChoixDeVue {
  readonly valeur: string
  readonly libelle: string
  readonly groupe: string | null
}

/** A standard table of the month shown, as a page is given it. */
export interface TableauLu {
  readonly declare: Tableau
  readonly reponse: ReponseTableau
  readonly champs: readonly Champ[]
  readonly choix: readonly ChoixDeVue[]
  /** The one that is shown; '' for all the territory. */
  readonly vue: string
  /** By commune or by EPCI; null where the table is by neither. */
  readonly par: 'COMMUNE' | 'EPCI' | null
}

export const FAMILLES: Readonly<Record<Famille, string>> = {
  STOCK: 'Stock (TAB01)',
  SERIES: 'Séries (TAB02)',
  MENAGES: 'Ménages (TAB03)',
  ATTRIBUTIONS: 'Attributions (TAB04)',
}

const VIDE = '–'

/** A cell in words. */
export const direCellule = ({ nom, sorte }: Champ, valeur: Cellule | undefined): string => {
  if (valeur === null || valeur === undefined) return nom === 'detail' ? '' : VIDE
  if (typeof valeur === 'boolean') return valeur ? 'Oui' : 'Non'
  if (typeof valeur === 'number') {
    if (sorte === 'part') return formatPart(valeur)
    return formatNombre(valeur, sorte === 'nombre' || sorte === 'jours' ? 1 : 0, 0)
  }
  if (sorte === 'jour') return formatJour(enJour(valeur))
  return nom === 'mois' ? formatMois(enMois(valeur)) : libelleDe(nom, valeur)
}

export const estChiffre = ({ sorte }: Champ): boolean => ['entier', 'nombre', 'part', 'jours'].includes(sorte)

/** The rows that a page shows: a word that no list knows has none where nobody wrote one, nor an objective that nobody concerns. */
export const lignesMontrees = ({ lignes }: ReponseTableau): readonly LigneTableau[] =>
  lignes
    .filter((ligne) => ligne.effectif !== 0 || !Object.values(ligne).includes('HORS_LISTE'))
    .filter(({ classees, non_classees }) => classees !== 0 || non_classees !== 0)

/** What names a row: all its fields that are codes. */
export const nomDeLigne = (champs: readonly Champ[], ligne: LigneTableau): string =>
  champs
    .filter(({ sorte }) => sorte === 'code' || sorte === 'booleen')
    .map((champ) =>
      champ.sorte === 'booleen'
        ? ligne[champ.nom] === true
          ? 'en mutation'
          : 'hors mutation'
        : direCellule(champ, ligne[champ.nom]),
    )
    .join(', ')

const phraseStock = ({ lignes }: ReponseTableau): string => {
  const somme = (poste: string) =>
    sommeDe(
      lignes.filter((ligne) => ligne.poste === poste),
      'effectif',
    )
  const solde = somme('STOCK_FIN') - somme('STOCK_DEBUT')
  const ecart =
    solde === 0
      ? 'Autant de demandes actives qu’au début'
      : `${compte(Math.abs(solde), 'demande')} ${accord(Math.abs(solde), 'active')} de ${solde > 0 ? 'plus' : 'moins'}`
  return `${ecart} : ${compte(somme('ENTREE'), 'entrée')}, ${compte(somme('SORTIE'), 'sortie')}.`
}

const phraseSerie = ({ lignes }: ReponseTableau): string => {
  const derniere = lignes.at(-1)
  if (derniere === undefined) return 'Aucun instantané ne clôt ces mois.'
  const { total, evolution_annuelle: sur } = derniere
  const evolution =
    typeof sur === 'number'
      ? ` : ${formatPart(Math.abs(sur))} de ${sur < 0 ? 'moins' : 'plus'} qu’un an plus tôt`
      : ', sans instantané d’un an plus tôt pour comparer'
  return `${compte(nombreDe(total), 'demande')} ${accord(nombreDe(total), 'active')} au ${formatJour(String(derniere.date) as Jour)}${evolution}.`
}

const phrasePlusNombreuse = (champs: readonly Champ[], { lignes }: ReponseTableau, quoi: string): string => {
  const total = sommeDe(lignes, 'effectif')
  const triees = lignes.toSorted((a, b) => nombreDe(b.effectif) - nombreDe(a.effectif))
  const [premiere] = triees
  if (premiere === undefined || total === 0) return `Aucune ${quoi} à compter.`
  return `Sur ${compte(total, quoi)}, la ligne la plus nombreuse est « ${nomDeLigne(champs, premiere)} » : ${formatNombre(nombreDe(premiere.effectif))}, soit ${formatPart(nombreDe(premiere.part))}.`
}

const phraseAnciennete = ({ lignes, moyenne_mois, mediane_mois }: ReponseTableau): string => {
  const total = sommeDe(lignes, 'effectif')
  return total === 0
    ? 'Aucune demande active.'
    : `Une demande sur deux attend depuis plus de ${formatNombre(mediane_mois ?? 0, 1, 0)} mois ; en moyenne, ${formatNombre(moyenne_mois ?? 0, 1)} mois.`
}

/** What a table says, in one sentence. */
export const phraseDuTableau = ({ declare, reponse, champs }: TableauLu): string => {
  const { forme, famille }: TableauStandard = declare
  if (reponse.motif === 'SEUIL_ABSENT')
    return fr(
      'Le seuil du premier quartile de ressources n’était saisi pour aucun EPCI quand ce mois a été compté : rien ne peut être mesuré.',
    )
  if (reponse.motif !== undefined) return expliquerMotif(reponse.motif)
  const { lignes } = reponse
  if (forme === 'STOCK') return fr(phraseStock(reponse))
  if (forme === 'SERIE') return fr(phraseSerie(reponse))
  if (forme === 'ANCIENNETE') return fr(phraseAnciennete(reponse))
  if (forme === 'SIGNATURES')
    return fr(`${compte(sommeDe(lignes, 'enregistrees'), 'attribution')} déjà saisies sur douze mois de signature.`)
  if (forme === 'DELAIS') return fr(`${compte(sommeDe(lignes, 'n'), 'attribution')} dont la date de bail est connue.`)
  if (forme === 'OBJECTIFS') return fr(phraseDesObjectifs(lignes))
  if (forme === 'PRESSION') {
    const [actives, attributions] = [sommeDe(lignes, 'actives'), sommeDe(lignes, 'attributions')]
    return fr(
      attributions === 0
        ? 'Aucune attribution saisie depuis douze mois.'
        : `${formatNombre(actives / attributions, 1)} demandes actives pour une attribution saisie depuis douze mois.`,
    )
  }
  const siennes = forme === 'VENTILATIONS' ? lignes.filter((ligne) => ligne.ventilation === 'logement_actuel') : lignes
  return fr(
    phrasePlusNombreuse(champs, { ...reponse, lignes: siennes }, famille === 'MENAGES' ? 'demande' : 'attribution'),
  )
}
