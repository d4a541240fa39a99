package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Setting;
import org.selfstab.geometry.DerivativeNorms;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.NormBounds;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;

/**
 * Smoothness: {@code rho_4 = O(eta rho_3^2)} with rho_k the largest operator norm of {@code D^kL} near the trajectory (theory.md section 7). Near
 * means within {@value #RADIUS} delta_t of {@code dagger_t}: there the iterates are that the theorem speaks of. The norms are bounded at sampled
 * points of these balls, the centre and {@code +-delta_t, +-2 delta_t} along u and gradS_perp; between the points nothing is shown.
 *
 * @param <T> the field's elements
 */
final class Smoothness<T extends CalculusFieldElement<T>> implements Condition<T> {

    static final int RADIUS = 2;

    private static final String QUANTITY = "max rho_4/(eta rho_3^2)";
    private static final int MAX_STEPS = 16;
    /** How many n by n matrices of fourth derivatives a run may ask for. */
    private static final int MATRIX_BUDGET = 20_000;

    private final Setting<T> setting;
    private final double threshold;
    private final EvenSample<CoupledStep<T>> sample = new EvenSample<>(MAX_STEPS);

    Smoothness(Setting<T> setting, Thresholds thresholds) {
        this.setting = setting;
        this.threshold = thresholds.of(Threshold.SMOOTHNESS);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        sample.offer(step.t(), step);
    }

    /** A point of the neighbourhood of the trajectory and the step that it belongs to. */
    private record Place<T extends CalculusFieldElement<T>>(int step, FieldVector<T> point) {}

    /** The norms at one place. */
    private record Norms<T extends CalculusFieldElement<T>>(Place<T> place, NormBounds third, NormBounds fourth) {}

    @Override
    public ConditionResult result(RunScale scale) {
        List<Norms<T>> norms = new ArrayList<>();
        for (Place<T> place : affordable(places())) {
            try {
                DerivativeNorms<T> at = new DerivativeNorms<>(setting.loss().at(place.point()));
                norms.add(new Norms<>(place, at.third(), at.fourth()));
            } catch (UndefinedGeometryException notFinite) {
                return ConditionResult.of(ConditionName.SMOOTHNESS, QUANTITY, undefinedAt(place));
            }
        }
        return ConditionResult.of(ConditionName.SMOOTHNESS, QUANTITY, verdict(norms));
    }

    private Verdict undefinedAt(Place<T> place) {
        return new Verdict(
                Verdict.Status.UNDECIDED,
                Verdict.Evidence.NUMERIC,
                Optional.empty(),
                Optional.of(new Witness(place.step(), WitnessedExtreme.numbers(place.point()), List.of())),
                "a derivative is not finite at a point within " + RADIUS + " delta of dagger_t");
    }

    private Verdict verdict(List<Norms<T>> norms) {
        NormBounds third =
                norms.stream().map(Norms::third).reduce(NormBounds::largest).orElseThrow();
        Norms<T> worst = norms.stream()
                .reduce((a, b) -> b.fourth().lower() > a.fourth().lower() ? b : a)
                .orElseThrow();
        double fourthUpper =
                norms.stream().mapToDouble(n -> n.fourth().upper()).max().orElseThrow();
        double lower = ratio(worst.fourth().lower(), third.upper());
        double upper = ratio(fourthUpper, third.lower());
        Witness witness = new Witness(
                worst.place().step(),
                WitnessedExtreme.numbers(worst.place().point()),
                worst.fourth().direction());
        String reason = "at " + norms.size() + " points within " + RADIUS + " delta of dagger_t, at steps "
                + sampledSteps(norms) + "; no bound between the points";
        return NumericVerdict.atMostBetween(lower, upper, threshold, witness, reason);
    }

    /** {@code rho_4/(eta rho_3^2)}; without fourth derivative 0 whatever rho_3 is. */
    private double ratio(double fourth, double third) {
        return fourth == 0 ? 0 : fourth / (setting.eta().getReal() * third * third);
    }

    private String sampledSteps(List<Norms<T>> norms) {
        List<Integer> steps =
                norms.stream().map(n -> n.place().step()).distinct().toList();
        return steps.size() == 1
                ? steps.get(0).toString()
                : steps.get(0) + ", " + steps.get(1) + ", ..., " + steps.get(steps.size() - 1);
    }

    private List<Place<T>> places() {
        List<Place<T>> places = new ArrayList<>();
        for (CoupledStep<T> step : sample.elements()) {
            LocalGeometry<T> geometry = step.geometry();
            places.add(new Place<>(step.t(), geometry.point()));
            if (geometry.hasOscillation()) {
                T delta = geometry.delta();
                addAround(step, geometry.u().mapMultiply(delta), places);
                addAround(
                        step,
                        geometry.gradSPerp()
                                .mapMultiply(delta.divide(geometry.beta().sqrt())),
                        places);
            }
        }
        return places;
    }

    private void addAround(CoupledStep<T> step, FieldVector<T> radius, List<Place<T>> places) {
        for (int i = 1; i <= RADIUS; i++) {
            FieldVector<T> distance = radius.mapMultiply(radius.getEntry(0).newInstance(i));
            places.add(new Place<>(step.t(), step.geometry().point().add(distance)));
            places.add(new Place<>(step.t(), step.geometry().point().subtract(distance)));
        }
    }

    /** Evenly as many as the budget of fourth derivatives allows, at least one. */
    private List<Place<T>> affordable(List<Place<T>> places) {
        int n = setting.loss().dimension();
        int affordable = Math.max(1, MATRIX_BUDGET / (n * (n + 1) / 2));
        int every = (places.size() + affordable - 1) / affordable;
        List<Place<T>> chosen = new ArrayList<>();
        for (int i = 0; i < places.size(); i += every) {
            chosen.add(places.get(i));
        }
        return chosen;
    }
}
