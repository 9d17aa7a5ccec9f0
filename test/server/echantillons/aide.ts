import type { Base } from '../../../ingest/store/base.ts'
import { texteDe } from '../../web/rendre.tsx'
import { adresse, creerApplication, poster } from '../aide.ts'

const TABLES = [
  ...(['echantillons_actes', 'echantillons_reponses', 'echantillons_fiches', 'echantillons_strates'] as const),
  ...(['echantillons', 'civilites_constats', 'civilites_mouvements'] as const),
] as const

export const TIRAGE = {
  ...{ mois: '2026-10', population: 'ACTIVES', strate: 'GUICHET', repartition: 'PROPORTIONNELLE' },
  ...{ minimum: '0', taille: '12', graine: 'essai' },
}

/** A form of a demande that is all right; what is given changes it. */
export const JUSTE = {
  ...{ constat: 'CONFORME', champ: '', note: '' },
  ...{ q_PIECE_IDENTITE: 'OUI', q_RELANCE: 'OUI', q_DEPOT_15_JOURS: 'OUI', q_COMMENTAIRES: 'OUI' },
  ...{ q_CRITERE_PROHIBE: 'OUI', q_REFUS_A_TORT: 'NON' },
}

/** The application asked by somebody, where no sample is drawn yet unless `garder` says so. */
export const preparerEchantillons = async (
  base: Base,
  personne: Parameters<typeof creerApplication>[1] = {},
  garder = false,
) => {
  const application = await creerApplication(base, personne)
  const { app, etat } = application
  if (!garder) for (const table of TABLES) await etat.deleteFrom(table).execute()
  const demander = (chemin: string, champs?: Readonly<Record<string, string>>) =>
    app.request(adresse(chemin), champs === undefined ? {} : poster(champs))
  const lire = async (chemin: string) => texteDe(await (await demander(chemin)).text())
  const tirer = async (reste: Readonly<Record<string, string>> = {}): Promise<string> => {
    const reponse = await demander('/echantillons', { ...TIRAGE, ...reste })
    const id = /^\/echantillons\/(\d+)\?/.exec(reponse.headers.get('location') ?? '')?.[1]
    if (id === undefined) throw new Error(`${reponse.status} ${texteDe(await reponse.text()).slice(0, 1500)}`)
    return id
  }
  const numeros = async (id: string): Promise<string[]> => {
    const lignes = await etat
      .selectFrom('echantillons_fiches')
      .select('numero_unique')
      .where('echantillon', '=', Number(id))
      .orderBy('rang')
      .execute()
    return lignes.map(({ numero_unique }) => numero_unique)
  }
  const journal = async (action: string) =>
    (await etat.selectFrom('journal').selectAll().where('action', '=', action).orderBy('id').execute()).map(
      (ligne) => ({
        ...ligne,
        detail: JSON.parse(ligne.detail) as Record<string, unknown>,
      }),
    )
  return { ...application, demander, lire, tirer, numeros, journal }
}
