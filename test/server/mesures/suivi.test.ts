import { expect, it } from 'vitest'
import { lireMesures } from '../../../server/state/mesures.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { adresse, creerServeur } from '../aide.ts'
import { donnerJeton } from '../api/api.ts'
import { GESTIONNAIRE, preparerMesures } from './aide.ts'

const TOLERANTE = { tolerance: 1, toleranceValeurs: 1 }

it('chaque mois chargé après l’ouverture s’ajoute au suivi, et la preuve figée ne bouge pas', async () => {
  const { base, charger } = await ouvrirBase()
  const serie = ecrireSerie(dossierTemporaire(), 8, { demandes: 60, mois: 3, saine: true, registrePartout: true })
  for (const { dossier } of serie.slice(0, -1)) await charger(dossier, TOLERANTE)
  const monde = await preparerMesures(base)
  const formulaire = await (await monde.demander(GESTIONNAIRE, '/mesures/ouvrir')).text()
  const services = [...formulaire.matchAll(/<option value="([^"]+)"/g)].map(([, code]) => code ?? '')
  const service = services.find((code) => /^[0-9A-Z]{5}$/.test(code)) ?? services[0] ?? ''
  const lignes = await (await monde.demander(GESTIONNAIRE, `/mesures/ouvrir?service=${service}`)).text()
  const ligne = /value="((?:GUICHET|SERVICE)\|[^"|]+\|delai_enregistrement)"/.exec(lignes)?.[1] ?? ''
  const id = await monde.ouvrir(service, ligne)
  const lire = async () => (await lireMesures(monde.etat, '013')).find((m) => String(m.id) === id)?.lignes[0]
  const figee = await lire()

  const derniere = serie.at(-1)
  await charger(derniere?.dossier ?? '', TOLERANTE)
  expect(await lire()).toEqual(figee)

  const { clair } = await donnerJeton(monde.etat, { role: 'gestionnaire' })
  const { app, fermer } = await creerServeur(base)
  const reponse = await app.request(adresse('/api/v1/mesures'), { headers: { authorization: `Bearer ${clair}` } })
  const [lue] = (await reponse.json()) as { lignes: { preuve: object; depuis: { mois: string; valeur: number }[] }[] }[]
  await fermer()
  const attendus = (
    await base.connection.runAndReadAll(
      `SELECT mois, valeur, statut_affiche AS statut FROM resultats WHERE duree = 1 AND niveau = '${figee?.niveau}' AND entite = '${figee?.entite}'
        AND indicateur = 'delai_enregistrement' AND mois > '${figee?.mois}' ORDER BY mois`,
    )
  ).getRowObjects()
  expect(attendus).toHaveLength(1)
  expect(lue?.lignes[0]?.depuis).toMatchObject(attendus.map(({ mois, statut }) => ({ mois, statut })))
  expect(lue?.lignes[0]?.preuve).toMatchObject({ mois: figee?.mois, empreinte: figee?.empreinte })

  for (const liste of ['mesures', 'lignes', 'actes'])
    for (const format of ['csv', 'xlsx', 'ods', 'json']) {
      const fichier = await monde.demander(GESTIONNAIRE, `/exports/mesures.${format}?liste=${liste}&mesure=${id}`)
      expect([liste, format, fichier.status]).toEqual([liste, format, 200])
      expect((await fichier.arrayBuffer()).byteLength).toBeGreaterThan(100)
    }
  const csv = await (await monde.demander(GESTIONNAIRE, `/exports/mesures.csv?liste=lignes&mesure=${id}`)).text()
  expect(csv.trim().split('\n')).toHaveLength(1 + (figee?.avant.length ?? 0) + 1 + attendus.length)
  expect((await monde.demander(GESTIONNAIRE, '/exports/mesures.csv?liste=autre')).status).toBe(404)
  expect((await monde.demander(GESTIONNAIRE, '/exports/mesures.csv?mesure=999')).status).toBe(404)
})
