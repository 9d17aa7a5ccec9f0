import { formatJour, formatRepere } from '../../ingest/socle/francais/format.ts'
import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import { direEuros } from '../../web/components/seuils-de-ressources.tsx'
import type { Decision, ReglageOffert } from '../../web/pages/parametres.tsx'
import { ROLES } from '../acces/roles.ts'
import { minuteDe } from '../horloge.ts'
import type { BaseEtat } from '../state/etat.ts'
import { listerNormes, type Nature, type Reglage } from '../state/normes.ts'
import { type CleReglage, estDuTerritoire, listerReglages, type Reglages } from '../state/reglages.ts'
import { listerSeuils } from '../state/seuils.ts'
import { FICHES } from './fiches.ts'
import { epurerNombre } from './nombre-saisi.ts'

interface Offre {
  readonly libelle: string
  readonly aide: string
  /** The values that may be chosen, as JSON, each with its words. */
  readonly options: readonly (readonly [valeur: string, libelle: string])[]
}

const roles = (...liste: readonly string[]) => JSON.stringify(liste)

/** What may be set, in words. */
export const OFFRES: Readonly<Record<CleReglage, Offre>> = {
  copil_nominatif: {
    libelle: 'Affichage nominatif en comité',
    aide: 'Le comité de pilotage décide si les services lui sont nommés ; sinon, ils portent un numéro.',
    options: [
      ['false', 'services sans nom'],
      ['true', 'services nommés'],
    ],
  },
  jours_mesure: {
    libelle: 'Échéance d’une mesure corrective',
    aide: 'Le temps qu’a un service pour envoyer son plan d’actions, depuis l’ouverture de la mesure.',
    options: [
      ['15', '15 jours'],
      ['30', '30 jours'],
      ['45', '45 jours'],
      ['60', '60 jours'],
    ],
  },
  jours_observations: {
    libelle: 'Délai d’observations',
    aide: 'Le temps qu’a un service pour répondre à une demande formalisée, avant que le comité et le préfet ne la voient.',
    options: [
      ['15', '15 jours'],
      ['21', '21 jours'],
      ['30', '30 jours'],
    ],
  },
  demarches_par_jour: {
    libelle: 'Démarches par jour',
    aide: 'Combien un compte peut en envoyer, ou en essayer, en un jour : le nombre borne qui chercherait des numéros.',
    options: [
      ['10', '10 par compte'],
      ['30', '30 par compte'],
      ['60', '60 par compte'],
      ['200', '200 par compte'],
    ],
  },
  mois_du_semestriel: {
    libelle: 'Comptes rendus semestriels',
    aide: 'Quand sont dus le compte rendu au préfet et le bilan aux partenaires.',
    options: [
      ['1', '31 janvier et 31 juillet'],
      ['2', 'fin février et 31 août'],
      ['3', '31 mars et 30 septembre'],
    ],
  },
  secondes_requete: {
    libelle: 'Durée d’une requête libre',
    aide: 'Le temps au-delà duquel une requête est arrêtée.',
    options: [
      ['10', '10 secondes'],
      ['30', '30 secondes'],
      ['60', 'une minute'],
    ],
  },
  second_facteur: {
    libelle: 'Second facteur',
    aide: 'Un code demandé à chaque connexion, en plus du mot de passe.',
    options: [
      [roles('gestionnaire'), 'gestionnaire'],
      [roles('gestionnaire', 'etat'), 'gestionnaire et direction départementale'],
      [roles(...ROLES), 'tous les rôles'],
      [roles(), 'aucun rôle'],
    ],
  },
  jours_inutilise: {
    libelle: 'Comptes inutilisés',
    aide: 'Un compte qui ne sert plus est fermé de lui-même.',
    options: [
      ['90', 'après 90 jours'],
      ['180', 'après 180 jours'],
      ['365', 'après 365 jours'],
    ],
  },
  mois_entre_revues: {
    libelle: 'Revue des comptes',
    aide: 'Le gestionnaire relit la liste des comptes et la signe.',
    options: [
      ['3', 'tous les trois mois'],
      ['6', 'tous les six mois'],
      ['12', 'une fois par an'],
    ],
  },
}

export const estCleReglage = (texte: string): texte is CleReglage => Object.hasOwn(OFFRES, texte)

/** Whose settings are shown: a territory's, and the installation's to who keeps it. */
export interface RessortReglages {
  readonly territoire: string | null
  readonly installation: boolean
}

export const reglagesOfferts = (
  { pour, ...communs }: Reglages,
  { territoire, installation }: RessortReglages,
): ReglageOffert[] => {
  const valeurs = { ...communs, ...pour(territoire ?? '') }
  return (Object.keys(OFFRES) as CleReglage[])
    .filter((cle) => installation || estDuTerritoire(cle))
    .map((cle) => ({ cle, ...OFFRES[cle], valeur: JSON.stringify(valeurs[cle]) }))
}

export const NATURES_EN_MOTS: Readonly<Record<string, string>> = {
  objectif: 'objectif',
  seuil: 'seuil',
  minimum: 'effectif minimum',
}

const ficheDe = (code: string) => FICHES.find((fiche) => fiche.code === code)

type NormeDite = Pick<Reglage, 'nature' | 'valeur'> & { readonly indicateur: string }

const direValeur = ({
  indicateur,
  nature,
  valeur,
}: Omit<NormeDite, 'nature'> & { readonly nature: string }): string => {
  if (valeur === null) return 'aucune norme'
  return formatRepere(nature === 'minimum' ? 'nombre' : (ficheDe(indicateur)?.unite ?? 'nombre'), valeur)
}

/** « un seuil de 10 % ». */
export const direNorme = (norme: NormeDite): string =>
  norme.valeur === null
    ? `plus aucun ${NATURES_EN_MOTS[norme.nature] ?? norme.nature}`
    : `un ${NATURES_EN_MOTS[norme.nature] ?? norme.nature} de ${direValeur(norme)}`

/** Every decision of a territory, and of the installation for who keeps it, the latest first. */
export const decisionsDe = async (
  etat: BaseEtat,
  { territoire, installation }: RessortReglages,
): Promise<Decision[]> => {
  const normes = territoire === null ? [] : await listerNormes(etat, territoire)
  const deNormes = normes.map((norme) => {
    return {
      objet: `${ficheDe(norme.indicateur)?.libelle ?? norme.indicateur}, ${NATURES_EN_MOTS[norme.nature] ?? norme.nature}`,
      valeur: direValeur(norme),
      depuis: enJour(norme.depuis),
      motif: norme.motif,
      saisiPar: norme.saisi_par,
      saisiLe: minuteDe(norme.saisi_le),
    }
  })
  const lus = (await listerReglages(etat)).filter((reglage) =>
    reglage.territoire === null ? installation : reglage.territoire === territoire,
  )
  const deReglages = lus.map(({ cle, valeur, depuis, motif, saisi_le, saisi_par }) => {
    const offre = estCleReglage(cle) ? OFFRES[cle] : undefined
    return {
      objet: offre?.libelle ?? cle,
      valeur: offre?.options.find(([code]) => code === valeur)?.[1] ?? valeur,
      depuis: enJour(depuis),
      motif,
      saisiPar: saisi_par,
      saisiLe: minuteDe(saisi_le),
    }
  })
  const seuils = territoire === null ? [] : await listerSeuils(etat, territoire)
  const deSeuils = seuils.map(({ epci, euros, depuis, motif, saisi_le, saisi_par }) => ({
    objet: `Premier quartile de ressources, ${decoupage().nomDe(epci)}`,
    valeur: direEuros(euros),
    depuis,
    motif,
    saisiPar: saisi_par,
    saisiLe: minuteDe(saisi_le),
  }))
  return [...deNormes, ...deReglages, ...deSeuils].sort((a, b) => (a.saisiLe < b.saisiLe ? 1 : -1))
}

/** What a field says of an indicator's norm, in the indicator's own unit; undefined where it is no number. */
export const lireValeurDeNorme = (indicateur: string, nature: Nature, saisie: string): number | null | undefined => {
  const texte = epurerNombre(saisie, /%|j$/)
  if (texte === '') return nature === 'minimum' ? undefined : null
  const nombre = Number(texte)
  if (!Number.isFinite(nombre) || nombre < 0) return undefined
  if (nature === 'minimum') return Number.isInteger(nombre) && nombre >= 1 ? nombre : undefined
  if (ficheDe(indicateur)?.unite !== 'part') return nombre
  return nombre <= 100 ? nombre / 100 : undefined
}

export const enMotsDepuis = (jour: Jour): string => `à compter du ${formatJour(jour)}`
