import { describe, expect, it } from 'vitest'
import { adresse, creerApplication, poster, suivre } from './aide.ts'
import { ANCIENNE, COPIE, DEMANDES, instantane, preparer } from './doublons.ts'

describe('les signalements de doublons', () => {
  const signalement = { numeros: `${ANCIENNE} ${COPIE}`, garde: ANCIENNE, motif: 'même personne' }

  it.each([
    ['acceptés par le gestionnaire, sont', ['ACCEPTE'], true],
    ['acceptés et dits faits, sont', ['ACCEPTE', 'FAIT'], true],
    ['sans réponse, ne sont pas', [], false],
  ])('déposés par un guichet, %s confirmés par l’instantané suivant', async (_, etapes, confirmes) => {
    const { base, charger } = await preparer()
    const guichet = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
    const depose = await guichet.app.request(adresse('/signalements'), poster(signalement))
    expect(await (await suivre(guichet.app, depose)).text()).toContain('est déposé')
    const gestion = await creerApplication(base)
    for (const etape of etapes) {
      const dite = await gestion.app.request(adresse('/signalements/1'), poster({ etape, motif: '' }))
      expect(await (await suivre(gestion.app, dite)).text()).toContain(etape === 'FAIT' ? 'Fait' : 'Accepté')
    }
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
    const page = await (await guichet.app.request(adresse('/signalements'))).text()
    expect(page.includes('Confirmé par un instantané')).toBe(confirmes)
  })

  it('se préparent sans qu’un numéro passe dans une adresse', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
    const prepare = await app.request(adresse('/signalements/preparer'), poster(signalement))
    expect(prepare.headers.get('location')).not.toContain(ANCIENNE)
    const page = await (await suivre(app, prepare)).text()
    expect(page).toMatch(new RegExp(`value="${ANCIENNE} ${COPIE}"|>${ANCIENNE} ${COPIE}<`))
    expect(page).toContain('même personne')
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
    expect(await (await suivre(app, avec)).text()).toContain('deux homonymes')
  })

  it('d’un service ne sont pas montrés à un autre', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base, { role: 'guichet', service: 'BBBBB' })
    await app.request(adresse('/signalements'), poster(signalement))
    const autre = await creerApplication(base, { role: 'guichet', service: 'AAAAA' })
    expect(await (await autre.app.request(adresse('/signalements'))).text()).toContain('Aucun signalement')
  })
})
