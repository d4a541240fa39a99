package org.selfstab.claims.constants;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.RoundingLevels;
import org.selfstab.claims.RunAccuracy;
import org.selfstab.claims.RunConstants;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.numeric.ArgMax;
import org.selfstab.vocabulary.Extremum;

/**
 * Finds the constants of a run while it goes (theory.md section 7).
 *
 * @param <T> the field's elements
 */
public final class RunConstantsAccumulator<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private final Rates<T> rates;
    private int lastStep = -1;
    private final ArgMax epsilon = ArgMax.largest();
    private final ArgMax delta = ArgMax.largest();
    private final ArgMax deviation = ArgMax.largest();
    private final ArgMax lossError = ArgMax.largest();
    private final ArgMax sharpnessError = ArgMax.largest();
    private final ArgMax momentError = ArgMax.largest();
    private final ImplicitBiasOfRun<T> implicitBias;
    private final ArgMax smallestX = ArgMax.smallest();
    private final ArgMax largestX = ArgMax.largest();
    private final ArgMax secondEigenvalue = ArgMax.largest();
    private final ArgMax alignment = ArgMax.smallest();
    private final ArgMax iterateSharpness = ArgMax.largest();
    private double firstSharpness;
    private double lastSharpness;
    private int farFor;
    private final MagnitudesOfRun<T> magnitudes = new MagnitudesOfRun<>();
    private final RoundingNoise<T> noise;
    private double startAlongU;
    private Optional<Integer> predictionEnd = Optional.empty();
    private Optional<Extremum> undefinedOscillation = Optional.empty();

    /** Watches a run of a model. */
    public RunConstantsAccumulator(Model<T> model) {
        this.rates = model.rates();
        this.implicitBias = new ImplicitBiasOfRun<>(model);
        this.noise = new RoundingNoise<>(model);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        lastStep = step.t();
        startAlongU = step.t() == 0 ? Math.abs(step.x().getReal()) : startAlongU;
        magnitudes.observe(step);
        noise.observe(step);
        observeGeometry(step.geometry(), step.t());
        observeSharpness(rates.step().multiply(step.sharpness()).getReal(), step.t());
        implicitBias.observe(step);
        largestX.include(step.x().abs().getReal(), step.t());
        if (step.isPredicted()) {
            deviation.include(step.deviation().getReal(), step.t());
            lossError.include(lossError(step).getReal(), step.t());
            sharpnessError.include(sharpnessError(step).getReal(), step.t());
            if (step.moments().isPresent()) {
                momentError.include(step.moments().get().deviation().getReal(), step.t());
            }
            smallestX.include(step.predictedX().abs().getReal(), step.t());
        } else if (predictionEnd.isEmpty()) {
            endPrediction(step.t());
        }
    }

    /** What the iterates are from a prediction that is not finite is more than any bound. */
    private void endPrediction(int t) {
        predictionEnd = Optional.of(t);
        deviation.include(Double.POSITIVE_INFINITY, t);
        lossError.include(Double.POSITIVE_INFINITY, t);
        sharpnessError.include(Double.POSITIVE_INFINITY, t);
        momentError.include(Double.POSITIVE_INFINITY, t);
    }

    private void observeGeometry(LocalGeometry<T> geometry, int t) {
        double second = geometry.secondEigenvalue().getReal();
        if (Double.isFinite(second)) {
            secondEigenvalue.include(rates.step().getReal() * second, t);
        }
        if (geometry.hasOscillation()) {
            epsilon.include(geometry.epsilon(rates.rate()).getReal(), t);
            delta.include(geometry.delta().getReal(), t);
            alignment.include(geometry.gamma().getReal(), t);
        } else if (undefinedOscillation.isEmpty()) {
            undefinedOscillation = Optional.of(new Extremum(geometry.alpha().getReal(), t));
        }
    }

    private void observeSharpness(double sharpness, int t) {
        firstSharpness = t == 0 ? sharpness : firstSharpness;
        lastSharpness = sharpness;
        farFor = sharpness > FarFromStableSet.FAR ? farFor + 1 : 0;
        iterateSharpness.include(sharpness, t);
    }

    /** {@code |L(theta_t) - L(dagger_t) - S_c x*_t^2/2|}, theory.md (25) and (35). */
    private T lossError(CoupledStep<T> step) {
        return step.loss()
                .subtract(step.geometry().loss())
                .subtract(step.predictedElevation(rates))
                .abs();
    }

    /** {@code |S(theta_t) - S(dagger_t) - y*_t - kappa_3 x*_t|}, theory.md (26). */
    private T sharpnessError(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        return step.sharpness()
                .subtract(geometry.sharpness())
                .subtract(step.predictedY())
                .subtract(geometry.kappa3().multiply(step.predictedX()))
                .abs();
    }

    /** The constants over the steps observed so far; empty before the first. */
    public Optional<RunConstants> result() {
        return lastStep < 0 ? Optional.empty() : Optional.of(constants());
    }

    private RunConstants constants() {
        double stepSize = rates.step().getReal();
        double growth = rates.growth().getReal();
        double eps = largest(epsilon);
        double size = largest(delta);
        return new RunConstants(
                lastStep,
                defined(epsilon),
                defined(delta),
                inUnits(deviation, eps * size),
                inUnits(lossError, eps * size * size / stepSize),
                inUnits(sharpnessError, eps * eps / growth),
                inUnits(momentError, eps * eps),
                implicitBias.result(defined(epsilon)),
                inUnits(smallestX, size),
                inUnits(largestX, size),
                secondEigenvalue.get(),
                defined(alignment),
                new RunConstants.IterateSharpness(
                        firstSharpness,
                        iterateSharpness.get().orElseThrow(),
                        new Extremum(lastSharpness, lastStep),
                        farFor),
                accuracy(),
                predictionEnd,
                undefinedOscillation);
    }

    private RunAccuracy accuracy() {
        Optional<Double> largestDelta = defined(delta).map(Extremum::value);
        Optional<Double> unit = defined(epsilon).flatMap(eps -> largestDelta.map(size -> eps.value() * size));
        return new RunAccuracy(
                defined(epsilon).map(eps -> levels(eps.value(), largestDelta.orElseThrow())),
                unit.flatMap(length -> noise.largest().map(found -> found.dividedBy(length))),
                unit.flatMap(noise::firstBeyond),
                largestDelta.map(size -> startAlongU / size));
    }

    private RoundingLevels levels(double eps, double size) {
        RoundingLevels levels =
                magnitudes.roundingLevels(rates.edge().getField().getOne().ulp().getReal());
        return new RoundingLevels(
                levels.point() / (eps * size),
                levels.loss() * rates.step().getReal() / (eps * size * size),
                levels.sharpness() * rates.growth().getReal() / (eps * eps));
    }

    /** NaN where it is undefined at every step. */
    private static double largest(ArgMax quantity) {
        return quantity.get().map(Extremum::value).orElse(Double.NaN);
    }

    private Optional<Extremum> inUnits(ArgMax quantity, double unit) {
        return defined(quantity).map(extreme -> extreme.dividedBy(unit));
    }

    /** Where delta is undefined at some step, so is its maximum over the run, and every constant in its units. */
    private Optional<Extremum> defined(ArgMax quantity) {
        return undefinedOscillation.isPresent() ? Optional.empty() : quantity.get();
    }
}
