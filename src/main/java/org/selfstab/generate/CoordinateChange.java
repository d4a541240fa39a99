package org.selfstab.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * How the normal form is written: as it is, or after a change of variables and a rotation.
 *
 * @param change the change of variables, if any
 * @param rotation the rotation, if any
 * @param dimension the number of variables
 */
record CoordinateChange(Optional<ChangeOfVariables> change, Optional<ExactRotation> rotation, int dimension) {

    /** Beyond, a drift would carry the trajectory to where the bent edge has turned too far. */
    private static final double LARGEST_TURN = 0.25;

    /** So that what is drawn for numbers does not change the disguise. */
    private static final long OWN_SEQUENCE = 0x5DEECE66DL;

    static CoordinateChange none(int dimension) {
        return new CoordinateChange(Optional.empty(), Optional.empty(), dimension);
    }

    /** A disguise drawn from the seed. */
    static CoordinateChange draw(long seed, Prescription prescription, Spectrum spectrum) {
        Random random = new Random(seed ^ OWN_SEQUENCE);
        int dimension = prescription.directions().dimension();
        ExactRotation rotation = ExactRotation.draw(random, dimension);
        boolean drifts = prescription.drifts();
        List<Integer> bending = new ArrayList<>(List.of(0));
        List<Integer> twisted = new ArrayList<>();
        for (int index = 1; index <= dimension - 2; index++) {
            boolean isDrift = drifts && index == 1;
            if (prescription.quartic().isPresent() && index == dimension - 2) {
                continue;
            }
            if (!spectrum.isFlat(index)) {
                if (!isDrift) {
                    twisted.add(index);
                }
            } else if (!isDrift || mayBendAlongDrift(prescription)) {
                bending.add(index);
            }
        }
        List<Integer> positive = drifts ? List.of(0, 1) : List.of(0);
        return new CoordinateChange(
                Optional.of(new ChangeOfVariables(random, bending, positive, twisted)),
                Optional.of(rotation),
                dimension);
    }

    private static boolean mayBendAlongDrift(Prescription prescription) {
        double tangent = prescription.tangent();
        return prescription.run() instanceof Prescription.RunPlan.AtEdge
                && prescription.epsilonReal() * tangent * tangent <= LARGEST_TURN;
    }

    /** The variables of the loss. */
    List<Symbol> variables() {
        List<Symbol> variables = new ArrayList<>();
        List<String> names = Coordinates.names(dimension);
        for (int i = 0; i < dimension; i++) {
            variables.add(Expression.symbol(rotation.isPresent() ? "theta" + (i + 1) : names.get(i)));
        }
        return variables;
    }

    /** The coordinates of the normal form, of the variables. */
    Coordinates coordinates() {
        List<Symbol> variables = variables();
        Coordinates turned =
                Coordinates.of(rotation.map(q -> q.rotateBack(variables)).orElseGet(() -> List.copyOf(variables)));
        return change.map(phi -> phi.of(turned, form(phi, variables))).orElse(turned);
    }

    private Expression form(ChangeOfVariables phi, List<Symbol> variables) {
        BigFraction[] coefficients = phi.form(dimension);
        return rotation.map(q -> q.form(coefficients, variables))
                .orElseGet(() -> ExactRotation.combination(coefficients, variables));
    }

    /** A point in the normal form's coordinates before the change of variables, as a point of the variables. */
    List<Expression> point(List<Expression> w) {
        return rotation.map(q -> q.rotate(w)).orElse(w);
    }
}
