import { morceauxDuNumero } from '../numero.ts'

/**
 * A numéro unique in four groups, the one that tells it from the others in bold. The space between them is drawn, not
 * written: copied, it is the number that the national system is searched for.
 */
export const Numero = ({ numero }: { readonly numero: string }) => {
  const morceaux = morceauxDuNumero(numero)
  if (morceaux === null) return <span class="nud nd">{numero}</span>
  const [departement, mois, rang, guichet] = morceaux
  return (
    <span class="nud nd">
      <span>{departement}</span>
      <span>{mois}</span>
      <b>{rang}</b>
      <span>{guichet}</span>
    </span>
  )
}
