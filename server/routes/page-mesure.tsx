import type { Context } from 'hono'
import { objetDe } from '../../web/modeles/mesures.ts'
import { PageMesure } from '../../web/pages/mesure.tsx'
import type { Env } from '../env.ts'
import { adresseDesLettres } from '../lecture/adresses.ts'
import { lienExportMesures } from '../lecture/exports.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import { lignesAChoisir } from '../lecture/ouvrir-mesure.ts'
import { lignesOffertes } from '../lecture/preuves.ts'
import type { SujetMesures } from '../lecture/sujet-mesures.ts'
import { modeleDeLActe } from '../services/lettres.ts'
import { lignesSuivies } from '../services/lignes-de-mesure.ts'
import { enRefus } from './formulaire.ts'

/** What was refused, and what had been typed. */
export interface Refusee {
  readonly refus?: string
  readonly saisie?: Readonly<Record<string, string>>
}

/** The page of a measure, or what was refused of it. */
export const rendreMesure = async (
  c: Context<Env>,
  { contexte, dernier, jugees }: SujetMesures,
  { mesure, vue }: MesureJugee,
  reste: Refusee & { readonly fait?: string } = {},
): Promise<Response> => {
  const ajoute = vue.possibles.some(({ acte }) => acte === 'AJOUTER') && dernier !== null
  const autres = jugees.filter((autre) => autre.mesure.service === mesure.service && autre.faits.etat !== 'CLOSE')
  const lecteur = c.get('lecteur')
  const gestion = lecteur.acces.role === 'gestionnaire'
  const codes = mesure.lignes.map(({ indicateur }) => indicateur)
  return c.html(
    <PageMesure
      contexte={contexte}
      mesure={vue}
      autres={autres
        .filter((autre) => autre.mesure.id !== mesure.id)
        .map((autre) => [String(autre.mesure.id), `${autre.mesure.reference}, ${objetDe(autre.vue)}`] as const)}
      ajoutables={ajoute ? lignesAChoisir(await lignesOffertes(dernier), mesure.service, lignesSuivies(jugees)) : []}
      saisie={reste.saisie ?? {}}
      adresse={gestion ? await adresseDesLettres(lecteur, mesure.territoire, mesure.service) : ''}
      projets={
        gestion
          ? vue.possibles.flatMap(({ acte }) =>
              modeleDeLActe(acte, codes) === null || acte === 'OUVRIR' ? [] : [acte],
            )
          : []
      }
      exports={lienExportMesures(contexte, mesure.id)}
      {...enRefus(reste.refus)}
      {...(reste.fait ? { fait: reste.fait } : {})}
    />,
    reste.refus ? 422 : 200,
  )
}
