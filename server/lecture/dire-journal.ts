import { formatJour, formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte, dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { estJour, estMois, moisDe } from '../../ingest/socle/jour.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import { RAISONS_ALERTE } from '../../web/alertes.ts'
import { nomCategorie } from '../../web/categories.ts'
import { ACTES_DEMARCHE } from '../../web/demarches/mots.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import { FILTRES_GROUPES, MOTS_CLES } from '../../web/doublons.ts'
import { ACTES_MESURE } from '../../web/mesures.ts'
import { decouperNumero } from '../../web/numero.ts'
import { ACTES_REQUETE, type CodeRefusRequete, MOTS_REFUS } from '../../web/requetes.ts'
import { estRole, LIBELLES_ROLES } from '../acces/roles.ts'
import { ACTIONS } from '../state/actions.ts'
import { OFFRES } from './offres-reglages.ts'
import { NATURES_EN_MOTS } from './parametres.ts'
import { A_PART } from './reglages-a-part.ts'

type Detail = Readonly<Record<string, unknown>>

const LISTES: Readonly<Record<string, string>> = {
  doublons: 'la liste des doublons',
  forcages: 'la liste des forçages',
  demarches: 'les démarches',
  signalements: 'les signalements',
  journal: 'le journal',
  rejets: 'les lignes rejetées',
  'contacts fréquents': 'les contacts fréquents',
  echantillon: 'les demandes tirées',
  civilites: 'les mouvements de civilité',
}

const MOTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  action: ACTIONS,
  etat: { ...FILTRES_GROUPES, IMPORTE: 'chargé', REMPLACE: 'remplacé', DEJA_IMPORTE: 'inchangé' },
  cle: {
    ...MOTS_CLES,
    ...A_PART,
    ...Object.fromEntries(Object.entries(OFFRES).map(([cle, { libelle }]) => [cle, libelle])),
  },
  nature: NATURES_EN_MOTS,
  par: { MOT_DE_PASSE: 'par mot de passe', OIDC: 'par le fournisseur d’identité' },
  acte: {
    ...ACTES_MESURE,
    ...ACTES_REQUETE,
    ENREGISTRER: 'enregistrée',
    FAIT: 'déclarée faite',
    SANS_REPONSE: 'ménage sans réponse',
    ANNULE: 'déclaration reprise',
  },
  raison: RAISONS_ALERTE,
  sorte: Object.fromEntries(Object.entries(SORTES).map(([code, { libelle }]) => [code, libelle])),
  suite: ACTES_DEMARCHE,
  contact: { TELEPHONE: 'un téléphone', COURRIEL: 'un courriel' },
}

const motDe = (nom: string, valeur: unknown): string => {
  const mots = MOTS[nom] ?? {}
  const code = String(valeur)
  return dansPhrase(Object.hasOwn(mots, code) ? (mots[code] ?? code) : code)
}

const jourOuMois = (valeur: unknown): string => {
  const texte = String(valeur)
  if (estJour(texte)) return formatJour(texte)
  return estMois(texte) ? formatMois(texte) : texte
}

const entiteDe = ({ niveau, entite }: Detail): string => {
  if (niveau === 'TERRITOIRE') return 'tout le territoire'
  if (niveau === 'CATEGORIE') return `catégorie ${dansPhrase(nomCategorie(String(entite)))}`
  return `${niveau === 'SERVICE' ? 'service' : 'guichet'} ${String(entite)}`
}

const periodeDe = ({ debut, fin }: Detail): string => {
  const [de, a] = [String(debut), String(fin)]
  if (estJour(de) && estJour(a) && moisDe(de) === moisDe(a)) return formatMois(moisDe(a))
  return `du ${jourOuMois(de)} au ${jourOuMois(a)}`
}

const roleDe = (role: unknown): string => {
  const code = String(role)
  return `rôle ${dansPhrase(estRole(code) ? LIBELLES_ROLES[code] : code)}`
}

const listeDe = (valeurs: unknown): string[] => (Array.isArray(valeurs) ? valeurs.map(String) : [String(valeurs)])

/** What each fact of an entry is in words; an empty text says nothing. */
const PHRASES: Readonly<Record<string, (valeur: unknown, detail: Detail) => string>> = {
  liste: (valeur) => LISTES[String(valeur)] ?? String(valeur),
  table: (valeur) => LISTES[String(valeur)] ?? String(valeur),
  indicateur: (code) => dansPhrase(indicateurDe(String(code))?.libelle ?? String(code)),
  niveau: (_, detail) => entiteDe(detail),
  entite: () => '',
  debut: (_, detail) => periodeDe(detail),
  fin: () => '',
  tous: (tous) => (tous === true ? 'tous les dossiers examinés' : ''),
  forme: (forme) => `fichier ${String(forme).toUpperCase()}`,
  mois: jourOuMois,
  date: (jour) => `instantané du ${jourOuMois(jour)}`,
  instantane: (jour) => `instantané du ${jourOuMois(jour)}`,
  au: (jour) => `radiées depuis un an au ${jourOuMois(jour)}`,
  instantanes_clos: (n) => compte(Number(n), 'instantané clos', 'instantanés clos'),
  rejetees: (n) => compte(Number(n), 'ligne rejetée', 'lignes rejetées'),
  guichet: (code) => `guichet ${String(code)}`,
  page: (page) => (typeof page === 'number' ? `page ${formatNombre(page)}` : `à l’adresse ${String(page)}`),
  requete: (empreinte) => `requête d’empreinte ${String(empreinte)}`,
  lignes: (n) => compte(Number(n), 'ligne'),
  issue: (code) => `sans résultat : ${MOTS_REFUS[String(code) as CodeRefusRequete] ?? String(code)}`,
  annexe: (numero) => `liste jointe n° ${String(numero)}`,
  mesure: (reference) => `mesure ${String(reference)}`,
  echantillon: (reference) => `échantillon ${String(reference)}`,
  fiche: (rang) => `fiche ${String(rang)}`,
  document: (nom) => `« ${String(nom)} »`,
  dernier_mois: (mois) => `jusqu’à ${jourOuMois(mois)}`,
  habilitation: (rang) => `habilitation n° ${String(rang)}`,
  campagne: (rang) => `revue n° ${String(rang)}`,
  droit: (rang) => `demande de droit n° ${String(rang)}`,
  groupe: (rang) => `groupe ${String(rang)}`,
  numeros: (numeros) => `numéros ${enumerer(listeDe(numeros).map(decouperNumero))}`,
  demarche: (n) => `démarche ${String(n)}`,
  envoyee: (envoyee) => (envoyee === true ? '' : 'refusée à l’envoi'),
  numero: (numero) => `numéro ${decouperNumero(String(numero))}`,
  depuis: (jour) => `à compter du ${jourOuMois(jour)}`,
  jusqua: (jour) => `jusqu’au ${jourOuMois(jour)}`,
  role: roleDe,
  territoires: (codes) => `territoires ${enumerer(listeDe(codes))}`,
  service: (code) => (code === null ? '' : `service ${String(code)}`),
  quoi: String,
  compte: (courriel) => `compte ${String(courriel)}`,
  adresse: (adresse) => `depuis l’adresse ${String(adresse)}`,
  fermes: (n) => compte(Number(n), 'compte fermé', 'comptes fermés'),
  avant: (portee) => `auparavant ${direFaits(portee as Detail)}`,
  apres: (portee) => `désormais ${direFaits(portee as Detail)}`,
}

const enMots = (valeur: unknown): string => {
  if (Array.isArray(valeur)) return enumerer(valeur.map(enMots))
  if (typeof valeur === 'object' && valeur !== null) return `(${direFaits(valeur as Detail)})`
  return valeur === true ? 'oui' : valeur === false ? 'non' : String(valeur ?? 'aucun')
}

const direFait = (nom: string, valeur: unknown, detail: Detail): string => {
  if (Object.hasOwn(PHRASES, nom)) return PHRASES[nom]?.(valeur, detail) ?? ''
  if (Object.hasOwn(MOTS, nom)) return motDe(nom, valeur)
  return `${nom.replaceAll('_', ' ')} : ${enMots(valeur)}`
}

/** The facts of an entry of the audit log, in French: labels for codes, days and months as they are read. */
export const direFaits = (detail: Detail): string =>
  Object.entries(detail)
    .map(([nom, valeur]) => direFait(nom, valeur, detail))
    .filter((texte) => texte !== '')
    .join(', ')
