import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { regler } from '../../server/state/reglages.ts'
import { ouvrirBase } from '../base.ts'
import { ecrireDossier, fichiers } from '../ingest/instantane.ts'
import { adresse, creerApplication, poster } from './aide.ts'
import { NOUVEAU } from './comptes.ts'

describe('un texte piégé', () => {
  const PIEGE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  const FORMULE = '=HYPERLINK("http://ailleurs.exemple")'

  it('dans le nom d’un guichet, d’un service, d’une personne ou d’un motif, reste du texte sur chaque page', async () => {
    const { base, charger } = await ouvrirBase()
    const guichets = `code;libelle;categorie;service_code;service_libelle\nAAAAA;"${PIEGE.replaceAll('"', '""')}";COMMUNE;SERV1;"${PIEGE.replaceAll('"', '""')}"\nBBBBB;${FORMULE.replaceAll('"', '')};BAILLEUR;;\n`
    await charger(ecrireDossier(fichiers({ 'guichets.csv': guichets })))
    const { app, etat } = await creerApplication(base, { courriel: 'a@exemple.fr' })
    await regler(etat, 'copil_nominatif', true, {
      depuis: enJour('2026-01-01'),
      motif: PIEGE,
      saisi_le: '2026-01-01 09:00:00',
      saisi_par: PIEGE,
    })
    await app.request(adresse('/comptes'), poster({ ...NOUVEAU, nom: PIEGE }))
    for (const page of [
      '/',
      '/guichets',
      '/guichets/AAAAA',
      '/indicateurs',
      '/indicateurs/dossiers_incomplets',
      '/comptes',
      '/journal',
      '/parametres',
      `/journal?qui=${encodeURIComponent(PIEGE)}`,
      `/guichets?service=${encodeURIComponent(PIEGE)}`,
    ]) {
      const texte = await (await app.request(adresse(page))).text()
      expect([page, /<script>alert|<img src=x|onerror=alert\(1\)>/.test(texte)]).toEqual([page, false])
    }
  })

  it('qui commence comme une formule n’en est pas une dans un export', async () => {
    const { base, charger } = await ouvrirBase()
    const guichets = `code;libelle;categorie\nAAAAA;"${FORMULE.replaceAll('"', '""')}";COMMUNE\n`
    await charger(ecrireDossier(fichiers({ 'guichets.csv': guichets })))
    const { app } = await creerApplication(base)
    const csv = await (await app.request(adresse('/exports/indicateurs.csv'))).text()
    expect(csv).toContain('HYPERLINK')
    expect(csv).not.toMatch(/(^|;|")=HYPERLINK/m)
  })
})
