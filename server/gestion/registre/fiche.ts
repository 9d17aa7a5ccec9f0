import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { estJour, type Jour, jourDeLInstant } from '../../../ingest/socle/jour.ts'
import type { Guichet } from '../../../ingest/store/guichet.ts'
import { FICHE_VIDE, type Fiche, NOMS_DES_CHAMPS } from '../../../web/registre.ts'
import { serviceDe } from '../../acces/groupes.ts'
import type { FicheRangee } from '../../state/registre.ts'

/** What a stored version of a sheet says. */
export const ficheDe = (rangee: FicheRangee): Fiche =>
  Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, rangee[nom] ?? ''])) as Fiche

const jourOuVide = (texte: string): Jour | null => (estJour(texte) ? texte : null)

/** The same, as it is stored. */
export const enRangee = (fiche: Fiche) => ({
  ...fiche,
  horaires_reportes_le: jourOuVide(fiche.horaires_reportes_le),
  cesse_le: jourOuVide(fiche.cesse_le),
})

/** The version that held at the end of a day, of those of a service, the oldest first; undefined before the first. */
export const versionAu = <V extends { readonly le: string }>(versions: readonly V[], jour: Jour): V | undefined =>
  versions.findLast(({ le }) => jourDeLInstant(le) <= jour)

const communeDe = <T>(guichets: readonly Guichet[], lire: (guichet: Guichet) => T | null | undefined): T | null => {
  const valeurs = new Set(guichets.map(lire))
  const [seule] = valeurs
  return valeurs.size === 1 ? (seule ?? null) : null
}

const adresseDe = ({ adresse, code_postal, commune }: Guichet): string =>
  [adresse, [code_postal, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ')

const EN_UNE_LIGNE = /^(.*\S)\s*,\s*(\d{5}\s.+)$/

/** Where a letter to a service goes, line by line: what its sheet says for letters, else its one address; else empty. */
export const adressePostaleDe = ({ adresse_postale, adresses }: Fiche): string => {
  if (adresse_postale !== '') return adresse_postale
  // Several lines are those of several guichets: none of them is the service's own.
  return adresses.includes('\n') ? '' : adresses.replace(EN_UNE_LIGNE, '$1\n$2')
}

/** A line for each guichet that says something, by its name where there are several; one where they all say the same. */
const parGuichet = (guichets: readonly Guichet[], lire: (guichet: Guichet) => string): string => {
  const dits = guichets.map((guichet) => [guichet.libelle, lire(guichet)] as const).filter(([, dit]) => dit !== '')
  const [premier] = dits
  if (premier === undefined) return ''
  if (dits.every(([, dit]) => dit === premier[1])) return premier[1]
  return dits.map(([nom, dit]) => `${nom} : ${dit}`).join('\n')
}

const fermetureDe = (guichets: readonly Guichet[]): string =>
  guichets.every(({ date_fermeture }) => date_fermeture != null)
    ? (guichets
        .map(({ date_fermeture }) => date_fermeture ?? '')
        .toSorted()
        .at(-1) ?? '')
    : ''

/**
 * The sheet of a service as a snapshot's register tells it. Its telephone and address are put among those that are not
 * published: the register does not say whose they are.
 */
const proposer = (guichets: readonly Guichet[], au: Jour): Fiche => {
  const ouverts = guichets.filter(({ date_fermeture }) => date_fermeture == null || date_fermeture > au)
  const siens = ouverts.length === 0 ? guichets : ouverts
  return {
    ...FICHE_VIDE,
    libelle: siens[0]?.service_libelle ?? siens[0]?.libelle ?? '',
    categorie: communeDe(siens, ({ categorie }) => categorie) ?? '',
    mode: communeDe(siens, ({ mode }) => mode) ?? '',
    guichets: siens.map(({ code, libelle }) => `${code} ${libelle}`).join('\n'),
    adresses: parGuichet(siens, adresseDe),
    horaires: parGuichet(siens, ({ horaires }) => horaires ?? ''),
    contact_telephone: siens.find(({ telephone }) => telephone)?.telephone ?? '',
    contact_courriel: siens.find(({ courriel }) => courriel)?.courriel ?? '',
    cesse_le: fermetureDe(guichets),
  }
}

/** The sheets that a snapshot's register proposes, by service; a guichet that it lacks makes none. */
export const fichesProposees = (guichets: readonly Guichet[], au: Jour): ReadonlyMap<string, Fiche> => {
  const inscrits = guichets.filter(({ categorie }) => categorie !== null)
  return new Map([...grouperPar(inscrits, serviceDe)].map(([code, siens]) => [code, proposer(siens, au)]))
}
