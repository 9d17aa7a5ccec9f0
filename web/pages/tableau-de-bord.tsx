import { BesoinDeMoi } from '../components/besoin-de-moi.tsx'
import { Section } from '../components/blocs.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { Constat } from '../components/constat-mois.tsx'
import { GraphiquesEtats } from '../components/graphiques-etats.tsx'
import { MessageTerritoire } from '../components/message-territoire.tsx'
import { Page } from '../components/page.tsx'
import { TableTerritoire } from '../components/table-territoire.tsx'
import { Tete } from '../components/tete.tsx'
import { peutOuvrir } from '../contexte.ts'
import { hasEtats } from '../etats.ts'
import { lien } from '../liens.ts'
import { listChiffres } from '../modeles/chiffres.ts'
import type { TableauDeBordProps } from '../modeles/tableau-de-bord.ts'

/** The month at a glance: what needs me first, then the evidence. */
export const TableauDeBord = async (props: TableauDeBordProps) => {
  const { contexte, indicateurs, lignes, historique } = props
  const principaux = indicateurs.filter(({ principal }) => principal)
  const siennes = lignes.filter(({ niveau }) => niveau === 'TERRITOIRE')
  const juge = hasEtats(lignes)
  const parGuichet = peutOuvrir(contexte, '/guichets')
  return (
    <Page contexte={contexte} titre="Tableau de bord">
      <Tete titre="Tableau de bord" exports={props.exports}>
        <Constat {...props} />
      </Tete>
      <ChiffresCles chiffres={listChiffres(contexte, indicateurs, siennes, historique)} />
      {parGuichet ? null : (
        <MessageTerritoire contexte={contexte} indicateurs={principaux} lignes={siennes} historique={historique} />
      )}
      <BesoinDeMoi {...props} juge={juge} />
      {juge ? await GraphiquesEtats(props) : null}
      <Section
        id="territoire"
        titre="Les principaux indicateurs sur le territoire"
        precision={<a href={lien(contexte, '/indicateurs')}>Tous les indicateurs</a>}
      >
        <TableTerritoire contexte={contexte} indicateurs={principaux} lignes={siennes} historique={historique} />
      </Section>
    </Page>
  )
}
