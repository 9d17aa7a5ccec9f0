/** A step of what the application is busy with, as its page shows it. */
export interface Etape {
  readonly libelle: string
  readonly etat: 'faite' | 'en_cours' | 'a_venir'
}

export const MOTS_ETAPES = { faite: 'fait', en_cours: 'en cours', a_venir: 'à venir' } as const

export const iconeDe = (etat: Etape['etat']): 'ok' | 'due' => (etat === 'faite' ? 'ok' : 'due')

/** What follows a deposit: its steps as they stand, and where to go once all is done. */
export const suiviDe = (etapes: readonly Etape[], suite: string | null) => ({
  etapes: etapes.map(({ etat }) => ({ etat, mot: MOTS_ETAPES[etat], icone: `#i-${iconeDe(etat)}` })),
  annonce: etapes.find(({ etat }) => etat === 'en_cours')?.libelle ?? '',
  faites: etapes.filter(({ etat }) => etat === 'faite').length,
  suite,
})
