import { describe, expect, it } from 'vitest'
import { adresse, creerApplication, poster } from './aide.ts'
import { DEMANDES, demande, preparer } from './doublons.ts'

const CENTRE = Array.from({ length: 12 }, (_, i) =>
  demande(10 + i, 'AAAAA', {
    nom: `${'BCDFGHJKLMNP'[i]}ORGEVAL`,
    prenom: `Prénom${'bcdfghjklmnp'[i]}`,
    date_naissance: `0${1 + (i % 9)}/1${i % 3}/19${60 + i}`,
    telephone: i % 2 === 0 ? '04 91 00 00 01' : '+33491000001',
  }),
)
/** The two demandes of the group give the hostel's number too. */
const demandes = [...DEMANDES.map((d, i) => (i < 2 ? { ...d, telephone: '0491000001' } : d)), ...CENTRE]
const NOMMER = { nature: 'TELEPHONE', valeur: '491000001', nom: 'CCAS d’Allauch' }

describe('les contacts fréquents', () => {
  it('sont listés avec leur nombre, et leur nom une fois donné vaut partout', async () => {
    const { base } = await preparer('2026-10-31', demandes)
    const { app, etat } = await creerApplication(base)
    const liste = await (await app.request(adresse('/doublons/contacts'))).text()
    expect(liste).toMatch(/04.91.00.00.01/)
    expect(liste).toContain('>14<')
    expect((await app.request(adresse('/doublons/contacts'), poster(NOMMER))).status).toBe(303)
    expect(await (await app.request(adresse('/doublons/contacts'))).text()).toContain('value="CCAS d’Allauch"')
    const groupe = await (await app.request(adresse('/doublons/1'))).text()
    expect(groupe).toMatch(/Ce téléphone est celui de 14.demandes \(CCAS d’Allauch, 04.91.00.00.01\)/)
    const lignes = await etat.selectFrom('journal').selectAll().where('action', '=', 'REGLAGE').execute()
    expect(lignes.map(({ territoire, detail }) => [territoire, detail])).toEqual([
      ['013', JSON.stringify({ contact: 'TELEPHONE', nom: 'CCAS d’Allauch' })],
    ])
  })

  it.each([
    ['+33 4 91 00 00 01', true],
    ['06 12 34 56 78 / 04.91.00.00.01', true],
    ['06 14 91 00 00 / 01 23 45 67 89', false],
  ])('se reconnaissent dans un groupe comme la recherche les lit : « %s »', async (telephone, sien) => {
    const { base } = await preparer('2026-10-31', [...DEMANDES.map((d) => ({ ...d, telephone })), ...CENTRE])
    const { app } = await creerApplication(base)
    const groupe = await (await app.request(adresse('/doublons/1'))).text()
    expect(/Ce téléphone est celui de \d+.demandes \(04.91.00.00.01\)/.test(groupe)).toBe(sien)
  })

  it('ne retiennent jamais le téléphone d’un seul ménage', async () => {
    const { base } = await preparer('2026-10-31', demandes)
    const { app, etat } = await creerApplication(base)
    const refus = await app.request(adresse('/doublons/contacts'), poster({ ...NOMMER, valeur: '611223303' }))
    expect(refus.status).toBe(422)
    expect(await etat.selectFrom('contacts_nommes').selectAll().execute()).toEqual([])
  })

  it('ne se montrent qu’au gestionnaire', async () => {
    const { base } = await preparer('2026-10-31', demandes)
    const { app } = await creerApplication(base, { role: 'etat' })
    expect((await app.request(adresse('/doublons/contacts'))).status).toBe(403)
    expect((await app.request(adresse('/doublons/contacts'), poster(NOMMER))).status).toBe(403)
    expect(await (await app.request(adresse('/doublons/1'))).text()).not.toContain('Ce téléphone')
  })
})

describe('un groupe de plus de six demandes', () => {
  const copies = Array.from({ length: 7 }, (_, i) =>
    demande(i + 1, 'AAAAA', { nom: 'LEFÈVRE', prenom: 'Anaëlle', date_naissance: '29/02/1984' }),
  )

  it('ne se propose ni ne se qualifie en une fois, mais paire par paire', async () => {
    const { base } = await preparer('2026-10-31', [...copies, ...CENTRE])
    const { app, etat } = await creerApplication(base)
    const groupe = await (await app.request(adresse('/doublons/1'))).text()
    expect(groupe).toContain('Une paire se qualifie à la fois.')
    expect(groupe).not.toContain('Enregistrer la qualification')
    const paire = await (await app.request(adresse('/doublons/1?paire=2'))).text()
    const numeros = /name="numeros" value="([^"]+)"/.exec(paire)?.[1] ?? ''
    expect(numeros.split(' ')).toHaveLength(2)
    const verdict = poster({ verdict: 'HOMONYMIE', motif: '', numeros })
    expect((await app.request(adresse('/doublons/1'), verdict)).status).toBe(404)
    expect((await app.request(adresse('/doublons/1?paire=2'), verdict)).status).toBe(303)
    expect(await etat.selectFrom('qualifications_paires').selectAll().execute()).toHaveLength(1)
    expect(await (await app.request(adresse('/doublons/1?paire=2'))).text()).toContain('Enregistrer la qualification')
  })
})
