import { expect } from 'vitest'
import { CARTE, GUICHETS } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'
import { adresse, type creerApplication, envoyer, poster } from '../aide.ts'

type App = Awaited<ReturnType<typeof creerApplication>>['app']

export interface Variante {
  readonly date?: string
  readonly territoire?: string
  /** The rank of the first demande. */
  readonly depuis?: number
  /** How many of them have an impossible date. */
  readonly fautives?: number
  readonly personnes?: string
  readonly demandes?: number
}

/** A snapshot whose office has its own headings and words: « Situation du dossier », « Vivante », « Seul au monde ». */
export const autrement = (variante: Variante = {}): Record<string, string> => {
  const { date = '2026-10-31', territoire = '013', depuis = 0, fautives = 0, personnes = '2', demandes = 60 } = variante
  return {
    'instantane.json': JSON.stringify({ ...CARTE, territoire, date }),
    'guichets.csv': enCsv(GUICHETS),
    'demandes.csv': enCsv(
      enTableau(
        Array.from({ length: demandes }, (_, i) => ({
          numero_unique: `0131026${String(i + depuis).padStart(6, '0')}AAAAA`,
          'Situation du dossier': i % 10 === 0 ? 'Close' : 'Vivante',
          'Créée le': '05/10/2026',
          'Couleur préférée': 'bleu',
          date_depot: i < fautives ? '45/45/2026' : '01/10/2026',
          date_radiation: i % 10 === 0 ? '20/10/2026' : '',
          situation_familiale: i % 2 === 0 ? 'Seul au monde' : 'Célibataire',
          nb_personnes: personnes,
        })),
      ),
    ),
  }
}

/** What a person says of them on the page. */
export const CORRESPONDANCE = {
  'intitule:Situation du dossier': 'statut',
  'intitule:Créée le': 'date_enregistrement',
  'mot:situation_familiale:Seul au monde': 'CELIBATAIRE',
}
export const STATUTS = { 'mot:statut:Vivante': 'ACTIVE', 'mot:statut:Close': 'RADIEE' }

/** Follows what a deposit is busy with until it asks for somebody, or is done. */
export const attendre = async (app: App, chemin: string): Promise<Response> => {
  for (let essai = 0; essai < 1200; essai++) {
    const reponse = await app.request(adresse(chemin))
    if (reponse.status !== 200 || !(await reponse.clone().text()).includes('data-suivi')) return reponse
    await new Promise((suite) => setTimeout(suite, 50))
  }
  throw new Error('le dépôt ne finit pas')
}

const versLeDepot = (reponse: Response): string => {
  expect([reponse.status, reponse.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/imports\/depots\//),
  ])
  return reponse.headers.get('location') ?? ''
}

/** Sends files, and waits for their examination. */
export const deposer = async (
  app: App,
  fichiers: Readonly<Record<string, Uint8Array | string>>,
  champs: Readonly<Record<string, string>> = {},
) => {
  const chemin = versLeDepot(await app.request(adresse('/imports'), envoyer(fichiers, champs)))
  const reponse = await attendre(app, chemin)
  return { chemin, statut: reponse.status, page: await reponse.text() }
}

/** Sends the form of an examination, and waits for what it leads to. */
export const agir = async (
  app: App,
  chemin: string,
  acte: 'examen' | 'charger',
  champs: Readonly<Record<string, string>> = {},
) => {
  const envoi = await app.request(adresse(`${chemin}/${acte}`), poster(champs))
  const reponse = envoi.status === 303 ? await attendre(app, envoi.headers.get('location') ?? '') : envoi
  return { statut: reponse.status, vers: reponse.headers.get('location'), page: await reponse.text() }
}

/** Maps what `autrement` says in its own words, then loads it. */
export const chargerAutrement = async (app: App, variante: Variante = {}, reste: Record<string, string> = {}) => {
  const { chemin } = await deposer(app, autrement(variante))
  await agir(app, chemin, 'examen', CORRESPONDANCE)
  return { chemin, ...(await agir(app, chemin, 'charger', { ...STATUTS, ...reste })) }
}

/** The words of a page, without its tags. */
export const texte = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
