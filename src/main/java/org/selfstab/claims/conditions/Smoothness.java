package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.geometry.DerivativeNorms;
import org.selfstab.geometry.LargestNorm;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.MetricLoss;
import org.selfstab.geometry.NormBounds;
import org.selfstab.geometry.NormEstimates;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.EvenSample;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * Smoothness: {@code rho_4 = O(eta rho_3^2)} with rho_k the largest operator norm of {@code D^kL} near the trajectory (theory.md section 7). Near
 * means within {@value #RADIUS} delta_t of {@code dagger_t}: there the iterates are that the theorem speaks of. The norms are bounded at sampled
 * points of these balls, the centre and {@code +-delta_t, +-2 delta_t} along u and gradS_perp; between the points nothing is shown. HOLDS rests on
 * an upper bound of rho_4 and a lower one of rho_3, FAILS on the reverse.
 *
 * @param <T> the field's elements
 */
final class Smoothness<T extends CalculusFieldElement<T>> implements Condition<T> {

    static final int RADIUS = 2;

    private static final int MAX_STEPS = 16;
    /** How many entries of derivatives a run may ask for, unless a single point needs more. */
    private static final long ENTRIES_BUDGET = 3_000_000;
    /** How many points a run looks at by products with vectors, hundreds of them at each. */
    private static final int MOST_BY_PRODUCTS = 16;

    private final Model<T> model;
    private final double threshold;
    private final EvenSample<CoupledStep<T>> sample = new EvenSample<>(MAX_STEPS);

    Smoothness(Model<T> model, Thresholds thresholds) {
        this.model = model;
        this.threshold = thresholds.of(Quantities.SMOOTHNESS);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        sample.offer(step.t(), step);
    }

    /** A point of the neighbourhood of the trajectory and the step that it belongs to, with the geometry at {@code dagger_t}. */
    private record Place<T extends CalculusFieldElement<T>>(int step, FieldVector<T> point, LocalGeometry<T> centre) {}

    @Override
    public ConditionResult result(RunScale scale) {
        return ConditionResult.of(Claims.SMOOTHNESS, Quantities.SMOOTHNESS.symbol(), verdict(places()));
    }

    private Verdict verdict(List<Place<T>> places) {
        Place<T> first = places.get(0);
        if (first.centre().isMatrixFree()) {
            return verdictByProducts(evenly(places, MOST_BY_PRODUCTS));
        }
        long entries;
        try {
            entries = entries(first);
        } catch (UndefinedGeometryException notFinite) {
            return undefinedAt(first, notFinite);
        }
        return entries > DerivativeNorms.MAX_ENTRIES
                ? notAffordable(entries)
                : verdict(places, (int) Math.max(1, ENTRIES_BUDGET / entries));
    }

    private long entries(Place<T> place) {
        DerivativeNorms<T> norms = normsAt(place);
        return norms.thirdEntries() + norms.fourthEntries();
    }

    private DerivativeNorms<T> normsAt(Place<T> place) {
        return new DerivativeNorms<>(
                MetricLoss.of(place.centre().atPoint(), model.loss()).at(place.point()));
    }

    private Verdict notAffordable(long entries) {
        return new Verdict(
                Verdict.Status.UNDECIDED,
                Verdict.Evidence.NUMERIC,
                Optional.empty(),
                Optional.empty(),
                "the derivatives up to the fourth have " + entries + " entries at each point, more than the "
                        + DerivativeNorms.MAX_ENTRIES
                        + " that are computed; only losses whose variables are coupled to few others"
                        + " are decided in this dimension");
    }

    private Verdict verdict(List<Place<T>> places, int affordable) {
        LargestNorm third = new LargestNorm();
        LargestNorm fourth = new LargestNorm();
        List<Place<T>> chosen = evenly(places, affordable);
        Place<T> worst = chosen.get(0);
        for (Place<T> place : chosen) {
            try {
                DerivativeNorms<T> norms = normsAt(place);
                norms.includeThird(third);
                worst = norms.includeFourth(fourth) ? place : worst;
            } catch (UndefinedGeometryException notFinite) {
                return undefinedAt(place, notFinite);
            }
        }
        return verdict(third.bounds(), fourth.bounds(), worst, chosen, "");
    }

    private Verdict verdictByProducts(List<Place<T>> places) {
        NormEstimates<T> norms = new NormEstimates<>();
        Place<T> worst = places.get(0);
        for (Place<T> place : places) {
            LocalGeometry<T> centre = place.centre();
            LossAtPoint<T> loss = model.geometry().at(place.point());
            List<FieldVector<T>> directions = List.of(centre.u(), centre.gradSPerp());
            try {
                norms.includeThird(loss, directions);
                worst = norms.includeFourth(loss, directions) ? place : worst;
            } catch (UndefinedGeometryException notFinite) {
                return undefinedAt(place, notFinite);
            }
        }
        return verdict(
                norms.third(),
                norms.fourth(),
                worst,
                places,
                "; lower bounds by power iteration, upper ones by"
                        + " Frobenius norms estimated from random directions");
    }

    private Verdict undefinedAt(Place<T> place, UndefinedGeometryException notFinite) {
        return new Verdict(
                Verdict.Status.UNDECIDED,
                Verdict.Evidence.NUMERIC,
                Optional.empty(),
                Optional.of(new Witness(place.step(), WitnessedExtreme.numbers(place.point()), List.of())),
                "within " + RADIUS + " delta of dagger_t " + notFinite.getMessage());
    }

    private Verdict verdict(
            NormBounds third, NormBounds fourth, Place<T> worst, List<Place<T>> places, String kindOfBounds) {
        double lower = ratio(fourth.lower(), third.upper());
        double upper = ratio(fourth.upper(), third.lower());
        Witness witness = new Witness(worst.step(), WitnessedExtreme.numbers(worst.point()), fourth.direction());
        String reason = "at " + places.size() + " points within " + RADIUS + " delta of dagger_t, at steps "
                + steps(places) + "; no bound between the points" + kindOfBounds;
        return NumericVerdict.atMostBetween(lower, upper, threshold, witness, reason);
    }

    /** {@code rho_4/(eta rho_3^2)}; without fourth derivative 0 whatever rho_3 is. */
    private double ratio(double fourth, double third) {
        return fourth == 0 ? 0 : fourth / (model.rates().step().getReal() * third * third);
    }

    private static <T extends CalculusFieldElement<T>> String steps(List<Place<T>> places) {
        List<Integer> steps = places.stream().map(Place::step).distinct().toList();
        return switch (steps.size()) {
            case 1 -> steps.get(0).toString();
            case 2 -> steps.get(0) + ", " + steps.get(1);
            default -> steps.get(0) + ", " + steps.get(1) + ", ..., " + steps.get(steps.size() - 1);
        };
    }

    private List<Place<T>> places() {
        List<Place<T>> places = new ArrayList<>();
        for (CoupledStep<T> step : sample.elements()) {
            LocalGeometry<T> geometry = step.geometry();
            places.add(new Place<>(step.t(), geometry.point(), geometry));
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
            LocalGeometry<T> centre = step.geometry();
            places.add(new Place<>(step.t(), centre.point().add(distance), centre));
            places.add(new Place<>(step.t(), centre.point().subtract(distance), centre));
        }
    }

    /** Evenly spaced ones, at most a number of them. */
    private static <E> List<E> evenly(List<E> all, int atMost) {
        int every = (all.size() + atMost - 1) / atMost;
        List<E> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            chosen.add(all.get(i));
        }
        return chosen;
    }
}
