import { capitale, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Passage } from '../../metrics/changement/alertes.ts'
import type { Contribution } from '../../metrics/changement/decomposer.ts'
import type { LigneAffichee } from '../../web/affichee.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import { type Alertes, ligneDe } from '../../web/modeles/changement.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { Tableau, TypeColonne } from './tableau.ts'

const TYPES: Readonly<Record<FicheIndicateur['unite'], TypeColonne>> = {
  part: 'part',
  jours: 'jours',
  nombre: 'nombre',
}

interface LigneAlerte {
  readonly mouvement: string
  readonly entite: string
  readonly libelle: string
  readonly indicateur: string
  readonly avant: number | null
  readonly mois_avant: string | null
  readonly apres: number | null
  readonly mois_apres: string | null
  readonly seuil: number | null
  readonly etat: LigneAffichee['statut_affiche']
  readonly type: TypeColonne
}

const fenetre = (ligne: LigneAffichee | null): string | null =>
  ligne === null || ligne.valeur === null ? null : ligne.surDouzeMois ? 'douze mois' : 'le mois'

const alerteDe = (
  mouvement: string,
  passage: Passage<LigneAffichee>,
  fiches: ReadonlyMap<string, FicheIndicateur>,
): LigneAlerte[] => {
  const { avant, apres } = passage
  const ligne = ligneDe(passage)
  const fiche = fiches.get(ligne.indicateur)
  if (fiche === undefined) return []
  return [
    {
      mouvement,
      entite: ligne.entite,
      libelle: ligne.libelle,
      indicateur: fiche.code,
      avant: avant?.valeur ?? null,
      mois_avant: fenetre(avant),
      apres: apres?.valeur ?? null,
      mois_apres: fenetre(apres),
      seuil: seuilEn(fiche, ligne.fin),
      etat: apres?.statut_affiche ?? null,
      type: TYPES[fiche.unite],
    },
  ]
}

const typer = ({ type }: LigneAlerte): TypeColonne => type

/** The alerts that entered, stand and have gone, one row each, with the months that each value is of. */
export const tableauAlertesChangees = (
  { entrees, sorties, durent, aggravees }: Alertes,
  indicateurs: readonly FicheIndicateur[],
  [moisAvant, moisApres]: readonly [string, string],
  provenance: Provenance,
): Tableau<LigneAlerte> => {
  const fiches = new Map(indicateurs.map((fiche) => [fiche.code, fiche]))
  const pires = new Set(aggravees)
  return {
    titre: 'Alertes changées',
    colonnes: [
      { nom: 'mouvement', intitule: 'Mouvement', type: 'texte' },
      { nom: 'entite', intitule: 'Code', type: 'texte' },
      { nom: 'libelle', intitule: 'Guichet ou service', type: 'texte' },
      { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
      { nom: 'avant', intitule: capitale(moisAvant), type: 'nombre', typer },
      { nom: 'mois_avant', intitule: `Sur, ${dansPhrase(moisAvant)}`, type: 'texte' },
      { nom: 'apres', intitule: capitale(moisApres), type: 'nombre', typer },
      { nom: 'mois_apres', intitule: `Sur, ${dansPhrase(moisApres)}`, type: 'texte' },
      { nom: 'seuil', intitule: 'Seuil', type: 'nombre', typer },
      { nom: 'etat', intitule: 'État', type: 'texte' },
    ],
    lignes: [
      ...entrees.flatMap((p) => alerteDe('Entrée', p, fiches)),
      ...durent.flatMap((p) => alerteDe(pires.has(p) ? 'Aggravée' : 'Dure', p, fiches)),
      ...sorties.flatMap((p) => alerteDe('Sortie', p, fiches)),
    ],
    notes: notesDe(provenance),
  }
}

interface LigneContribution {
  readonly entite: string
  readonly libelle: string
  readonly numerateur_avant: number
  readonly denominateur_avant: number
  readonly numerateur_apres: number
  readonly denominateur_apres: number
  readonly taux: number
  readonly poids: number
  readonly total: number
}

/** Who makes the territory's change of an indicator, guichet by guichet or category by category; contributions are shares. */
export const tableauContributions = (
  titre: string,
  contributions: readonly Contribution[],
  nommer: (entite: string) => string,
  provenance: Provenance,
): Tableau<LigneContribution> => ({
  titre,
  colonnes: [
    { nom: 'entite', intitule: 'Code', type: 'texte' },
    { nom: 'libelle', intitule: 'Qui', type: 'texte' },
    { nom: 'numerateur_avant', intitule: 'Concernés, avant', type: 'entier' },
    { nom: 'denominateur_avant', intitule: 'Effectif, avant', type: 'entier' },
    { nom: 'numerateur_apres', intitule: 'Concernés, après', type: 'entier' },
    { nom: 'denominateur_apres', intitule: 'Effectif, après', type: 'entier' },
    { nom: 'taux', intitule: 'Effet du taux (points)', type: 'nombre' },
    { nom: 'poids', intitule: 'Effet du poids (points)', type: 'nombre' },
    { nom: 'total', intitule: 'Contribution (points)', type: 'nombre' },
  ],
  lignes: contributions.map(({ entite, avant, apres, taux, poids, total }) => ({
    entite,
    libelle: nommer(entite),
    numerateur_avant: avant.numerateur,
    denominateur_avant: avant.denominateur,
    numerateur_apres: apres.numerateur,
    denominateur_apres: apres.denominateur,
    taux: 100 * taux,
    poids: 100 * poids,
    total: 100 * total,
  })),
  notes: notesDe(provenance),
})
