import { compteDuCourriel } from '../../server/state/comptes.ts'
import { ouvrirBase } from '../base.ts'
import { ecrireDossier, fichiers } from '../ingest/instantane.ts'
import { adresse, creerApplication, poster, suivre } from './aide.ts'

export const NOUVEAU = { nom: 'Ali Ben', courriel: 'ali.ben@exemple.fr', role: 'etat', territoires: '013', service: '' }

export const preparer = async () => {
  const { base, charger } = await ouvrirBase()
  await charger(ecrireDossier(fichiers()))
  const application = await creerApplication(base)
  /** A page, or the one that a form leads to. */
  const demander = async (chemin: string, champs?: Record<string, string>) =>
    suivre(application.app, await application.app.request(adresse(chemin), champs === undefined ? {} : poster(champs)))
  const idDe = async (courriel: string) => (await compteDuCourriel(application.etat, courriel))?.id
  return { base, ...application, demander, idDe }
}
