package org.selfstab.certify.enclosure;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.ProvedZero;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * Krawczyk's test (Krawczyk 1969; Neumaier, Interval Methods for Systems of Equations, section 5.1): with Y about the inverse
 * Jacobian, {@code z - Y (F(z) - s) + (I - Y F'(Z))(Z - z)} inside Z proves that {@code F = s} has exactly one solution in Z, for each
 * s of an interval vector; and so, with {@code Y s} widened, for each s within a Euclidean distance of that in its first entries.
 */
public final class Krawczyk {

    private static final int REFINEMENTS = 2;
    private static final int ATTEMPTS = 12;
    private static final double GROWTH = 2.0;
    private static final double ROOM = 0x1p-6;
    private static final double[] UNIQUENESS_RADII = {1e-2, 1e-3, 1e-4, 1e-6, 1e-9};

    private final SquareSystem system;
    private final int shifted;

    /**
     * A test.
     *
     * @param system the left-hand sides F
     * @param shifted how many of the first equations have an uncertain right-hand side
     */
    public Krawczyk(SquareSystem system, int shifted) {
        this.system = system;
        this.shifted = shifted;
    }

    /**
     * The solution near a guess; empty if the test fails, which proves nothing.
     *
     * @param guess about the solution, of dimension N
     * @param right the right-hand side s, of dimension N
     * @param distance how far, in the Euclidean norm, the first entries of s may lie from this
     */
    public Optional<Solution> solve(double[] guess, FieldVector<Interval> right, double distance) {
        if (!isFinite(guess)) {
            return Optional.empty();
        }
        try {
            return new Test(guess, right, distance).pass();
        } catch (MathRuntimeException | EnclosureException singularOrNotFinite) {
            return Optional.empty();
        }
    }

    /**
     * The only solution in a box.
     *
     * @param centre the point that radii are about, of dimension N
     * @param box the distance from it, in each coordinate, with which the test passes
     * @param radii the solution's distance from it, in each coordinate, is at most this
     * @param uniquenessRadius no other solution lies within this distance of the centre in each coordinate
     * @param shiftedRadius the Euclidean distance of the solution's first entries from those of the centre is at most this
     * @param preconditioner Y, with which the test passes, N by N
     */
    public record Solution(
            FieldVector<Interval> centre,
            FieldVector<Interval> box,
            FieldVector<Interval> radii,
            double uniquenessRadius,
            double shiftedRadius,
            FieldMatrix<Interval> preconditioner) {

        /** Contains the solution, of dimension N. */
        public FieldVector<Interval> enclosure() {
            return Boxes.around(centre, Boxes.numbers(radii));
        }

        /** The solution for a certificate. */
        public ProvedZero proof() {
            return new ProvedZero(Boxes.listed(centre), Boxes.listed(box), Boxes.listed(radii));
        }
    }

    /** One guess, its preconditioner and the box that grows round it. */
    private final class Test {

        private final FieldMatrix<Interval> preconditioner;
        private final FieldVector<Interval> right;
        private final double distance;
        private FieldVector<Interval> centre;

        Test(double[] guess, FieldVector<Interval> right, double distance) {
            this.right = right;
            this.distance = distance;
            this.centre = Boxes.at(guess);
            FieldMatrix<Binary64> jacobian = Boxes.midpoints(system.jacobian(centre));
            this.preconditioner = Boxes.exactly(
                    new FieldLUDecomposition<>(jacobian).getSolver().getInverse());
        }

        Optional<Solution> pass() {
            refine();
            FieldVector<Interval> correction = correction();
            double[] fixed = fixedPart(correction);
            double[] radii = grown(RoundUp.withSlack(fixed, scale()));
            for (int i = 0; i < ATTEMPTS && isFinite(radii); i++) {
                FieldVector<Interval> box = Boxes.around(centre, radii);
                double[] rest = contraction(box, radii);
                double[] needed = RoundUp.withSlack(RoundUp.sum(fixed, rest), scale());
                if (RoundUp.isBelow(needed, radii)) {
                    return Optional.of(new Solution(
                            centre,
                            Boxes.at(radii),
                            Boxes.at(withRoom(needed, radii)),
                            Math.max(smallest(radii), uniquenessRadius(fixed)),
                            RoundUp.withSlack(shiftedRadius(correction, rest), scale()),
                            preconditioner));
                }
                radii = grown(needed);
            }
            return Optional.empty();
        }

        /** Radii a little larger, for a checker that encloses derivatives less closely; no step rests on those of the one before. */
        private double[] withRoom(double[] needed, double[] box) {
            double[] radii = new double[needed.length];
            for (int i = 0; i < radii.length; i++) {
                radii[i] = Math.min(RoundUp.add(needed[i], ROOM * needed[i]), box[i]);
            }
            return radii;
        }

        /** The largest of some radii with which the test passes too; 0 if with none. */
        private double uniquenessRadius(double[] fixed) {
            for (double radius : UNIQUENESS_RADII) {
                if (passesWithin(radius, fixed)) {
                    return radius;
                }
            }
            return 0.0;
        }

        /** A box may be too large for the system to be defined on it. */
        private boolean passesWithin(double radius, double[] fixed) {
            double[] radii = new double[fixed.length];
            Arrays.fill(radii, radius);
            try {
                double[] needed =
                        RoundUp.withSlack(RoundUp.sum(fixed, contraction(Boxes.around(centre, radii), radii)), scale());
                return RoundUp.isBelow(needed, radii);
            } catch (EnclosureException undefined) {
                return false;
            }
        }

        /** The largest magnitude of the unknowns. */
        private double scale() {
            return Arrays.stream(Boxes.numbers(centre)).map(Math::abs).max().orElseThrow();
        }

        private double smallest(double[] radii) {
            return Arrays.stream(radii).min().orElseThrow();
        }

        private void refine() {
            for (int i = 0; i < REFINEMENTS; i++) {
                FieldVector<Interval> next = centre.subtract(correction());
                centre = Boxes.at(Boxes.numbers(next));
            }
        }

        /** {@code Y (F(z) - s)}. */
        private FieldVector<Interval> correction() {
            return preconditioner.operate(system.value(centre).subtract(right));
        }

        /** Bounds on what does not depend on Z: the correction and, for the uncertain shift, the rows of Y. */
        private double[] fixedPart(FieldVector<Interval> correction) {
            double[] bounds = new double[correction.getDimension()];
            for (int i = 0; i < bounds.length; i++) {
                FieldVector<Interval> row = preconditioner.getRowVector(i).getSubVector(0, shifted);
                bounds[i] = RoundUp.add(
                        correction.getEntry(i).mag(),
                        shifted == 0 ? 0.0 : RoundUp.multiply(Norm.of(row).upper(), distance));
            }
            return bounds;
        }

        /** Bounds on the entries of {@code (I - Y F'(Z))(Z - z)}. */
        private double[] contraction(FieldVector<Interval> box, double[] radii) {
            FieldMatrix<Interval> deviation =
                    Boxes.identity(radii.length).subtract(preconditioner.multiply(system.jacobian(box)));
            double[] bounds = new double[radii.length];
            for (int i = 0; i < radii.length; i++) {
                for (int j = 0; j < radii.length; j++) {
                    bounds[i] = RoundUp.add(
                            bounds[i], RoundUp.multiply(deviation.getEntry(i, j).mag(), radii[j]));
                }
            }
            return bounds;
        }

        private double shiftedRadius(FieldVector<Interval> correction, double[] rest) {
            if (shifted == 0) {
                return 0.0;
            }
            FieldMatrix<Interval> block = preconditioner.getSubMatrix(0, shifted - 1, 0, shifted - 1);
            double fixed = RoundUp.add(
                    Norm.of(correction.getSubVector(0, shifted)).upper(),
                    RoundUp.multiply(MatrixBounds.norm(block), distance));
            return RoundUp.add(
                    fixed, Norm.of(Boxes.at(rest).getSubVector(0, shifted)).upper());
        }

        private double[] grown(double[] radii) {
            double[] grown = new double[radii.length];
            for (int i = 0; i < radii.length; i++) {
                grown[i] = GROWTH * radii[i] + 4.0 * Math.ulp(centre.getEntry(i).mag());
            }
            return grown;
        }
    }

    private static boolean isFinite(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
