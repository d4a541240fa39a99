package org.selfstab.claims.conditions;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.claims.StepPlanes;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepBlocks;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.Eigensystem;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * An optimizer that remembers gradients is stable off u, theory.md section 10: {@code A + lambda B C} has its eigenvalues inside the unit disc for all curvatures
 * lambda of the constrained trajectory but the largest. What is left out of each is the largest positive real eigenvalue, {@code 1 - b lambda} to first order:
 * the slow motion, which the theory follows where it is stable and where it is not. For gradient descent that leaves the eigengap, {@code |1 - eta lambda_2|}
 * where {@code eta lambda_2 > 1}. A margin {@code 1 - rho} below eps decides nothing: the theory, which lets eps fall, has it fixed.
 *
 * @param <T> the field's elements
 */
final class StableOffU<T extends CalculusFieldElement<T>> implements Condition<T> {

    /** In many variables only the second and the smallest eigenvalue are known, and as many curvatures between them are tried. */
    private static final int BETWEEN = 31;

    private final Model<T> model;
    private final StepBlocks blocks;
    private final double limit;
    private final WitnessedExtreme radius = WitnessedExtreme.largest();
    private double curvature;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private final WitnessedExtreme unknown = WitnessedExtreme.largest();
    private double unknownCurvature;
    private int lastStep;

    StableOffU(Model<T> model, StepBlocks blocks, Thresholds thresholds) {
        this.model = model;
        this.blocks = blocks;
        this.limit = thresholds.of(Quantities.SPECTRAL_RADIUS);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        lastStep = step.t();
        LocalGeometry<T> geometry = step.geometry();
        Eigensystem<T> eigensystem = geometry.eigensystem();
        int known = eigensystem.values().size();
        for (int j = 1; j < known; j++) {
            includeKnown(
                    eigensystem.values().get(j).getReal(),
                    step,
                    eigensystem.vectors().get(j));
        }
        if (known > 1 && known < geometry.u().getDimension()) {
            double lowest = eigensystem.lowest().getReal();
            double second = eigensystem.values().get(1).getReal();
            for (int k = 0; k <= BETWEEN; k++) {
                includeUnknown(lowest + (second - lowest) * k / (BETWEEN + 1), step);
            }
        }
    }

    private void includeKnown(double lambda, CoupledStep<T> step, FieldVector<T> direction) {
        lowest = Math.min(lowest, lambda);
        highest = Math.max(highest, lambda);
        double before = radius.value();
        radius.include(blocks.at(lambda).fastSpectralRadius(), step, direction);
        curvature = radius.value() == before ? curvature : lambda;
    }

    private void includeUnknown(double lambda, CoupledStep<T> step) {
        lowest = Math.min(lowest, lambda);
        double before = unknown.value();
        unknown.include(blocks.at(lambda).fastSpectralRadius(), step);
        unknownCurvature = unknown.value() == before ? unknownCurvature : lambda;
    }

    @Override
    public ConditionResult result(RunScale scale) {
        return ConditionResult.of(Claims.EIGENGAP, Quantities.SPECTRAL_RADIUS.symbol(), verdict(scale));
    }

    @Override
    public Optional<StepPlanes> planes() {
        return Optional.of(radius.witness()
                .map(worst -> PlanesMeasured.of(model, blocks, curvature, worst.step(), lastStep, lowest, highest))
                .orElseGet(() -> PlanesMeasured.at(model, blocks, List.of())));
    }

    private Verdict verdict(RunScale scale) {
        if (radius.witness().isEmpty()) {
            return NumericVerdict.notApplicable("one variable has one eigenvalue");
        }
        boolean isBetween = unknown.value() > radius.value();
        if (isBetween && unknown.value() > limit && radius.value() < limit) {
            return NumericVerdict.undecided(
                    new Bound(unknown.value(), limit, Bound.Sense.AT_MOST),
                    unknown.witness().orElseThrow(),
                    String.format(
                            Digits.LOCALE,
                            "rho = %.6g at a curvature of %.6g between the smallest and the second eigenvalue, where without matrices none may lie or some",
                            unknown.value(),
                            unknownCurvature));
        }
        WitnessedExtreme worst = isBetween ? unknown : radius;
        Witness witness = worst.witness().orElseThrow();
        double margin = 1 - worst.value();
        String reason = String.format(
                Digits.LOCALE,
                "margin 1 - rho = %.6g, at a curvature of %.6g; slow motion's eigenvalue near 1 does not count",
                margin,
                isBetween ? unknownCurvature : curvature);
        return scale.epsilon()
                .filter(eps -> margin < eps && worst.value() < limit)
                .map(eps -> NumericVerdict.undecided(
                        new Bound(worst.value(), limit, Bound.Sense.AT_MOST),
                        witness,
                        String.format(
                                Digits.LOCALE,
                                "%s; that is below eps = %.3g: what the optimizer forgets in 1/(1 - rho) steps outlasts the 1/eps steps of the theory's motion",
                                reason,
                                eps)))
                .orElseGet(() -> NumericVerdict.atMost(worst.value(), limit, witness, reason));
    }
}
