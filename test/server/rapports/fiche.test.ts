import { describe, expect, it } from 'vitest'
import { enMois } from '../../../ingest/socle/jour.ts'
import { composer } from '../../../reports/rapport.ts'
import { ficheDuGuichet } from '../../../reports/rapports/fiche.ts'
import { lireMatiereDeLaFiche } from '../../../server/lecture/rapports/lire-fiche.ts'
import { SERVICE, TERRITOIRE } from '../../demonstration.ts'
import { tablesDe, textesDe } from './lire-document.ts'
import { preparerRapports } from './scene.ts'

const { lire } = preparerRapports()

const demande = (guichet: string, mois = '2026-10') => ({
  ...{ territoire: TERRITOIRE, guichet, mois: enMois(mois), par: 'Camille Martin' },
  maintenant: new Date('2026-11-23T10:00:00'),
})

const matiereDe = (guichet: string, mois?: string) =>
  lire((lecteur) => lireMatiereDeLaFiche(lecteur, demande(guichet, mois)))

const compterAuJournal = () =>
  lire(async ({ etat }) => (await etat.selectFrom('journal').select('action').execute()).length)

describe('la fiche d’un guichet', () => {
  it('nomme d’abord les demandes à corriger, et où, et le dit au journal', async () => {
    const avant = await compterAuJournal()
    const matiere = await matiereDe(SERVICE)
    expect(await compterAuJournal()).toBeGreaterThan(avant)
    const { blocs } = composer(ficheDuGuichet, matiere)
    expect(matiere.corrections.total).toBeGreaterThan(0)
    const table = tablesDe(blocs).find(({ feuille }) => feuille === 'À corriger')
    expect(table?.lignes).toHaveLength(matiere.corrections.demandes.length)
    expect(blocs[0]).toMatchObject({ sorte: 'titre', texte: 'À corriger d’abord' })
  })

  it('dit chaque indicateur du mois, son état et sa place, avec les chiffres de la base', async () => {
    const matiere = await matiereDe(SERVICE)
    const table = tablesDe(composer(ficheDuGuichet, matiere).blocs).find(({ feuille }) => feuille === 'Indicateurs')
    const principaux = matiere.fiches.filter(({ principal }) => principal)
    expect(table?.lignes.length).toBe(
      principaux.filter(({ code }) => matiere.lignes.some(({ indicateur }) => indicateur === code)).length,
    )
    for (const { rang, sur } of matiere.places.values()) {
      expect(rang).toBeGreaterThanOrEqual(1)
      expect(rang).toBeLessThanOrEqual(sur)
      // Five others at least, or the category is told of nobody.
      expect(sur).toBeGreaterThanOrEqual(6)
    }
  })

  it('ne parle que de lui : aucun autre guichet n’y est nommé', async () => {
    const matiere = await matiereDe(SERVICE)
    const textes = textesDe(composer(ficheDuGuichet, matiere)).join('\n')
    const { guichets } = await lire(async (lecteur) => {
      const { lireEtat, guichetsDuTerritoire } = await import('../../../server/lecture/territoires.ts')
      const { calcules } = await lireEtat(lecteur.base, { territoire: TERRITOIRE })
      const calcule = calcules.at(-1)
      if (calcule === undefined) throw new RangeError('aucun mois')
      return { guichets: await guichetsDuTerritoire(lecteur.base, { territoire: TERRITOIRE, calcule }) }
    })
    const autres = guichets.filter(
      ({ service_code, code, categorie }) =>
        categorie !== 'GESTIONNAIRE' && (service_code ?? code) !== matiere.guichet.service_code,
    )
    expect(autres.length).toBeGreaterThan(50)
    for (const { libelle } of autres) expect(textes.includes(libelle) ? libelle : '').toBe('')
  })

  it('refuse en une phrase un guichet ou un mois qui n’existent pas', async () => {
    await expect(matiereDe('ZZZZZ')).rejects.toThrow('Le guichet ZZZZZ n’est pas de ceux d’octobre 2026')
    await expect(matiereDe(SERVICE, '2019-01')).rejects.toThrow('Aucun instantané ne clôt janvier 2019')
  })
})
