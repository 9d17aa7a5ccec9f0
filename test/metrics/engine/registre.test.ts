import { describe, expect, it } from 'vitest'
import { construireRegistre, type GuichetInscrit } from '../../../metrics/engine/registre.ts'

const guichet = (code: string, service_code: string, siren: string | null, categorie = 'BAILLEUR'): GuichetInscrit => ({
  code,
  service_code,
  siren,
  categorie,
  libelle: `Guichet ${code}`,
  date_fermeture: null,
  service_libelle: `Service ${service_code}`,
})

const A = '111111111'
const B = '222222222'

describe('le service d’un siren', () => {
  it.each([
    ['dans l’ordre des codes', [guichet('G0001', 'SERVA', A), guichet('G0002', 'SERVB', A)]],
    ['dans l’ordre contraire', [guichet('G0002', 'SERVB', A), guichet('G0001', 'SERVA', A)]],
  ])('est celui du premier guichet, par code, qui le porte : registre %s', (_titre, inscrits) => {
    expect(construireRegistre(inscrits, [])).toMatchObject({ serviceDuSiren: new Map([[A, 'SERVA']]) })
  })

  it('n’est pas celui d’un guichet qui précède sans le porter, ni d’un guichet hors registre', () => {
    const { serviceDuSiren, services } = construireRegistre(
      [guichet('G0003', 'SERVC', B), guichet('G0001', 'SERVA', null), guichet('G0002', 'SERVB', A)],
      ['G0000'],
    )
    expect([...serviceDuSiren]).toEqual([
      [A, 'SERVB'],
      [B, 'SERVC'],
    ])
    expect([...services.keys()]).toEqual(['G0000', 'SERVA', 'SERVB', 'SERVC'])
  })

  it('un guichet rencontré qui est au registre garde ce qu’il y a', () => {
    const { guichets, serviceDuSiren } = construireRegistre([guichet('G0001', 'SERVA', A)], ['G0001'])
    expect([...guichets.keys()]).toEqual(['G0001'])
    expect(serviceDuSiren.get(A)).toBe('SERVA')
  })

  it('la catégorie d’un service est celle de ses guichets, s’ils n’en ont qu’une', () => {
    const { services } = construireRegistre(
      [
        guichet('G0001', 'SERVA', A),
        guichet('G0002', 'SERVA', A, 'COMMUNE'),
        guichet('G0003', 'SERVB', B, 'EPCI'),
        guichet('G0004', 'SERVB', B, 'EPCI'),
      ],
      [],
    )
    expect([services.get('SERVA')?.categorie, services.get('SERVB')?.categorie]).toEqual([null, 'EPCI'])
  })
})
