/** Figures in a row, each under its name. */
export const Mesures = ({ mesures }: { readonly mesures: readonly (readonly [terme: string, valeur: string])[] }) => (
  <dl class="mesures">
    {mesures.map(([terme, valeur]) => (
      <div>
        <dt>{terme}</dt>
        <dd>{valeur}</dd>
      </div>
    ))}
  </dl>
)
