import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { createBoite } from '../../../server/courrier/boite.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { jourDePreparation, preparer } from '../../../server/services/preparer.ts'
import { ajouterActeDeRapport } from '../../../server/state/rapports.ts'
import { OPTIONS, preparerBase } from '../../base.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { creerDiffusion } from './aide.ts'

const departement = preparerDepartement()

/** A month that ends a semester. */
const juin = preparerBase('fin-de-juin', async (base: Base, dossier: string) => {
  const fin = enJour('2026-06-30')
  const { instantanes } = await generer({ dossier, territoire: '013', demandes: 60, mois: 1, fin, graine: 4, seuilsEn })
  for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
  return {}
})

describe('ce qui se prépare de soi-même', () => {
  it.each([
    ['2026-11-05', '2026-11-06', 'un jeudi : le lendemain'],
    ['2026-11-06', '2026-11-09', 'un vendredi : le lundi'],
    ['2026-11-07', '2026-11-09', 'un samedi : le lundi'],
    ['2026-11-10', '2026-11-12', 'la veille de l’Armistice'],
    ['2026-12-31', '2027-01-04', 'le dernier jour de l’année'],
  ])('chargé le %s, il se prépare le %s : %s', (charge, prepare) => {
    expect(jourDePreparation(enJour(charge), '013')).toBe(prepare)
  })

  it('dit une fois que le contrôle est prêt, le premier jour ouvré après le chargement, et pas la veille', async () => {
    const { base } = departement()
    const { etat, inscrire } = await creerDiffusion(base, createBoite(base.dossier.envois, null))
    await inscrire('controle', 'Camille', 'camille@exemple.fr')
    const [charge] = await etat
      .selectFrom('journal')
      .select('instant')
      .where('action', '=', 'IMPORT')
      .limit(1)
      .execute()
    const jour = enJour((charge?.instant ?? '').slice(0, 10))
    const prepare = jourDePreparation(jour, '013')
    const a = (quand: string) =>
      preparer({ base, etat, origine: 'https://infocentre.exemple.fr', maintenant: new Date(`${quand}T08:00:00`) })
    await a(jour)
    expect(await etat.selectFrom('diffusion_envois').selectAll().execute()).toEqual([])
    await a(prepare)
    await a(prepare)
    const envois = await etat.selectFrom('diffusion_envois').select(['objet', 'texte', 'cle']).execute()
    expect(envois).toHaveLength(1)
    expect(envois[0]).toMatchObject({
      cle: 'controle 2026-10',
      objet: 'Contrôle d’octobre 2026 à faire, territoire 013',
    })
    expect(envois[0]?.texte).toContain('https://infocentre.exemple.fr/controles/2026-10?territoire=013')
    // October ends no semester: no draft is begun.
    expect(await etat.selectFrom('rapports_actes').selectAll().execute()).toEqual([])
  })

  it('ouvre les brouillons du semestre que finit le mois chargé, et laisse celui qu’une personne a commencé', async () => {
    const { base } = juin()
    const { etat, inscrire } = await creerDiffusion(base, createBoite(base.dossier.envois, null))
    await inscrire('controle', 'Camille', 'camille@exemple.fr')
    await ajouterActeDeRapport(etat, {
      ...{ territoire: '013', destinataire: 'copil', semestre: '2026-S1', version: 1, acte: 'OUVRIR', texte: '' },
      ...{ matiere_sha256: null, role: 'gestionnaire', par: 'camille@exemple.fr', le: '2027-01-02 09:00:00' },
    })
    const maintenant = new Date('2030-03-01T08:00:00')
    for (const _ of [1, 2]) await preparer({ base, etat, origine: 'http://127.0.0.1:3000', maintenant })
    const actes = await etat.selectFrom('rapports_actes').select(['destinataire', 'par']).orderBy('id').execute()
    expect(actes).toEqual([
      { destinataire: 'copil', par: 'camille@exemple.fr' },
      { destinataire: 'prefet', par: 'préparation automatique' },
      { destinataire: 'partenaires', par: 'préparation automatique' },
    ])
    const envois = await etat.selectFrom('diffusion_envois').select('objet').orderBy('id').execute()
    expect(envois.map(({ objet }) => objet)).toEqual([
      'Contrôle de juin 2026 à faire, territoire 013',
      'Rapports du 1er semestre 2026 à rédiger, territoire 013',
    ])
  })
})
