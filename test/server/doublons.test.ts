import { describe, expect, it } from 'vitest'
import { chercherDoublons } from '../../server/services/doublons.ts'
import { ouvrirBase } from '../base.ts'
import { CARTE, ecrireDossier } from '../ingest/instantane.ts'
import { enCsv, enTableau } from '../ingest/tableau.ts'
import { adresse, creerApplication, MAINTENANT, poster } from './aide.ts'

const demande = (rang: number, guichet: string, reste: Readonly<Record<string, string>>) => ({
  numero_unique: `0131026${String(rang).padStart(6, '0')}${guichet}`,
  statut: 'ACTIVE',
  date_enregistrement: `${String(rang).padStart(2, '0')}/10/2026`,
  date_depot: `${String(rang).padStart(2, '0')}/10/2026`,
  forcage_doublon: 'N',
  motif_forcage: '',
  numero_unique_rapproche: '',
  date_naissance: `0${rang}/0${1 + (rang % 9)}/19${50 + rang * 3}`,
  telephone: `06112233${String(rang).padStart(2, '0')}`,
  ...reste,
})

const ANCIENNE = '0131026000001AAAAA'
const COPIE = '0131026000002BBBBB'

const DEMANDES = [
  demande(1, 'AAAAA', { nom: 'LEFÈVRE', prenom: 'Anaëlle', date_naissance: '29/02/1984' }),
  demande(2, 'BBBBB', {
    nom: 'LEFEVRE',
    prenom: 'ANAELLE',
    date_naissance: '29/02/1984',
    forcage_doublon: 'O',
    motif_forcage: 'AUTRE',
    numero_unique_rapproche: ANCIENNE,
  }),
  ...['GARCIA', 'BENALI', 'NGUYEN', 'ROSSI', 'MARTIN', 'DIALLO'].map((nom, i) =>
    demande(i + 3, 'AAAAA', { nom, prenom: ['Louis', 'Samia', 'Linh', 'Enzo', 'Marie', 'Awa'][i] ?? '' }),
  ),
]

const instantane = (date: string, demandes: readonly Readonly<Record<string, string>>[]) =>
  ecrireDossier({
    'instantane.json': JSON.stringify({ ...CARTE, date }),
    'guichets.csv': enCsv(
      enTableau([
        { code: 'AAAAA', libelle: 'Mairie d’Allauch', categorie: 'COMMUNE' },
        { code: 'BBBBB', libelle: 'Office Pervenche', categorie: 'BAILLEUR' },
      ]),
    ),
    'demandes.csv': enCsv(enTableau(demandes)),
  })

const preparer = async (date = '2026-10-31') => {
  const { base, charger } = await ouvrirBase()
  await charger(instantane(date, DEMANDES))
  await chercherDoublons(base, '013', { maintenant: MAINTENANT, version: 'essai' })
  return { base, charger }
}

describe('les pages des doublons', () => {
  it('listent les groupes à qualifier, puis les mettent côte à côte avec leurs noms', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const liste = await (await app.request(adresse('/doublons'))).text()
    expect(liste).toContain('À qualifier (1)')
    expect(liste).not.toContain('LEFÈVRE')
    const groupe = await (await app.request(adresse('/doublons/1'))).text()
    expect(groupe).toContain('LEFÈVRE')
    expect(groupe).toContain('LEFEVRE')
    expect(groupe).toContain('la plus ancienne')
    expect(groupe).toContain('Au départ')
  })

  it('taisent les noms à l’État, et ne lui laissent pas qualifier', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base, { role: 'etat' })
    const groupe = await app.request(adresse('/doublons/1'))
    expect(groupe.status).toBe(200)
    expect(await groupe.text()).not.toContain('LEF')
    expect((await app.request(adresse('/doublons/1'), poster({ verdict: 'HOMONYMIE', motif: '' }))).status).toBe(403)
  })

  it('consignent chaque lecture de noms, sans nom', async () => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    await app.request(adresse('/doublons/1'))
    const lignes = await etat.selectFrom('journal').selectAll().where('action', '=', 'CONSULTATION_NOMS').execute()
    expect(lignes).toHaveLength(1)
    expect(lignes[0]?.nombre).toBe(2)
    expect(lignes[0]?.detail).not.toMatch(/LEF/i)
  })

  it('gardent le verdict d’une personne d’un mois à l’autre', async () => {
    const { base, charger } = await preparer('2026-09-30')
    const { app } = await creerApplication(base)
    const reponse = await app.request(
      adresse('/doublons/1'),
      poster({ verdict: 'HOMONYMIE', motif: 'deux pièces vues' }),
    )
    expect(reponse.status).toBe(303)
    await charger(instantane('2026-10-31', DEMANDES))
    await chercherDoublons(base, '013', { maintenant: MAINTENANT, version: 'essai' })
    const liste = await (await app.request(adresse('/doublons?etat=HOMONYMIE'))).text()
    expect(liste).toContain('Homonymie (1)')
    expect(liste).toContain('À qualifier (0)')
    expect(liste).toMatch(/Doublons actifs.*: 1 selon les identités, 0 après qualification/)
    expect(await (await app.request(adresse('/doublons/1'))).text()).toContain('deux pièces vues')
  })

  it('refusent une qualification qui n’existe pas', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    expect((await app.request(adresse('/doublons/1'), poster({ verdict: 'COUPABLE', motif: '' }))).status).toBe(422)
    expect((await app.request(adresse('/doublons/99'))).status).toBe(404)
  })
})

describe('la page des forçages', () => {
  it('montre les demandes forcées avec leurs signaux, et garde ce qu’une personne en dit', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const avant = await (await app.request(adresse('/forcages'))).text()
    expect(avant).toContain('Office Pervenche')
    expect(avant).toContain('toujours active')
    await app.request(adresse('/forcages'), poster({ numero: COPIE, verdict: 'SEPARATION', motif: 'jugement vu' }))
    expect(await (await app.request(adresse('/forcages'))).text()).toContain('Séparation, le 23/11/2026')
  })

  it.each([
    ['une demande qui n’est pas forcée', ANCIENNE],
    ['un numéro que le territoire n’a pas', '0131026000099ZZZZZ'],
    ['ce qui n’est pas un numéro', 'x'],
  ])('ne garde rien de %s', async (_, numero) => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    const reponse = await app.request(adresse('/forcages'), poster({ numero, verdict: 'SEPARATION', motif: '' }))
    expect(reponse.status).toBe(404)
    expect(await reponse.text()).toMatch(/Introuvable ici\s: cette demande forcée\./)
    expect(await etat.selectFrom('qualifications_forcages').selectAll().execute()).toEqual([])
  })
})

describe('les signalements de doublons', () => {
  const signalement = { numeros: `${ANCIENNE} ${COPIE}`, garde: ANCIENNE, motif: 'même personne' }

  it('sont déposés par un guichet, acceptés par le gestionnaire, confirmés par l’instantané suivant', async () => {
    const { base, charger } = await preparer()
    const guichet = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
    expect(await (await guichet.app.request(adresse('/signalements'), poster(signalement))).text()).toContain(
      'est déposé',
    )
    const gestion = await creerApplication(base)
    const accepte = await gestion.app.request(adresse('/signalements/1'), poster({ etape: 'ACCEPTE', motif: '' }))
    expect(await accepte.text()).toContain('Accepté')
    await charger(
      instantane(
        '2026-11-20',
        DEMANDES.map((d) =>
          d.numero_unique === COPIE
            ? {
                ...d,
                statut: 'RADIEE',
                motif_radiation: 'SUPPRESSION_DOUBLON',
                date_radiation: '12/11/2026',
                date_saisie_radiation: '12/11/2026',
              }
            : d,
        ),
      ),
      { maintenant: new Date('2026-11-24T10:00:00') },
    )
    expect(await (await guichet.app.request(adresse('/signalements'))).text()).toContain('Confirmé par un instantané')
  })

  it.each([
    ['un seul numéro', { numeros: ANCIENNE }, 'Deux numéros'],
    ['un numéro gardé qui n’est pas des leurs', { garde: '0131026000003AAAAA' }, 'à garder'],
    ['un numéro inconnu', { numeros: `${ANCIENNE} 0131026000099ZZZZZ` }, 'n’est pas dans le dernier instantané'],
    ['aucune raison', { motif: '' }, 'La raison manque'],
  ])('refusent %s', async (_, change, phrase) => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const reponse = await app.request(adresse('/signalements'), poster({ ...signalement, ...change }))
    expect(reponse.status).toBe(422)
    expect(await reponse.text()).toContain(phrase)
  })

  it('sont refusés avec un motif, jamais sans', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    await app.request(adresse('/signalements'), poster(signalement))
    const sans = await app.request(adresse('/signalements/1'), poster({ etape: 'REFUSE', motif: '' }))
    expect(sans.status).toBe(422)
    const avec = await app.request(adresse('/signalements/1'), poster({ etape: 'REFUSE', motif: 'deux homonymes' }))
    expect(await avec.text()).toContain('deux homonymes')
  })

  it('d’un service ne sont pas montrés à un autre', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
    await app.request(adresse('/signalements'), poster(signalement))
    const autre = await creerApplication(base, { role: 'guichet', service: 'AAAAA' })
    expect(await (await autre.app.request(adresse('/signalements'))).text()).toContain('Aucun signalement')
  })
})
