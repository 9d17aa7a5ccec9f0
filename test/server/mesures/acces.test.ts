import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { regler } from '../../../server/state/reglages.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse, creerServeur } from '../aide.ts'
import { donnerJeton } from '../api/api.ts'
import { GESTIONNAIRE, type Personnage, preparerMesures } from './aide.ts'

const departement = preparerDepartement()

/** One for each measure of a test: a line is followed by one open measure. */
const INDICATEURS = ['forcages', 'incoherences', 'delai_enregistrement', 'rfr_absent', 'dossiers_incomplets']

/** A measure that the comité has been told of, and one that it has not. */
const deuxMesures = async () => {
  const { base, sien, autre } = departement()
  const monde = await preparerMesures(base)
  const { ouvrir, agir } = monde
  const lui = { role: 'guichet', service: sien.service } as const
  const [indicateur] = INDICATEURS.slice(rang)
  rang += 1
  const signalee = await ouvrir(
    sien.service,
    `GUICHET|${sien.code}|${indicateur}`,
    `Le guichet ${sien.libelle} (${sien.code}) est en cause.`,
  )
  const tue = await ouvrir(autre.service, `GUICHET|${autre.code}|${indicateur}`)
  await agir(GESTIONNAIRE, signalee, 'ECRIRE', { texte: 'Entre nous seulement.' })
  await agir(GESTIONNAIRE, signalee, 'FORMALISER', { texte: 'refus' })
  await agir(lui, signalee, 'REPONDRE', { texte: `Ici ${sien.libelle}, nous contestons.` })
  await agir(GESTIONNAIRE, signalee, 'SIGNALER')
  return { ...monde, base, sien, autre, lui, signalee, tue }
}

let rang = 0

describe('une mesure', () => {
  it('se voit de qui tient le territoire et du service à qui elle s’adresse, et le préfet n’en voit que ce qui lui est signalé', async () => {
    const { lire, sien, autre, lui, signalee, tue } = await deuxMesures()
    const voit = async (qui: Personnage) => [
      (await lire(qui, `/mesures/${signalee}`)).statut,
      (await lire(qui, `/mesures/${tue}`)).statut,
    ]
    expect(await voit(GESTIONNAIRE)).toEqual([200, 200])
    expect(await voit({ role: 'etat' })).toEqual([200, 200])
    expect(await voit(lui)).toEqual([200, 404])
    expect(await voit({ role: 'guichet', service: autre.service })).toEqual([404, 200])
    expect(await voit({ role: 'prefet' })).toEqual([200, 404])
    expect(await voit({ role: 'copil' })).toEqual([200, 404])
    expect(await voit({ role: 'partenaire' })).toEqual([403, 403])
    expect((await lire({ role: 'gestionnaire', territoires: ['075'] }, `/mesures/${signalee}`)).statut).toBe(404)
    const liste = (await lire({ role: 'prefet' }, '/mesures')).texte
    expect([liste.includes(sien.libelle), liste.includes('Ouvrir une mesure')]).toEqual([true, false])
  })

  it('porte au préfet les observations, en entier, et non ce que le gestionnaire et le service se sont écrit', async () => {
    const { lire, sien, lui, signalee } = await deuxMesures()
    const prefet = (await lire({ role: 'prefet' }, `/mesures/${signalee}`)).texte
    expect(prefet).toContain(`Ici ${sien.libelle}, nous contestons.`)
    expect(prefet).not.toContain('Entre nous seulement.')
    expect(prefet).not.toContain('Acte proposé')
    expect((await lire(lui, `/mesures/${signalee}`)).texte).toContain('Entre nous seulement.')
  })

  it('est dite sans nom au comité tant qu’il n’a pas décidé qu’on les lui nomme, sur la page, l’export et l’API', async () => {
    const { lire, demander, etat, sien, signalee, base } = await deuxMesures()
    const copil = { role: 'copil' } as const
    const { clair } = await donnerJeton(etat, copil)
    const { app, fermer } = await creerServeur(base)
    const parApi = async () =>
      (await app.request(adresse('/api/v1/mesures'), { headers: { authorization: `Bearer ${clair}` } })).text()
    const exports = ['mesures', 'lignes', 'actes'].map((liste) => `/exports/mesures.csv?liste=${liste}`)
    const textes = async () => [
      (await lire(copil, '/mesures')).texte,
      (await lire(copil, `/mesures/${signalee}`)).texte,
      ...(await Promise.all(exports.map(async (chemin) => (await demander(copil, chemin)).text()))),
      await parApi(),
    ]
    for (const [i, texte] of (await textes()).entries())
      for (const nom of [sien.libelle, sien.code, sien.service])
        expect([i, nom, texte.includes(nom)]).toEqual([i, nom, false])
    expect((await lire(copil, `/mesures/${signalee}`)).texte).toMatch(/Service n° \d+/)
    const decision = { territoire: '013', depuis: enJour('2026-01-01'), motif: 'comité' }
    await regler(etat, 'copil_nominatif', true, { ...decision, saisi_le: '2026-01-01 09:00:00', saisi_par: 'essai' })
    expect((await lire(copil, `/mesures/${signalee}`)).texte).toContain(sien.libelle)
    await regler(etat, 'copil_nominatif', false, { ...decision, saisi_le: '2026-01-02 09:00:00', saisi_par: 'essai' })
    await fermer()
  })

  it('reste vue du comité une fois close', async () => {
    const { lire, agir, signalee } = await deuxMesures()
    await agir(GESTIONNAIRE, signalee, 'CLORE', { code: 'SANS_OBJET' })
    expect((await lire({ role: 'copil' }, `/mesures/${signalee}`)).statut).toBe(200)
  })

  it('ne se change que par qui la voit : un autre service n’y répond pas', async () => {
    const { agir, autre, signalee, tue } = await deuxMesures()
    const lautre = { role: 'guichet', service: autre.service } as const
    expect((await agir(lautre, signalee, 'ECRIRE', { texte: 'x' })).statut).toBe(404)
    expect((await agir(lautre, tue, 'ECRIRE', { texte: 'nous aussi' })).statut).toBe(303)
    expect((await agir({ role: 'prefet' }, signalee, 'ECRIRE', { texte: 'x' })).statut).toBe(403)
  })
})
