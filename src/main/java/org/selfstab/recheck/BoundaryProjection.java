package org.selfstab.recheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.TaylorLoss;
import org.selfstab.recheck.taylor.UndefinedException;

/**
 * Refutes that an iterate before t = 0 is not at the edge: finds a solution of the {@link StationarityEquations} on the boundary by Newton's method,
 * proves it by Krawczyk's test with {@code nu > 0}, and shows by the {@link NearestPointCheck} that it is the nearest point of the stable set.
 * Nothing follows where this does not succeed.
 */
final class BoundaryProjection {

    private static final int NEWTON_STEPS = 10;
    private static final int ATTEMPTS = 6;
    /** So many iterates are tried; for each the work is about that of a step. */
    private static final int MOST_TRIES = 100;
    /** A box of Krawczyk's test is wider than the least it shows, by this factor and by rounding. */
    private static final double WIDER = 4.0;

    private static final double ROUNDING = 1e-30;

    private final Decimals decimals;
    private final TaylorLoss loss;
    private final DecimalInterval edge;
    private final NearestPointCheck nearest;
    private final int n;
    private int tries;

    /**
     * Prepares refutations.
     *
     * @param edge contains 2/eta
     */
    BoundaryProjection(Decimals decimals, TaylorLoss loss, DecimalInterval edge) {
        this.decimals = decimals;
        this.loss = loss;
        this.edge = edge;
        this.nearest = new NearestPointCheck(decimals, loss, edge);
        this.n = loss.dimension();
    }

    /** Whether the projection of every point within a distance of another is shown to lie on the boundary. */
    boolean isShown(FieldVector<DecimalInterval> theta, DecimalInterval distance) {
        if (n > NearestPointCheck.MOST_VARIABLES || tries++ >= MOST_TRIES) {
            return false;
        }
        try {
            return solution(theta, distance)
                    .filter(point -> point.nu().isPositive())
                    .filter(point -> nearest.areNearest(List.of(point), true))
                    .isPresent();
        } catch (UndefinedException | RejectedException notThere) {
            return false;
        }
    }

    private Optional<StationaryPoint> solution(FieldVector<DecimalInterval> theta, DecimalInterval distance) {
        ZeroTest test = test(newton(theta), theta, distance);
        FieldVector<DecimalInterval> radii = wider(test.needed(decimals.zeros(3 * n + 2)));
        for (int i = 0; i < ATTEMPTS; i++) {
            FieldMatrix<DecimalInterval> jacobian =
                    equations(decimals.around(test.centre(), radii)).jacobian();
            FieldVector<DecimalInterval> contraction = test.contraction(jacobian, radii);
            FieldVector<DecimalInterval> needed = test.needed(contraction);
            if (test.passes(contraction, radii, radii)) {
                FieldVector<DecimalInterval> unknowns = decimals.around(test.centre(), needed);
                return Optional.of(new StationaryPoint(
                        test.centre().getSubVector(0, n),
                        test.distance(contraction, n, distance).mag(),
                        unknowns.getSubVector(n, n),
                        unknowns.getEntry(3 * n),
                        unknowns.getEntry(3 * n + 1),
                        theta,
                        distance));
            }
            radii = wider(needed);
        }
        return Optional.empty();
    }

    /** About a solution, from theta itself with its top eigenvector. */
    private FieldVector<DecimalInterval> newton(FieldVector<DecimalInterval> theta) {
        FieldVector<DecimalInterval> unknowns = decimals.zeros(3 * n + 2);
        unknowns.setSubVector(0, theta);
        unknowns.setSubVector(
                n, new SymmetricBounds(decimals).topDirection(loss.over(theta).hessian()));
        for (int i = 0; i < NEWTON_STEPS; i++) {
            unknowns = test(unknowns, theta, decimals.field().getZero()).corrected();
        }
        return unknowns;
    }

    private ZeroTest test(
            FieldVector<DecimalInterval> centre, FieldVector<DecimalInterval> theta, DecimalInterval distance) {
        RejectedException.unless(
                IntStream.range(0, centre.getDimension())
                        .allMatch(i -> centre.getEntry(i).isFinite()),
                "Newton's method diverges");
        StationarityEquations atCentre = equations(centre);
        FieldVector<DecimalInterval> residual = atCentre.value();
        residual.setSubVector(0, residual.getSubVector(0, n).subtract(theta));
        return new ZeroTest(decimals, centre, residual, atCentre.jacobian(), n, distance);
    }

    private StationarityEquations equations(FieldVector<DecimalInterval> unknowns) {
        return new StationarityEquations(
                decimals, CentredForm.over(decimals, loss, unknowns.getSubVector(0, n)), edge, unknowns, true);
    }

    private FieldVector<DecimalInterval> wider(FieldVector<DecimalInterval> radii) {
        FieldVector<DecimalInterval> wider = radii.copy();
        for (int i = 0; i < radii.getDimension(); i++) {
            wider.setEntry(
                    i, radii.getEntry(i).mag().multiply(WIDER).add(ROUNDING).mag());
        }
        return wider;
    }
}
