package org.selfstab.recheck;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.CheckedClaim.Outcome;

/**
 * Verifies a stated orbit, of period two or another p: with {@code f(theta) = theta - (2/S_c) grad L(theta)}, of gradient descent its step, or a step of an adaptive optimizer, Krawczyk's test of {@code F(z) =
 * f^p(z) - z} with the stated Y, whatever that is; that no divisor of p is its period; that Y F' is near the identity as far as the orbit
 * is stated to be the only one; and its stability, under the optimizer, by the stated form of Stein's equation.
 */
final class CycleChecker {

    private static final int LONGEST_PERIOD = 64;

    private static final String EXISTS = "cycle.exists";
    private static final String UNIQUE = "cycle.unique";
    private static final String STABLE = "cycle.stable";

    private final Decimals decimals;
    private final CertificateRecords.Orbit orbit;
    private final int n;
    private final CheckedMap map;

    /**
     * A check.
     *
     * @throws org.selfstab.recheck.taylor.FormulaException if the text is no problem
     * @throws org.selfstab.recheck.taylor.UndefinedException if part of it that is constant is not certainly defined
     * @throws RejectedException if eta is not certainly positive, the optimizer not certainly one with an edge or an adaptive one, or a parameter not certainly real
     */
    CycleChecker(Decimals decimals, StatedProblem stated, CertificateRecords.Orbit orbit) {
        BoxedProblem problem = BoxedProblem.of(stated, stated.variables(), decimals);
        this.decimals = decimals;
        this.orbit = orbit;
        FieldVector<DecimalInterval> origin = decimals.zeros(stated.variables().size());
        problem.requireParameters(origin);
        RejectedException.unless(
                orbit.period() >= 1 && orbit.period() <= LONGEST_PERIOD,
                "the period is not from 1 to " + LONGEST_PERIOD);
        this.map = problem.map(decimals, origin, orbit.period());
        this.n = map.names().size();
    }

    /** What is said where no orbit is stated, or where something was rejected before. */
    static List<CheckedClaim> unverified(Optional<CertificateRecords.Orbit> stated, Optional<String> objection) {
        if (stated.isEmpty()) {
            String reason = objection.orElse("no orbit is stated");
            Outcome outcome = objection.isPresent() ? Outcome.REJECTED : Outcome.EMPTY;
            return List.of(new CheckedClaim(EXISTS, "an orbit", "UNDECIDED", outcome, reason));
        }
        Objections objections = new Objections();
        objections.include(objection.orElseThrow());
        return claims(stated.get(), objections, objections, objections, "");
    }

    /** Each claim, verified or not. */
    List<CheckedClaim> check() {
        Objections existence = new Objections();
        existence.attempt("", this::requireOrbit);
        Objections uniqueness = existence.copy();
        uniqueness.attempt("", this::requireUnique);
        Objections stability = existence.copy();
        stability.attempt("", this::requireStability);
        return claims(
                orbit,
                existence,
                uniqueness,
                stability,
                existence.first().isPresent() ? "" : shown(firstPoint()) + " and " + shown(secondPoint()));
    }

    private static List<CheckedClaim> claims(
            CertificateRecords.Orbit orbit,
            Objections existence,
            Objections uniqueness,
            Objections stability,
            String points) {
        return List.of(
                claim(EXISTS, "an orbit of period " + inWords(orbit.period()), "HOLDS", existence, "between " + points),
                claim(
                        UNIQUE,
                        orbit.period() == 2
                                ? "no other point of period one or two nearby"
                                : "no other point of a period that divides it nearby",
                        "HOLDS",
                        uniqueness,
                        "within " + orbit.uniqueness() + " of " + orbit.first() + " in each coordinate"),
                claim(
                        STABLE,
                        "the derivative of " + inWords(orbit.period())
                                + (orbit.period() == 1 ? " step has" : " steps has")
                                + " all eigenvalues inside the unit circle",
                        orbit.stable(),
                        stability,
                        "by a form of Stein's equation"));
    }

    private static String inWords(int period) {
        return period == 2 ? "two" : Integer.toString(period);
    }

    private static CheckedClaim claim(
            String name, String quantity, String verdict, Objections objections, String otherwise) {
        if (objections.first().isPresent()) {
            return new CheckedClaim(
                    name,
                    quantity,
                    verdict,
                    Outcome.REJECTED,
                    objections.first().get());
        }
        return verdict.equals("UNDECIDED")
                ? new CheckedClaim(name, quantity, verdict, Outcome.EMPTY, "nothing is stated")
                : new CheckedClaim(name, quantity, verdict, Outcome.CONFIRMED, otherwise);
    }

    private void requireOrbit() {
        requireSizes();
        FieldVector<DecimalInterval> box = decimals.enclosed(orbit.box());
        ZeroTest test = test();
        FieldVector<DecimalInterval> contraction = test.contraction(jacobian(decimals.around(centre(), box)), box);
        RejectedException.unless(
                test.passes(contraction, box, decimals.enclosed(orbit.radii())),
                "Krawczyk's test of the iterate after a period does not pass as stated");
        FieldVector<DecimalInterval> image = next(firstPoint());
        FieldVector<DecimalInterval> radii = decimals.enclosed(orbit.secondRadii());
        FieldVector<DecimalInterval> second = decimals.around(decimals.enclosed(orbit.second()), radii);
        RejectedException.unless(
                IntStream.range(0, n)
                        .allMatch(i -> decimals.field().getZero().isAtMost(radii.getEntry(i))
                                && second.getEntry(i).contains(image.getEntry(i))),
                "the second point may be farther from its centre than stated");
        for (int divisor = 1; divisor < orbit.period(); divisor++) {
            if (orbit.period() % divisor == 0) {
                requireMoved(divisor);
            }
        }
    }

    private void requireMoved(int steps) {
        FieldVector<DecimalInterval> change = after(steps, firstPoint()).subtract(firstPoint());
        RejectedException.unless(
                IntStream.range(0, n).anyMatch(i -> isNotZero(change.getEntry(i))),
                steps == 1 ? "the two points may be one: it may be a fixed point" : "its period may be " + steps);
    }

    private void requireSizes() {
        boolean fits = List.of(orbit.first(), orbit.box(), orbit.radii(), orbit.second(), orbit.secondRadii()).stream()
                        .allMatch(list -> list.size() == n)
                && isSquare(orbit.inverse(), n);
        RejectedException.unless(fits, "the orbit has not the dimension " + n);
    }

    private static boolean isSquare(List<? extends List<?>> rows, int size) {
        return rows.size() == size && rows.stream().allMatch(row -> row.size() == size);
    }

    private static boolean isNotZero(DecimalInterval number) {
        return number.isPositive() || number.negate().isPositive();
    }

    /**
     * Where {@code |I - Y F'| < 1} in the maximum norm F takes no value twice, and the orbit's point is there. In the box of Krawczyk's test it
     * is so in the norm that belongs to that box.
     */
    private void requireUnique() {
        DecimalInterval radius = decimals.field().of(orbit.uniqueness());
        RejectedException.unless(radius.isPositive(), "it is stated to be unique nowhere");
        if (orbit.box().stream().allMatch(side -> orbit.uniqueness().compareTo(side) <= 0)) {
            return;
        }
        FieldVector<DecimalInterval> radii = decimals.enclosed(orbit.radii());
        RejectedException.unless(
                IntStream.range(0, n).allMatch(i -> radii.getEntry(i).isAtMost(radius)),
                "the orbit is not shown to lie as near as it is stated to be unique");
        FieldVector<DecimalInterval> contraction = test().contraction(
                        jacobian(decimals.around(centre(), radius)),
                        new ArrayFieldVector<>(n, decimals.field().getOne()));
        RejectedException.unless(
                IntStream.range(0, n).allMatch(i -> decimals.field().getOne().isAbove(contraction.getEntry(i))),
                "the orbit is not shown to be unique as far as stated");
    }

    private void requireStability() {
        boolean stable = orbit.stable().equals("HOLDS");
        if (!stable && !orbit.stable().equals("FAILS")) {
            RejectedException.unless(orbit.stable().equals("UNDECIDED"), "no verdict is called " + orbit.stable());
            return;
        }
        CertificateRecords.Stein stein =
                orbit.witness().orElseThrow(() -> new RejectedException("no form for Stein's equation"));
        int size = map.stateSize();
        RejectedException.unless(
                isSquare(stein.form(), size), "the form for Stein's equation has not the dimension " + size);
        FieldMatrix<DecimalInterval> form = decimals.enclosedRows(stein.form());
        RejectedException.unless(form.equals(form.transpose()), "the form for Stein's equation is not symmetric");
        DecimalInterval scale = decimals.field().of(stein.scale());
        RejectedException.unless(scale.isPositive(), "the scale in Stein's equation is not positive");
        FieldMatrix<DecimalInterval> m = overPeriod(firstPoint(), map::stateDerivative);
        FieldMatrix<DecimalInterval> decrease = form.subtract(m.transpose()
                .multiply(form)
                .multiply(m)
                .scalarMultiply(scale.square().reciprocal()));
        RejectedException.unless(
                SymmetricBounds.arePositiveDefinite(decrease), "P - M'PM is not certainly positive definite");
        if (stable) {
            RejectedException.unless(
                    scale.isAtMost(decimals.field().getOne()) && SymmetricBounds.arePositiveDefinite(form),
                    "the form does not show that it is stable");
        } else {
            requireNotPositive(stein, form, scale);
        }
    }

    private void requireNotPositive(
            CertificateRecords.Stein stein, FieldMatrix<DecimalInterval> form, DecimalInterval scale) {
        FieldVector<DecimalInterval> x = decimals.enclosed(stein.direction().orElse(List.of()));
        RejectedException.unless(
                x.getDimension() == form.getRowDimension()
                        && IntStream.range(0, x.getDimension()).anyMatch(i -> isNotZero(x.getEntry(i)))
                        && decimals.field().getOne().isAtMost(scale)
                        && x.dotProduct(form.operate(x))
                                .isAtMost(decimals.field().getZero()),
                "the form does not show that it is not stable");
    }

    private FieldVector<DecimalInterval> centre() {
        return decimals.enclosed(orbit.first());
    }

    private FieldVector<DecimalInterval> firstPoint() {
        return decimals.around(centre(), decimals.enclosed(orbit.radii()));
    }

    /** The image of the first point, and no more. */
    private FieldVector<DecimalInterval> secondPoint() {
        return next(firstPoint());
    }

    private ZeroTest test() {
        FieldVector<DecimalInterval> residual = after(orbit.period(), centre()).subtract(centre());
        return new ZeroTest(decimals, centre(), residual, decimals.enclosedRows(orbit.inverse()));
    }

    /** {@code F'} over a box. */
    private FieldMatrix<DecimalInterval> jacobian(FieldVector<DecimalInterval> box) {
        return overPeriod(box, map::derivative).subtract(decimals.identity(n));
    }

    /** The product of derivatives along a period, the last step's first. */
    private FieldMatrix<DecimalInterval> overPeriod(
            FieldVector<DecimalInterval> box,
            Function<FieldVector<DecimalInterval>, FieldMatrix<DecimalInterval>> derivative) {
        FieldVector<DecimalInterval> point = box;
        FieldMatrix<DecimalInterval> product = derivative.apply(box);
        for (int k = 1; k < orbit.period(); k++) {
            point = next(point);
            product = derivative.apply(point).multiply(product);
        }
        return product;
    }

    private FieldVector<DecimalInterval> after(int steps, FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> image = box;
        for (int k = 0; k < steps; k++) {
            image = next(image);
        }
        return image;
    }

    /** {@code f} over a box: {@code f(c) + f'(box)(box - c)} and the plain image, whichever is narrower. */
    private FieldVector<DecimalInterval> next(FieldVector<DecimalInterval> box) {
        FieldVector<DecimalInterval> middle = decimals.middle(box);
        FieldVector<DecimalInterval> byMean =
                map.image(middle).add(map.derivative(box).operate(box.subtract(middle)));
        FieldVector<DecimalInterval> image = map.image(box);
        for (int i = 0; i < n; i++) {
            image.setEntry(i, image.getEntry(i).intersection(byMean.getEntry(i)));
        }
        return image;
    }

    private String shown(FieldVector<DecimalInterval> box) {
        return IntStream.range(0, n)
                .mapToObj(i -> map.names().get(i) + " in " + Decimals.shown(box.getEntry(i)))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
