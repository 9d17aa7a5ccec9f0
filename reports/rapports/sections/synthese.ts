import {
  formatEvolution,
  formatMois,
  formatNombre,
  formatRepere,
  formatValeur,
} from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { direSemestre, semestrePlus } from '../../../ingest/socle/semestre.ts'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import { nomsCategorie } from '../../../web/categories.ts'
import { drawEmpilement } from '../../../web/charts/empilement.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import { titreAlertes } from '../../../web/modeles/bilan-mois.ts'
import type { Bloc, FigureDuDocument, ReperesDuDocument, TableDuDocument } from '../../document.ts'
import { enAlerteDe } from '../../narrative/alertes.ts'
import { faitsMarquants } from '../../narrative/faits-marquants.ts'
import { propositions } from '../../narrative/propositions.ts'
import { decimal, dit, figure, points, sousTitre } from '../blocs.ts'
import type { MatiereDuSemestre } from '../matiere.ts'

type Repere = ReperesDuDocument['chiffres'][number]

const duTerritoire = (lignes: readonly LigneIndicateur[], code: string) =>
  lignes.find(({ niveau, indicateur }) => niveau === 'TERRITOIRE' && indicateur === code)

const repereDe = (matiere: MatiereDuSemestre, code: string): Repere[] => {
  const fiche = matiere.fiches.find((une) => une.code === code)
  const ligne = duTerritoire(matiere.chiffres.semestre, code)
  if (fiche === undefined || ligne === undefined || ligne.valeur === null) return []
  const avant = duTerritoire(matiere.chiffres.unAnAvant, code)?.valeur ?? null
  const seuil = seuilEn(fiche, ligne.fin)
  const evolution = fiche.unite === 'nombre' ? formatEvolution(ligne.valeur, avant) : null
  const precisions = [
    seuil === null ? '' : `norme ${formatRepere(fiche.unite, seuil)}`,
    evolution !== null
      ? `${evolution} sur un an`
      : avant === null
        ? ''
        : `${formatValeur(fiche.unite, avant)} un an plus tôt`,
  ]
  return [
    {
      libelle: fr(fiche.libelle),
      valeur: formatValeur(fiche.unite, ligne.valeur),
      precision: fr(precisions.filter((p) => p !== '').join(', ')),
    },
  ]
}

const repereAlertes = (matiere: MatiereDuSemestre): Repere => {
  const { mots, juges, enAlerte, avant } = enAlerteDe(matiere)
  const reste = avant === null ? '' : `, ${formatNombre(avant.size)} au semestre précédent`
  return {
    libelle: `${mots[1].charAt(0).toLocaleUpperCase('fr')}${mots[1].slice(1)} en alerte`,
    valeur: formatNombre(enAlerte.size),
    precision: fr(`sur ${formatNombre(juges)}${reste}`),
  }
}

const alertesParMois = (matiere: MatiereDuSemestre): FigureDuDocument => {
  const { alertesParMois: mois, atelier } = matiere
  const [premier, dernier] = [mois[0], mois.at(-1)]
  const periode =
    premier === undefined || dernier === undefined ? '' : `${formatMois(premier.mois)} à ${formatMois(dernier.mois)}.`
  const alternative = mois
    .map(({ mois: m, alertes, surveillances }) =>
      alertes === null
        ? `${formatMois(m)} : inconnu`
        : `${formatMois(m)} : ${alertes} en alerte, ${surveillances} à surveiller`,
    )
    .join(' ; ')
  return figure(drawEmpilement(atelier, mois, alternative, 706), {
    titre: titreAlertes(mois),
    alternative: `Alertes et points à surveiller par mois. ${alternative}.`,
    note: `En rouge, les alertes ; en clair, ce qui est à surveiller. ${periode.charAt(0).toLocaleUpperCase('fr')}${periode.slice(1)}`,
    etroite: true,
  })
}

const pourCent = (jugements: MatiereDuSemestre['jugements']['semestre'], categorie: string | null): number | null => {
  const sienne = jugements.find((une) => une.categorie === categorie)
  return sienne === undefined || sienne.jugements === 0 ? null : (100 * sienne.alertes) / sienne.jugements
}

/** How often each category is found in alert, out of a hundred times that it is judged. */
const alertesPourCent = ({ jugements, semestre }: MatiereDuSemestre): TableDuDocument => ({
  sorte: 'table',
  titre: 'Alertes pour cent contrôles, par catégorie',
  feuille: 'Alertes par catégorie',
  colonnes: [
    { intitule: 'Catégorie', part: 3 },
    { intitule: direSemestre(semestre).replace(/emestre \d+/, 'em.'), nombre: true, part: 1.4 },
    { intitule: direSemestre(semestrePlus(semestre, -1)).replace(/emestre \d+/, 'em.'), nombre: true, part: 1.4 },
  ],
  lignes: jugements.semestre.map(({ categorie }) => [
    dit(nomsCategorie(categorie)),
    decimal(pourCent(jugements.semestre, categorie)),
    decimal(pourCent(jugements.precedent, categorie)),
  ]),
  note: fr('Un contrôle : un indicateur d’un guichet jugé un mois.'),
})

const REPERES = ['demandes_actives', 'forcages', 'delai_attribution']
const FAITS = 5
const DEMANDES = 3

/** What the reader is asked, in the words of the gestionnaire, else as proposed. */
export const demandes = (matiere: MatiereDuSemestre): readonly string[] => {
  const saisie = matiere.saisies.get('decisions')
  return saisie === undefined ? propositions(matiere).map(({ texte }) => texte) : saisie.texte.split(/\n+/)
}

/** The key facts, in the words of the gestionnaire, else as proposed. */
const faits = (matiere: MatiereDuSemestre): readonly string[] => {
  const saisie = matiere.saisies.get('faits_marquants')
  return saisie === undefined ? faitsMarquants(matiere).map(({ texte }) => texte) : saisie.texte.split(/\n+/)
}

/** The first page. */
export const synthese =
  (demande: string) =>
  (matiere: MatiereDuSemestre): Bloc[] => {
    const demandees = demandes(matiere).slice(0, DEMANDES)
    const [premier = [], ...suivants] = REPERES.map((code) => repereDe(matiere, code))
    return [
      { sorte: 'reperes', chiffres: [...premier, repereAlertes(matiere), ...suivants.flat()] },
      sousTitre('Faits marquants'),
      ...points(faits(matiere).slice(0, FAITS), true),
      { sorte: 'paire', blocs: [alertesParMois(matiere), alertesPourCent(matiere)] },
      ...(demandees.length === 0 ? [] : [sousTitre(demande), ...points(demandees)]),
    ]
  }
