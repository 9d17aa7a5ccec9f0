import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../../base.ts'
import { BBBBB, GESTIONNAIRE, preparerDemarches } from './aide.ts'
import { CAS, type Cas, DEUX_ACTIVES, DOUBLON, instantane, ligne, RADIATION, RADIEE, UN } from './cas-confirmes.ts'

const jouer = async (
  { sorte, champs, avant = DEUX_ACTIVES, apres, guichet = {}, fait = {} }: Cas,
  actes: readonly string[],
  date = '2026-11-30',
) => {
  const { base, charger } = await ouvrirBase()
  await charger(instantane('2026-10-31', avant))
  const personnes = await preparerDemarches(base)
  const { id, refus } = await personnes.envoyer(BBBBB, sorte, champs)
  expect(refus).toBe(null)
  for (const acte of actes) await personnes.agir(GESTIONNAIRE, id, acte, acte === 'FAIRE' ? fait : {})
  await charger(instantane(date, apres, guichet), { maintenant: new Date('2026-12-02T10:00:00') })
  return { ...personnes, id, charger }
}

describe('l’instantané suivant', () => {
  it.each(CAS)('confirme, ou non, %s', async (_, cas, attendu) => {
    const { etapes, id } = await jouer(cas, ['ACCEPTER', 'FAIRE'])
    expect(await etapes(id)).toEqual(['RECUE', 'ACCEPTEE', 'FAITE', ...(attendu ? ['CONFIRMEE'] : [])])
  })

  const CONFIRME = { ...DOUBLON, apres: [ligne(1), ligne(2, RADIEE)] }

  it.each([
    ['acceptée, sans attendre qu’on la dise faite, la', ['ACCEPTER'], true],
    ['reçue ne la', [], false],
    ['en cours ne la', ['PRENDRE'], false],
  ] as const)('d’une démarche %s confirme de lui-même', async (_, actes, attendu) => {
    const { etapes, id, lire } = await jouer(CONFIRME, actes)
    expect((await etapes(id)).at(-1) === 'CONFIRMEE').toBe(attendu)
    expect((await lire(BBBBB, `/demarches/${id}`)).texte.includes('par l’instantané du 30/11/2026')).toBe(attendu)
  })

  it('n’est pas celui que l’envoi avait déjà, rechargé : rien ne se confirme de ce qu’il montrait', async () => {
    const { etapes, id } = await jouer(CONFIRME, ['ACCEPTER'], '2026-10-15')
    expect(await etapes(id)).toEqual(['RECUE', 'ACCEPTEE'])
  })

  it('ne confirme qu’une fois', async () => {
    const { etapes, id, charger } = await jouer(CONFIRME, ['ACCEPTER'])
    await charger(instantane('2026-12-31', CONFIRME.apres), { maintenant: new Date('2027-01-02T10:00:00') })
    expect((await etapes(id)).filter((vers) => vers === 'CONFIRMEE')).toHaveLength(1)
  })

  it('d’avant la radiation contestée ne la dit pas réactivée', async () => {
    const cas = {
      sorte: 'radiation',
      champs: { ...RADIATION, numeros: UN, date_radiation: '2026-11-20' },
      apres: DEUX_ACTIVES,
    }
    const { etapes, id } = await jouer(cas, ['ACCEPTER'], '2026-11-10')
    expect(await etapes(id)).toEqual(['RECUE', 'ACCEPTEE'])
  })
})

describe('la page d’une radiation contestée', () => {
  const radiee = (echeance: string) => [ligne(1, { ...RADIEE, date_echeance: echeance }), ligne(2)]

  it.each([
    ['jusqu’au dernier jour', '23/05/2026', 'peut être réactivée jusqu’au 23/11/2026'],
    ['le lendemain, que le délai est passé', '22/05/2026', 'délai de réactivation est passé depuis le 22/11/2026'],
  ])('dit %s', async (_, echeance, attendu) => {
    const { base, charger } = await ouvrirBase()
    await charger(instantane('2026-10-31', radiee(echeance)))
    const { envoyer, lire } = await preparerDemarches(base)
    const { id } = await envoyer(BBBBB, 'radiation', { ...RADIATION, numeros: UN })
    const texte = (await lire(BBBBB, `/demarches/${id}`)).texte.replace(/[\u00a0\u202f]/g, ' ')
    expect(texte).toContain(attendu)
    expect(texte).toContain('radiée le 20/10/2026, non-renouvellement')
  })
})
