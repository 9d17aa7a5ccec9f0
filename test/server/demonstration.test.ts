import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import { donnerUnPasse } from '../../server/services/demonstration/vivre.ts'
import { lireActesDeControle, lireSignatures } from '../../server/state/controles.ts'
import { lireMesures } from '../../server/state/mesures.ts'
import { lireObligationsFaites } from '../../server/state/obligations.ts'
import { lireReunions } from '../../server/state/reunions.ts'
import { listerSeuils } from '../../server/state/seuils.ts'
import { preparerDepartement } from './acces/departement.ts'
import { creerApplication } from './aide.ts'

const departement = preparerDepartement()
const TABLES = [
  'documents_contenus',
  'documents',
  'modeles_de_lettres',
  ...(['controles_signatures', 'controles_actes', 'obligations_faites', 'alertes_expliquees'] as const),
  ...(['reunions_suites', 'reunions_decisions', 'reunions_presences', 'reunions_actes', 'reunions'] as const),
  ...(['annexes_actes', 'annexes'] as const),
  ...(['mesures_actes', 'mesures_lignes', 'mesures', 'seuils_ressources'] as const),
  ...(['echantillons_actes', 'echantillons_reponses', 'echantillons_fiches', 'echantillons_strates'] as const),
  ...(['echantillons', 'civilites_constats', 'civilites_mouvements'] as const),
] as const
const OU = { territoire: '013', service: null, logiciel: 'essai' } as const

/** The records of a demonstration whose base has September and October 2026. */
const vivre = async (maintenant: string) => {
  const { base } = departement()
  const { etat } = await creerApplication(base)
  for (const table of TABLES) await etat.deleteFrom(table).execute()
  const donner = () => donnerUnPasse(base, etat, OU, new Date(maintenant))
  await donner()
  const lire = async () => ({
    actes: await lireActesDeControle(etat, '013'),
    signatures: await lireSignatures(etat, '013'),
    reunions: await lireReunions(etat, '013'),
    faits: await lireObligationsFaites(etat, '013'),
    mesures: await lireMesures(etat, '013'),
    seuils: await listerSeuils(etat, '013'),
  })
  const journal = async () => (await etat.selectFrom('journal').select('action').execute()).map(({ action }) => action)
  return { ...(await lire()), donner, lire, journal, etat }
}

describe('le passé de la démonstration', () => {
  it('a un contrôle signé sous l’empreinte de ses faits, le dernier en cours, des réunions et des faits consignés', async () => {
    const { actes, signatures, reunions, faits, journal } = await vivre('2026-11-30T10:00:00')
    expect(signatures.map(({ mois, nom }) => [mois, nom])).toEqual([['2026-09', 'Camille Martin']])
    for (const { faits: figes, empreinte } of signatures)
      expect(empreinte).toBe(createHash('sha256').update(figes, 'utf8').digest('hex'))
    expect(actes.filter(({ mois, acte }) => mois === '2026-10' && acte === 'COCHER')).toHaveLength(7)
    expect(reunions.map(({ nature, actes: siens }) => [nature, siens.map(({ acte }) => acte)])).toEqual([
      ['SERVICES', ['PROGRAMMER', 'CONVOQUER', 'TENIR']],
      ['COMITE', ['PROGRAMMER', 'CONVOQUER']],
    ])
    expect(new Set(faits.map(({ obligation }) => obligation))).toEqual(new Set(['FORMATION']))
    expect((await journal()).filter((action) => ['CONTROLE', 'AGENDA', 'MESURE', 'ALERTE'].includes(action))).toEqual(
      [],
    )
  })

  it('a un seuil de ressources par intercommunalité, en vigueur dès le premier mois : les objectifs de L441-1 se comptent', async () => {
    const { seuils } = await vivre('2026-11-30T10:00:00')
    expect(seuils.map(({ epci }) => epci).toSorted()).toEqual(decoupage().epciDuTerritoire('013').toSorted())
    expect(new Set(seuils.map(({ depuis }) => depuis))).toEqual(new Set(['2026-09-01']))
    expect(seuils.every(({ euros }) => euros > 5000 && euros < 15000)).toBe(true)
  })

  it('ne dit rien d’après aujourd’hui', async () => {
    const veille = await vivre('2026-10-19T10:00:00')
    expect(veille.signatures).toEqual([])
    const jour = await vivre('2026-10-20T10:00:00')
    expect(jour.signatures).toHaveLength(1)
    const instants = [...jour.actes, ...jour.faits, ...jour.mesures.flatMap(({ actes }) => actes)].map(({ le }) => le)
    expect(instants.every((le) => le.slice(0, 10) <= enJour('2026-10-20'))).toBe(true)
  })

  it('se donne une fois', async () => {
    const { donner, lire } = await vivre('2026-11-30T10:00:00')
    const avant = await lire()
    await donner()
    expect(await lire()).toEqual(avant)
  })

  it('reprend un premier démarrage coupé : ce qui manque se fait, ce qui est fait ne se refait pas', async () => {
    const { donner, lire, etat } = await vivre('2026-11-30T10:00:00')
    const avant = await lire()
    for (const table of ['controles_signatures', 'controles_actes', 'obligations_faites'] as const)
      await etat.deleteFrom(table).execute()
    await donner()
    const apres = await lire()
    expect(apres.reunions).toEqual(avant.reunions)
    expect(apres.mesures).toEqual(avant.mesures)
    expect(apres.signatures.map(({ mois }) => mois)).toEqual(['2026-09'])
    expect(apres.faits).toHaveLength(avant.faits.length)
  })
})
