import { deMois, formatMois } from '../../ingest/socle/francais/format.ts'
import { BesoinDeMoi } from '../components/besoin-de-moi.tsx'
import { Section } from '../components/blocs.tsx'
import { CeQuiABouge } from '../components/ce-qui-a-bouge.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { Constat } from '../components/constat-mois.tsx'
import { GraphiquesEtats } from '../components/graphiques-etats.tsx'
import { MesuresEnCours } from '../components/mesures/du-guichet.tsx'
import { Page } from '../components/page.tsx'
import { Tuiles } from '../components/requetes/tuiles.tsx'
import { TableNormes } from '../components/table-normes.tsx'
import { TableTerritoire } from '../components/table-territoire.tsx'
import { Tete } from '../components/tete.tsx'
import { peutOuvrir } from '../contexte.ts'
import { hasEtats } from '../etats.ts'
import { lien } from '../liens.ts'
import { listChiffres } from '../modeles/chiffres.ts'
import { type Message, messageTerritoire } from '../modeles/message-territoire.ts'
import type { TableauDeBordProps } from '../modeles/tableau-de-bord.ts'

/** What to remember of the month for its title, and by how much the norms are not held beneath. */
const TeteDuTerritoire = ({ message, ...props }: TableauDeBordProps & { readonly message: Message }) => (
  <Tete
    titre={message.titre}
    identite={`Synthèse${props.contexte.mois === null ? '' : ` ${deMois(formatMois(props.contexte.mois))}`} · le territoire pris en entier`}
    exports={props.exports}
  >
    {message.suite === '' ? null : <span class="message-fort">{message.suite}</span>}
    {message.suite === '' ? null : ' '}
    <Constat {...props} />
  </Tete>
)

/** The month at a glance: what needs me first, then the evidence. */
export const TableauDeBord = async (props: TableauDeBordProps) => {
  const { contexte, indicateurs, lignes, historique } = props
  const principaux = indicateurs.filter(({ principal }) => principal)
  const siennes = lignes.filter(({ niveau }) => niveau === 'TERRITOIRE')
  const juge = hasEtats(lignes)
  // Who follows guichets one by one has its work first; the others, the territory beside its norms, then the trend.
  const parGuichet = peutOuvrir(contexte, '/guichets')
  const [titre, Territoire] = parGuichet ? ['Tableau de bord', TableTerritoire] : ['Synthèse', TableNormes]
  const chiffres = <ChiffresCles chiffres={listChiffres(contexte, indicateurs, siennes, historique)} />
  return (
    <Page contexte={contexte} titre={titre} uneFeuille={!parGuichet}>
      {parGuichet ? (
        <Tete titre={titre} exports={props.exports}>
          <Constat {...props} />
        </Tete>
      ) : (
        <TeteDuTerritoire {...props} message={messageTerritoire(principaux, siennes)} />
      )}
      {parGuichet ? chiffres : null}
      {parGuichet ? null : (
        <CeQuiABouge contexte={contexte} indicateurs={principaux} lignes={siennes} historique={historique} />
      )}
      {parGuichet ? <BesoinDeMoi {...props} juge={juge} /> : null}
      {juge ? await GraphiquesEtats(props) : null}
      {parGuichet ? null : <MesuresEnCours contexte={contexte} mesures={props.signalees ?? []} />}
      {parGuichet ? null : <BesoinDeMoi {...props} juge={juge} />}
      {parGuichet ? null : (
        <Section id="activite" titre="L’activité du mois">
          {chiffres}
        </Section>
      )}
      <Section
        id="territoire"
        titre="Les principaux indicateurs sur le territoire"
        precision={<a href={lien(contexte, '/indicateurs')}>Tous les indicateurs</a>}
      >
        <Territoire contexte={contexte} indicateurs={principaux} lignes={siennes} historique={historique} />
      </Section>
      {await Tuiles({ contexte, tuiles: props.tuiles ?? [] })}
    </Page>
  )
}
