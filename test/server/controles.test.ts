import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CODES_POINTS } from '../../web/controles.ts'
import { texteDe } from '../web/rendre.tsx'
import { adresse, suivre } from './aide.ts'
import { preparerControles } from './controles.ts'

const preparer = preparerControles()

describe('le contrôle d’un mois', () => {
  it('mène à travers douze points, chacun avec ce que l’application sait', async () => {
    const { lire } = await preparer()
    const page = await lire('/controles/2026-10')
    expect(page).toContain('Contrôle d’octobre 2026')
    expect(page).toContain('Aucun point vu sur douze. À signer au plus tard le 01/12/2026, dans huit jours.')
    expect(page).toMatch(/Le chargement [\d ]+lignes lues , \d+ rejetées? \(/)
    expect(page).toMatch(/Alertes nouvelles (Aucune alerte nouvelle|\d+ alertes? entrées?) depuis septembre/)
    expect(page).toMatch(/Forçages \d+ demandes? forcées? , /)
    expect(page).toMatch(/Doublons (Aucun groupe|\d+ groupes?|Aucune recherche)/)
    expect(page).toContain('Aucun échantillon tiré pour octobre 2026.')
    expect(page).toMatch(/Mouvements de civilité (Aucun mouvement|\d+ mouvements?)/)
    expect(page).toContain('Restent les points 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 12.')
  })

  it('se coche et se note, chaque acte gardé avec son auteur, et se journalise sans le texte', async () => {
    const { lire, envoyer, app, etat } = await preparer()
    const champs = { point: 'DOUBLONS', acte: 'COCHER', note: 'neuf groupes faits le 20/11' }
    const reponse = await envoyer('/controles/2026-10/points?mois=2026-10', champs)
    expect(reponse.headers.get('location')).toMatch(/^\/controles\/2026-10\?.*#p8$/)
    const page = texteDe(await (await suivre(app, reponse)).text())
    expect(page).toContain('Point vu, point 8.')
    expect(page).toContain('Un point vu sur douze.')
    expect(page).toContain('neuf groupes faits le 20/11')
    expect(page).toMatch(/Vu par Essai gestionnaire, le 23\/11\/2026 à 10:00/)
    expect(await lire('/controles')).toMatch(
      /Octobre 2026 en cours, 1 sur 12 En cours 1 sur 12 31\/10\/2026 01\/12\/2026/,
    )
    const lignes = await etat.selectFrom('journal').selectAll().where('action', '=', 'CONTROLE').execute()
    expect(lignes.map(({ detail }) => JSON.parse(detail))).toEqual([
      { mois: '2026-10', quoi: 'note écrite (doublons) et point vu (doublons)' },
    ])
    await envoyer('/controles/2026-10/points?mois=2026-10', { ...champs, acte: 'DECOCHER' })
    expect(await lire('/controles/2026-10')).toContain('Aucun point vu sur douze.')
  })

  it('refuse un numéro unique dans une note ou un motif, et n’en garde rien', async () => {
    const { envoyer, etat } = await preparer()
    const note = 'voir 0131026000017B01A1'
    const refus = await envoyer('/controles/2026-10/points?mois=2026-10', { point: 'DOUBLONS', acte: 'COCHER', note })
    expect(refus.status).toBe(422)
    expect(texteDe(await refus.text())).toContain('Ce texte contient un numéro unique')
    expect((await envoyer('/controles/2026-10/rouvrir?mois=2026-10', { motif: note })).status).toBe(422)
    expect(await etat.selectFrom('controles_actes').selectAll().execute()).toEqual([])
  })

  it('ne se signe que douze points vus ; la signature fige les faits sous leur empreinte', async () => {
    const { envoyer, cocher, lire, etat } = await preparer()
    const tot = await envoyer('/controles/2026-10/signer?mois=2026-10', {})
    expect(tot.status).toBe(422)
    await cocher('2026-10')
    const onze = await envoyer('/controles/2026-10/points?mois=2026-10', {
      point: 'MESURES',
      acte: 'DECOCHER',
      note: '',
    })
    expect(onze.status).toBe(303)
    expect(texteDe(await (await envoyer('/controles/2026-10/signer?mois=2026-10', {})).text())).toContain(
      'Les douze points ne sont pas tous vus.',
    )
    await envoyer('/controles/2026-10/points?mois=2026-10', { point: 'MESURES', acte: 'COCHER', note: '' })
    expect((await envoyer('/controles/2026-10/signer?mois=2026-10', {})).status).toBe(303)
    const page = await lire('/controles/2026-10')
    const { faits, empreinte, nom } = await etat
      .selectFrom('controles_signatures')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(nom).toBe('Essai gestionnaire')
    expect(empreinte).toBe(createHash('sha256').update(faits, 'utf8').digest('hex'))
    expect(page).toContain('Signé par Essai gestionnaire le 23/11/2026 à 10:00.')
    expect(page).toContain(empreinte)
    expect(page).toContain('vérifiée à l’ouverture de cette page')
    const figes = JSON.parse(faits)
    expect(figes).toMatchObject({ territoire: '013', mois: '2026-10', instantane: '2026-10-31', motif: null })
    expect(figes.points.map(({ point }: { point: string }) => point)).toEqual(CODES_POINTS)
    expect(
      (await envoyer('/controles/2026-10/points?mois=2026-10', { point: 'MESURES', acte: 'NOTER', note: 'x' })).status,
    ).toBe(422)
  })

  it('se rouvre avec un motif : les deux versions restent, et une version touchée se voit', async () => {
    const { envoyer, cocher, lire, etat } = await preparer()
    await cocher('2026-10')
    await envoyer('/controles/2026-10/signer?mois=2026-10', {})
    expect((await envoyer('/controles/2026-10/rouvrir?mois=2026-10', { motif: ' ' })).status).toBe(422)
    await envoyer('/controles/2026-10/rouvrir?mois=2026-10', { motif: 'pièce reçue après' })
    expect(await lire('/controles/2026-10')).toContain('Rouvert : il se signe de nouveau, douze points vus.')
    await envoyer('/controles/2026-10/points?mois=2026-10', { point: 'CIVILITE', acte: 'NOTER', note: 'pièce vue' })
    await envoyer('/controles/2026-10/signer?mois=2026-10', {})
    expect(await lire('/controles/2026-10')).toContain('pièce vue')
    expect(await lire('/controles/2026-10?version=1')).toMatch(/Les douze points(?!.*Civilité.*pièce vue.*Signer)/)
    expect(await lire('/controles')).toMatch(
      /Octobre 2026 rouvert le 23\/11\/2026 : pièce reçue après Signé 12 sur 12 .* 2 /,
    )
    const [premiere, seconde] = await etat.selectFrom('controles_signatures').selectAll().orderBy('id').execute()
    expect(JSON.parse(premiere?.faits ?? '').points[9].note).toBe('')
    expect(JSON.parse(seconde?.faits ?? '').points[9].note).toBe('pièce vue')
    await etat
      .updateTable('controles_signatures')
      .set({ faits: (seconde?.faits ?? '').replace('pièce', 'piece') })
      .where('id', '=', seconde?.id ?? 0)
      .execute()
    expect(await lire('/controles/2026-10')).toContain('Les faits gardés ne sont plus ceux qui ont été signés')
  })

  it.each([
    ['2026-12-01T10:00:00', 'avant le 01/12/2026', 'Aucun contrôle en retard'],
    ['2026-12-02T10:00:00', '1 jour de retard', '1 contrôle en retard'],
  ])('non signé est en retard le lendemain de son échéance : %s', async (quand, dit, constat) => {
    const { cocher, envoyer, lire } = await preparer({}, quand)
    await cocher('2026-09')
    await envoyer('/controles/2026-09/signer?mois=2026-09', {})
    expect(await lire('/controles/2026-10')).toContain(dit)
    expect(await lire('/controles')).toContain(constat)
    // September's was due on 31 October 2026, a Saturday: on Monday 2 November.
    expect(await lire('/controles')).toMatch(/Septembre 2026 dû le 02\/11\/2026, \d+ jours de retard/)
  })

  it.each([
    ['2026-12-30T10:00:00', 422],
    ['2026-12-31T10:00:00', 303],
  ])('d’un mois sans instantané se signe avec un motif, passé trente et un jours : %s', async (quand, statut) => {
    const { envoyer, lire, etat } = await preparer({}, quand)
    expect(await lire('/controles')).toMatch(/Novembre 2026 instantané manquant À faire 0 sur 12 manquant/)
    expect(await lire('/controles/2026-11')).toContain('Aucun instantané ne clôt novembre 2026.')
    const sansMotif = await envoyer('/controles/2026-11/signer?mois=2026-11', { motif: '' })
    expect(sansMotif.status).toBe(422)
    const reponse = await envoyer('/controles/2026-11/signer?mois=2026-11', { motif: 'extraction jamais reçue' })
    expect(reponse.status).toBe(statut)
    const gardees = await etat.selectFrom('controles_signatures').selectAll().execute()
    expect(gardees).toHaveLength(statut === 303 ? 1 : 0)
    if (statut === 303) {
      expect(JSON.parse(gardees[0]?.faits ?? '')).toMatchObject({ instantane: null, motif: 'extraction jamais reçue' })
      expect(await lire('/controles')).toMatch(/Novembre 2026 sans instantané, signé avec motif Signé/)
    }
  })

  it('n’est celui ni d’un mois en cours, ni d’un mois d’avant le premier instantané, ni d’un mois qui n’existe pas', async () => {
    const { app } = await preparer()
    for (const mois of ['2026-11', '2026-08', '2026-13', 'octobre'])
      expect([mois, (await app.request(adresse(`/controles/${mois}`))).status]).toEqual([mois, 404])
  })

  it('se lit de la direction départementale, qui n’y change rien', async () => {
    const { lire, envoyer } = await preparer({ role: 'etat' })
    const page = await lire('/controles/2026-10')
    expect(page).toContain('Non vu')
    expect(page).not.toMatch(/Signer, |Ajouter une note/)
    for (const acte of ['points', 'signer', 'rouvrir'])
      expect((await envoyer(`/controles/2026-10/${acte}`, { point: 'DOUBLONS', acte: 'COCHER' })).status).toBe(403)
  })

  it('s’emporte en tableau et se lit par l’API, dans les mêmes mots', async () => {
    const { envoyer, app, etat } = await preparer()
    await envoyer('/controles/2026-10/points?mois=2026-10', { point: 'FORCAGES', acte: 'COCHER', note: 'appelés' })
    const csv = await (await app.request(adresse('/exports/controle.csv?mois=2026-10'))).text()
    expect(csv).toMatch(/Forçages.*appelés/)
    expect(await (await app.request(adresse('/exports/controles.csv'))).text()).toMatch(/2026-10.*En cours.*1/)
    for (const forme of ['xlsx', 'ods'])
      expect((await app.request(adresse(`/exports/controles.${forme}`))).status).toBe(200)
    const liste = await (await app.request(adresse('/api/v1/controles'))).json()
    expect(JSON.stringify(liste)).toContain('"etat":"EN_COURS","points_vus":1')
    const points = await (await app.request(adresse('/api/v1/controles/points?mois=2026-10'))).json()
    expect(JSON.stringify(points)).toMatch(/"point":"FORCAGES"[^}]*\},"rang":6,[^}]*"vu":true,[^}]*"note":"appelés"/)
    const consultes = await etat
      .selectFrom('journal')
      .selectAll()
      .where('action', 'in', ['CONSULTATION', 'EXPORT'])
      .execute()
    expect(consultes).toEqual([])
  })
})
