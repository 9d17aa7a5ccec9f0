import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Acces } from '../../../server/acces/acces.ts'
import type { Lecteur } from '../../../server/acces/lecteur.ts'
import { consulterContacts } from '../../../server/acces/porte/contacts.ts'
import { noterRectification, remettreCopie } from '../../../server/acces/porte/copie-menage.ts'
import { consulterDemarche, consulterDemarches, exporterDemarches } from '../../../server/acces/porte/demarches.ts'
import { consulterGroupe, consulterGroupes } from '../../../server/acces/porte/doublons.ts'
import { demanderEnregistrements } from '../../../server/acces/porte/enregistrements.ts'
import { exporterDoublons } from '../../../server/acces/porte/exporter-doublons.ts'
import { consulterForcages, exporterForcages } from '../../../server/acces/porte/forcages.ts'
import { consulterJournal, exporterJournal } from '../../../server/acces/porte/journal.ts'
import { exporterRejets } from '../../../server/acces/porte/rejets.ts'
import { demanderSignalees } from '../../../server/acces/porte/signalees.ts'
import { AccesRefuse } from '../../../server/acces/refus.ts'
import { ROLES, type Role } from '../../../server/acces/roles.ts'
import { openEtat } from '../../../server/state/etat.ts'
import { lireReglages } from '../../../server/state/reglages.ts'
import { GUICHETS, PAIRES, preparerDeuxTerritoires } from './deux-territoires.ts'

const territoires = preparerDeuxTerritoires()

const instant = '2026-11-23 10:00:00'
const periode = { territoire: '013', debut: enJour('2026-10-01'), fin: enJour('2026-10-31') }
const code = GUICHETS['013'][0].code
const demande = { ...periode, indicateur: 'enregistrements', niveau: 'GUICHET', entite: code, tous: false } as const
const tous = { filtre: 'TOUS', cle: null, guichet: null, page: 1 } as const
const sansFiltre = { action: '', qui: '', depuis: '', jusqua: '' }
const etat = { instantane: enJour('2026-10-31'), precedent: null, motif: null }
const numero = PAIRES['013'][0]

const DEMARCHES = { liste: 'ATTENTE', sorte: null, service: null, tri: null, page: 1 } as const

const GESTION: readonly Role[] = ['gestionnaire']
const VOIENT_TOUT: readonly Role[] = ['gestionnaire', 'etat']
const NUMEROS: readonly Role[] = [...VOIENT_TOUT, 'guichet']

/** Every way through the door, and the roles it opens for. */
const PASSAGES: readonly (readonly [quoi: string, roles: readonly Role[], (lecteur: Lecteur) => Promise<unknown>])[] = [
  [
    'les enregistrements derrière un chiffre',
    NUMEROS,
    async (l) => (await demanderEnregistrements(l, demande, { action: 'CONSULTATION', instant })).fermer(),
  ],
  [
    'les attributions signalées',
    VOIENT_TOUT,
    async (l) =>
      (await demanderSignalees(l, { territoire: '013', etat, nature: 'ANTERIEURE', instant, forme: 'csv' })).fermer(),
  ],
  ['les forçages d’une page', VOIENT_TOUT, (l) => consulterForcages(l, periode, { instant, mois: '2026-10' })],
  ['les forçages d’un export', VOIENT_TOUT, (l) => exporterForcages(l, periode, { instant, forme: 'csv', filtre: {} })],
  ['les groupes de doublons', VOIENT_TOUT, (l) => consulterGroupes(l, '013', tous, instant)],
  ['un groupe côte à côte', VOIENT_TOUT, (l) => consulterGroupe(l, '013', 1, { paire: null, choix: tous, instant })],
  ['les contacts fréquents', ['gestionnaire'], (l) => consulterContacts(l, '013', instant)],
  ['les paires d’un export', VOIENT_TOUT, (l) => exporterDoublons(l, '013', { instant, forme: 'csv' })],
  ['les démarches d’une page', NUMEROS, (l) => consulterDemarches(l, '013', { ...DEMARCHES, instant })],
  ['une démarche', NUMEROS, (l) => consulterDemarche(l, '013', 1, instant)],
  ['les démarches d’un export', NUMEROS, (l) => exporterDemarches(l, '013', { instant, forme: 'csv' })],
  ['les rejets', VOIENT_TOUT, async (l) => (await exporterRejets(l, '013', '2026-10-31', 'csv', instant))?.destroy()],
  [
    'les rejets en classeur',
    VOIENT_TOUT,
    async (l) => (await exporterRejets(l, '013', '2026-10-31', 'xlsx', instant))?.destroy(),
  ],
  ['le journal d’une page', GESTION, (l) => consulterJournal(l, sansFiltre, { limite: 100, depart: 0, instant })],
  ['le journal d’un export', ['gestionnaire'], (l) => exporterJournal(l, sansFiltre, { instant, forme: 'csv' })],
  ['la copie d’un ménage', ['gestionnaire'], (l) => remettreCopie(l, numero, instant)],
  ['une rectification', ['gestionnaire'], (l) => noterRectification(l, { numero, note: 'essai', instant })],
]

const lecteurDe = async (acces: Partial<Acces>): Promise<Lecteur> => {
  const { base } = territoires()
  const ouvert = await openEtat(base.dossier)
  onTestFinished(() => ouvert.destroy())
  const lui: Acces = {
    qui: 'lui@exemple.fr',
    role: 'gestionnaire',
    territoires: ['013', '059'],
    service: null,
    ...acces,
  }
  return { base, etat: ouvert, acces: lui, reglages: await lireReglages(ouvert, enJour('2026-11-23')) }
}

/** The same, for whom nothing can be read. */
const sansBase = (lecteur: Lecteur): Lecteur => ({
  ...lecteur,
  base: new Proxy(lecteur.base, {
    get: () => {
      throw new Error('lu avant d’être refusé')
    },
  }),
})

const entrees = async ({ etat: ouvert }: Lecteur) => (await ouvert.selectFrom('journal').select('id').execute()).length

describe('la porte', () => {
  it.each(PASSAGES)('%s : refusés avant d’être lus à qui n’y a pas droit', async (_, roles, passer) => {
    for (const role of ROLES.filter((autre) => !roles.includes(autre))) {
      const lecteur = await lecteurDe({ role, service: role === 'guichet' ? code : null })
      const avant = await entrees(lecteur)
      await expect(passer(sansBase(lecteur)), role).rejects.toBeInstanceOf(AccesRefuse)
      expect(await entrees(lecteur)).toBe(avant)
    }
  })

  it.each(PASSAGES)('%s : consignés pour qui y a droit', async (_, roles, passer) => {
    for (const role of roles) {
      const lecteur = await lecteurDe({ role, service: role === 'guichet' ? code : null })
      const avant = await entrees(lecteur)
      await passer(lecteur)
      expect([role, (await entrees(lecteur)) - avant]).toEqual([role, 1])
    }
  })

  it.each(PASSAGES)(
    '%s : rien n’est rendu quand le journal ne s’écrit pas',
    async (_, [role = 'gestionnaire'], passer) => {
      const lecteur = await lecteurDe({ role })
      await sql`CREATE TRIGGER panne BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'journal en panne'); END`.execute(
        lecteur.etat,
      )
      try {
        await expect(passer(lecteur)).rejects.toThrow('journal en panne')
      } finally {
        await sql`DROP TRIGGER panne`.execute(lecteur.etat)
      }
    },
  )

  it.each(PASSAGES.filter(([quoi]) => !/journal|rectification/.test(quoi)))(
    '%s : refusés d’un territoire que le compte ne couvre pas',
    async (_, roles, passer) => {
      for (const role of roles) {
        const service = role === 'guichet' ? GUICHETS['059'][0].code : null
        const lecteur = await lecteurDe({ role, service, territoires: ['059'] })
        const avant = await entrees(lecteur)
        await expect(passer(lecteur), role).rejects.toBeInstanceOf(AccesRefuse)
        expect(await entrees(lecteur)).toBe(avant)
      }
    },
  )

  it('consigne la copie d’un ménage avec le nombre de ses états, à son territoire', async () => {
    const lecteur = await lecteurDe({})
    const { territoires: detenteurs } = await remettreCopie(lecteur, numero, instant)
    const derniere = await lecteur.etat
      .selectFrom('journal')
      .select(['territoire', 'nombre'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(detenteurs.map(({ territoire, versions }) => [territoire, versions.length])).toEqual([['013', 1]])
    expect(derniere).toEqual({ territoire: '013', nombre: 1 })
  })

  it('consigne l’export du journal au seul territoire de la personne, ou à l’installation', async () => {
    for (const [territoires, attendu] of [
      [['013'], '013'],
      [['013', '059'], null],
      [[], null],
    ] as const) {
      const lecteur = await lecteurDe({ territoires })
      await exporterJournal(lecteur, sansFiltre, { instant, forme: 'csv' })
      const { territoire } = await lecteur.etat
        .selectFrom('journal')
        .select('territoire')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      expect([territoires, territoire]).toEqual([territoires, attendu])
    }
  })

  it('ne donne de noms qu’au gestionnaire, et le dit au journal', async () => {
    for (const [role, noms, action] of [
      ['gestionnaire', ['LEFÈVRE', 'LEFEVRE'], 'CONSULTATION_NOMS'],
      ['etat', [undefined, undefined], 'CONSULTATION'],
    ] as const) {
      const lecteur = await lecteurDe({ role })
      const groupe = await consulterGroupe(lecteur, '013', 1, { paire: null, choix: tous, instant })
      expect(groupe?.demandes.map(({ identite }) => identite?.nom)).toEqual(noms)
      const [derniere] = await lecteur.etat.selectFrom('journal').selectAll().orderBy('id', 'desc').limit(1).execute()
      expect([derniere?.action, derniere?.role, derniere?.nombre]).toEqual([action, role, 2])
    }
  })

  it('rend autant de lignes qu’elle en a consigné', async () => {
    const lecteur = await lecteurDe({})
    const donnes = await demanderEnregistrements(lecteur, demande, { action: 'EXPORT', instant, forme: 'csv' })
    const lignes: unknown[] = []
    for await (const ligne of donnes.lignes) lignes.push(ligne)
    donnes.fermer()
    const [derniere] = await lecteur.etat.selectFrom('journal').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect(lignes.length).toBeGreaterThan(0)
    expect([derniere?.nombre, derniere?.territoire]).toEqual([lignes.length, '013'])
  })
})
