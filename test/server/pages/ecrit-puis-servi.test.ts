import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { qualifierForcage } from '../../../server/state/qualifications.ts'
import { regler } from '../../../server/state/reglages.ts'
import { adresse, creerServeur, ouvrirPour, poster } from '../aide.ts'
import { COPIE, DEMANDES, instantane, preparer } from '../doublons.ts'
import { demander } from './scene.ts'

const DECISION = {
  territoire: '013',
  depuis: enJour('2026-11-01'),
  motif: 'décidé',
  saisi_le: '2026-11-23 10:00:00',
  saisi_par: 'essai',
}

const ouvrir = async () => {
  const { base, charger } = await preparer()
  const serveur = await creerServeur(base)
  const personne = (role: 'gestionnaire' | 'copil') => ouvrirPour(serveur.etat, { role, territoires: ['013'] })
  const [temoin, copil] = [await personne('gestionnaire'), await personne('copil')]
  const lire = async (chemin: string, qui = temoin) => {
    const reponse = await demander(serveur, qui, chemin)
    return { texte: await reponse.text(), etiquette: reponse.headers.get('ETag') }
  }
  return { ...serveur, base, charger, temoin, copil, lire }
}

describe('ce qu’on vient d’écrire se voit à la page suivante', () => {
  it('un réglage posé par un autre processus : le comité voit ses services nommés, puis ne les voit plus', async () => {
    const { base, copil, lire, fermer } = await ouvrir()
    const page = '/indicateurs/demandes_actives'
    const avant = await lire(page, copil)
    expect(avant.texte).toContain('Service n°')
    expect((await lire(page, copil)).etiquette).toBe(avant.etiquette)
    await avecEtat(base.dossier, (etat) => regler(etat, 'copil_nominatif', true, DECISION))
    const nomme = await lire(page, copil)
    expect([nomme.texte.includes('Service n°'), nomme.texte.includes('Office Pervenche')]).toEqual([false, true])
    await avecEtat(base.dossier, (etat) => regler(etat, 'copil_nominatif', false, DECISION))
    expect(await lire(page, copil)).toEqual(avant)
    await fermer()
  })

  it('un chargement : les chiffres du mois qu’il remplace', async () => {
    const { charger, lire, fermer } = await ouvrir()
    const page = '/indicateurs/demandes_actives'
    const avant = await lire(page)
    expect((await lire(page)).etiquette).toBe(avant.etiquette)
    await charger(instantane('2026-10-31', DEMANDES.slice(0, 5)), { remplacer: true })
    const apres = await lire(page)
    expect(apres.etiquette).not.toBe(avant.etiquette)
    // Eight demandes, then five.
    expect([avant.texte, apres.texte].map((texte) => /\b8 demandes actives|>8</.test(texte))).toEqual([true, false])
    await fermer()
  })

  it('le nom d’un compte, et sa portée', async () => {
    const { etat, lire, fermer } = await ouvrir()
    expect((await lire('/guichets')).texte).toContain('Essai gestionnaire')
    await etat.updateTable('comptes').set({ nom: 'Autre nom' }).where('role', '=', 'gestionnaire').execute()
    expect((await lire('/guichets')).texte).toContain('Autre nom')
    await etat.updateTable('comptes').set({ role: 'prefet' }).where('role', '=', 'gestionnaire').execute()
    expect((await lire('/guichets')).texte).toContain('Accès refusé')
    await etat.updateTable('comptes').set({ territoires: '[]' }).where('role', '=', 'prefet').execute()
    expect((await lire('/')).texte).not.toContain('013')
    await fermer()
  })

  it('une qualification, par la page ou par un autre processus', async () => {
    const { app, base, temoin, lire, fermer } = await ouvrir()
    const lue = async () => /class="sub">([^,<]*), le 23/.exec((await lire('/forcages')).texte)?.[1]
    for (const [verdict, mot] of [
      ['HOMONYMIE', 'Homonymie'],
      ['SEPARATION', 'Séparation'],
    ]) {
      const init = poster({ numero: COPIE, verdict: verdict ?? '', motif: '' })
      const reponse = await app.request(adresse('/forcages'), { ...init, headers: { ...init.headers, cookie: temoin } })
      expect([reponse.status, await lue()]).toEqual([303, mot])
    }
    const avis = { territoire: '013', motif: '', par: 'essai', le: '2026-11-23 11:00:00' }
    await avecEtat(base.dossier, (etat) => qualifierForcage(etat, COPIE, { ...avis, verdict: 'A_INSTRUIRE' }))
    expect(await lue()).toBe('À instruire')
    await fermer()
  })
})
