import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { openAtelier } from '../charts/atelier.ts'
import { Faits, Section } from '../components/blocs.tsx'
import { ListeFiches } from '../components/echantillons/liste-fiches.tsx'
import { GraphiqueDefauts, ResultatsParStrate } from '../components/echantillons/resultats.tsx'
import { TableStrates } from '../components/echantillons/strates.tsx'
import { ActesDeLEchantillon, Avancement, HistoireEchantillon } from '../components/echantillons/suite.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { EchantillonVu } from '../echantillon-vue.ts'
import { POPULATIONS, REPARTITIONS, STRATES } from '../echantillons.ts'
import { constatDe, identiteDe, titreDe } from '../modeles/echantillons.ts'
import { resultatsDe } from '../modeles/resultats-echantillon.ts'

export interface EchantillonProps {
  readonly contexte: Contexte
  readonly echantillon: EchantillonVu
  /** Numbers by form; « n° purgé » where retention has passed. */
  readonly numeros: ReadonlyMap<number, string>
  readonly exports: readonly LienExport[]
  readonly refus?: Refus
  readonly fait?: string
}

/** What lets anybody draw it again. */
const Tirage = ({ contexte, echantillon: e }: Pick<EchantillonProps, 'contexte' | 'echantillon'>) => (
  <Section id="strates" titre="Comment il a été tiré" precision="Assez pour le refaire">
    <Faits
      faits={[
        { terme: 'Population', valeur: POPULATIONS[e.population] },
        { terme: 'Instantané', valeur: formatJour(e.instantane) },
        { terme: 'Empreinte des fichiers', valeur: <span class="empreinte">{e.empreinte}</span> },
        { terme: 'Graine', valeur: <span class="empreinte">{e.graine}</span> },
        { terme: 'Strates', valeur: STRATES[e.strate] },
        {
          terme: 'Répartition',
          valeur: `${REPARTITIONS[e.repartition]}${e.minimum > 0 ? fr(`, ${formatNombre(e.minimum)} au moins par strate`) : ''}`,
        },
      ]}
    />
    <details class="twin">
      <summary>Voir les strates</summary>
      <TableStrates contexte={contexte} strates={e.strates} sorte={e.strate} />
    </details>
  </Section>
)

/** A sample as a service reads it: its own demandes, whose pieces are to be shown. */
const PourLeService = (p: EchantillonProps) => (
  <>
    <Tete titre={titreDe(p.echantillon)} identite={identiteDe(p.echantillon)} imprimer="Imprimer la liste">
      {fr(
        p.echantillon.etat === 'CLOS'
          ? `${constatDe(p.echantillon)} Voici ce qui a été constaté des demandes de votre service.`
          : 'Le sort a tiré ces demandes de votre service : réunir leurs pièces, le gestionnaire demandera à les voir. Rien n’est reproché à ce stade.',
      )}
    </Tete>
    <Section id="fiches" titre="Vos demandes tirées">
      <ListeFiches {...p} />
    </Section>
  </>
)

/** One sample: how far it is, what it found, the demandes drawn, how it was drawn. */
export const PageEchantillon = async (p: EchantillonProps) => {
  const { contexte, echantillon } = p
  const titre = titreDe(echantillon)
  const duGuichet = contexte.personne?.role === 'guichet'
  const resultats = duGuichet ? [] : resultatsDe(echantillon)
  const atelier = await openAtelier()
  return (
    <Page
      contexte={contexte}
      titre={titre}
      fil={[{ libelle: 'Échantillons', chemin: '/echantillons' }]}
      periode={false}
      du={echantillon}
    >
      {duGuichet ? (
        <PourLeService {...p} />
      ) : (
        <>
          <Tete titre={titre} identite={identiteDe(echantillon)} exports={p.exports}>
            {fr(constatDe(echantillon))}
          </Tete>
          {p.refus ? <MessageRefus refus={p.refus} /> : null}
          {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
          <Avancement contexte={contexte} echantillon={echantillon} />
          {echantillon.remplies === 0 ? null : (
            <>
              <GraphiqueDefauts contexte={contexte} echantillon={echantillon} resultats={resultats} atelier={atelier} />
              <ResultatsParStrate contexte={contexte} echantillon={echantillon} resultats={resultats} />
            </>
          )}
          <Section
            id="fiches"
            titre="Les demandes tirées"
            precision={fr('Par guichet ; leurs numéros s’effacent au terme de la conservation, les résultats restent')}
          >
            <ListeFiches {...p} />
          </Section>
          <ActesDeLEchantillon contexte={contexte} echantillon={echantillon} />
          <Tirage contexte={contexte} echantillon={echantillon} />
          <HistoireEchantillon echantillon={echantillon} />
        </>
      )}
    </Page>
  )
}
