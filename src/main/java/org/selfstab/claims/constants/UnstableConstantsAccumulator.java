package org.selfstab.claims.constants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.ImplicitBiasConstants;
import org.selfstab.claims.RoundingLevels;
import org.selfstab.claims.RunAccuracy;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.UnstableRun;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.geometry.unstable.UnstableSpace;
import org.selfstab.numeric.ArgMax;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;
import org.selfstab.vocabulary.Extremum;

/** Finds the constants of a run of several unstable eigenvalues while it goes, theory.md (41). */
final class UnstableConstantsAccumulator implements Consumer<UnstableStep> {

    private final Rates<Binary64> rates;
    private final double edge;
    private int lastStep = -1;
    private final ArgMax rate = ArgMax.largest();
    private final ArgMax smallestRate = ArgMax.smallest();
    private final ArgMax size = ArgMax.largest();
    private final ArgMax deviation = ArgMax.largest();
    private final ArgMax lossError = ArgMax.largest();
    private final ArgMax sharpnessError = ArgMax.largest();
    private final ArgMax next = ArgMax.largest();
    private final ArgMax belowEdge = ArgMax.largest();
    private final ArgMax residual = ArgMax.largest();
    private final ArgMax sharpness = ArgMax.largest();
    private final ArgMax gradient = ArgMax.largest();
    private final ArgMax point = ArgMax.largest();
    private final ArgMax loss = ArgMax.largest();
    private final RoundingNoise<Binary64> noise;
    private final List<UnstableEigenvalues.Event> events = new ArrayList<>();
    private final List<UnstableEigenvalues.Event> changes = new ArrayList<>();
    private DMatrixRMaj squares;
    private DMatrixRMaj covariances;
    private int stepsOfMeans;
    private Optional<Integer> predictionEnd = Optional.empty();
    private Optional<Integer> released = Optional.empty();
    private UnstableEigenvalues.Covariance start;
    private List<Double> startEigenvalues;
    private double startAlpha;
    private double startDistance;
    private double startAlongU;
    private double firstSharpness;
    private double lastSharpness;
    private double lastRate;
    private int farFor;
    private int atEdge;
    private int followed;
    private int mostFollowed;
    private boolean isUnique = true;
    private boolean isTraceUnique = true;

    UnstableConstantsAccumulator(Model<Binary64> model) {
        this.rates = model.rates();
        this.edge = rates.edge().getReal();
        this.noise = new RoundingNoise<>(model);
    }

    @Override
    public void accept(UnstableStep step) {
        lastStep = step.t();
        UnstableSpace space = step.space();
        lastRate = SymmetricMatrices.spectrum(space.alpha()).norm();
        double variance = step.covariance().trace();
        rate.include(lastRate, step.t());
        smallestRate.include(lastRate, step.t());
        size.include(variance, step.t());
        if (!(variance > 0) && released.isEmpty()) {
            released = Optional.of(step.t());
        }
        if (Double.isFinite(space.next())) {
            next.include(rates.step().getReal() * space.next(), step.t());
        }
        belowEdge.include(rates.step().getReal() * (edge - space.eigenvalues()[0]), step.t());
        residual.include(step.dagger().residual(), step.t());
        gradient.include(ArrayVectors.norm(space.gradient()), step.t());
        observeIterate(step);
        observeEdge(step);
        observeMeans(step);
        observePrediction(step);
    }

    private void observeIterate(UnstableStep step) {
        double scaled = rates.step().getReal() * step.iterate().values()[0];
        firstSharpness = step.t() == 0 ? scaled : firstSharpness;
        lastSharpness = scaled;
        farFor = scaled > FarFromStableSet.FAR ? farFor + 1 : 0;
        sharpness.include(scaled, step.t());
        point.include(ArrayVectors.norm(step.theta()), step.t());
        loss.include(Math.abs(step.iterate().loss()), step.t());
        double along = 0;
        for (double[] u : step.space().basis()) {
            along = Math.max(
                    along,
                    IntStream.range(0, u.length)
                            .mapToDouble(i -> Math.abs(u[i] * step.theta()[i]))
                            .sum());
        }
        noise.observe(step.t(), along, step.iterate().values()[0]);
        if (step.t() == 0) {
            start = covariance(step.covariance());
            startEigenvalues = DoubleStream.concat(
                            Arrays.stream(step.space().eigenvalues()),
                            DoubleStream.of(step.space().next()))
                    .filter(Double::isFinite)
                    .boxed()
                    .toList();
            startAlpha = lastRate;
            startDistance = ArrayVectors.norm(step.displacement());
            startAlongU = ArrayVectors.norm(step.x());
        }
    }

    private UnstableEigenvalues.Covariance covariance(SemidefiniteComplementarity.Solution sigma) {
        return new UnstableEigenvalues.Covariance(
                rows(sigma.z(), 1.0),
                Arrays.stream(SymmetricMatrices.spectrum(sigma.z()).values())
                        .map(value -> Math.max(value, 0.0))
                        .boxed()
                        .toList(),
                sigma.rank(),
                sigma.isUnique(),
                sigma.isTraceUnique());
    }

    private void observeEdge(UnstableStep step) {
        int now = (int) Arrays.stream(step.space().eigenvalues())
                .filter(value -> value >= edge * (1.0 - UnstableRun.AT_EDGE))
                .count();
        if (step.t() > 0 && now != atEdge) {
            events.add(new UnstableEigenvalues.Event(step.t(), atEdge, now));
        }
        atEdge = now;
    }

    /** Until k changes: U begins anew there. */
    private void observeMeans(UnstableStep step) {
        int k = step.space().k();
        if (step.t() == 0) {
            squares = new DMatrixRMaj(k, k);
            covariances = new DMatrixRMaj(k, k);
        } else if (k != followed) {
            changes.add(new UnstableEigenvalues.Event(step.t(), followed, k));
        }
        followed = k;
        mostFollowed = Math.max(mostFollowed, k);
        if (!changes.isEmpty()) {
            return;
        }
        double[] x = step.x();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                squares.add(i, j, x[i] * x[j]);
            }
        }
        CommonOps_DDRM.addEquals(covariances, step.covariance().z());
        stepsOfMeans++;
        isUnique &= step.covariance().isUnique();
        isTraceUnique &= step.covariance().isTraceUnique();
    }

    private void observePrediction(UnstableStep step) {
        boolean isPredicted = step.isPredicted();
        if (!isPredicted && predictionEnd.isEmpty()) {
            predictionEnd = Optional.of(step.t());
        }
        if (isPredicted || predictionEnd.get() == step.t()) {
            deviation.include(isPredicted ? step.deviation() : Double.POSITIVE_INFINITY, step.t());
            lossError.include(isPredicted ? step.lossError() : Double.POSITIVE_INFINITY, step.t());
            sharpnessError.include(isPredicted ? step.sharpnessError() : Double.POSITIVE_INFINITY, step.t());
        }
    }

    /** What is beside the constants; empty before the first step. */
    Optional<UnstableEigenvalues> eigenvalues(boolean isGiven) {
        if (lastStep < 0) {
            return Optional.empty();
        }
        double largest = rate.get().orElseThrow().value();
        Extremum least = smallestRate.get().orElseThrow();
        return Optional.of(new UnstableEigenvalues(
                mostFollowed,
                isGiven,
                start,
                startEigenvalues,
                startAlpha,
                events,
                changes,
                rows(squares, 1.0 / stepsOfMeans),
                rows(covariances, 1.0 / stepsOfMeans),
                isUnique,
                isTraceUnique,
                new Extremum(largest / least.value(), least.step()),
                belowEdge.get().orElseThrow(),
                residual.get().orElseThrow(),
                startDistance,
                released));
    }

    private static List<List<Double>> rows(DMatrixRMaj matrix, double factor) {
        return IntStream.range(0, matrix.numRows)
                .mapToObj(i -> IntStream.range(0, matrix.numCols)
                        .mapToObj(j -> factor * matrix.get(i, j))
                        .toList())
                .toList();
    }

    /** The constants; empty before the first step. */
    Optional<RunConstants> constants() {
        if (lastStep < 0) {
            return Optional.empty();
        }
        double stepSize = rates.step().getReal();
        double growth = rates.growth().getReal();
        Optional<Extremum> epsilon =
                defined(rate).map(r -> new Extremum(rates.rate().getReal() * Math.sqrt(r.value()), r.step()));
        Optional<Extremum> delta = defined(size).map(s -> new Extremum(Math.sqrt(s.value()), s.step()));
        double eps = epsilon.map(Extremum::value).orElse(Double.NaN);
        double d = delta.map(Extremum::value).orElse(Double.NaN);
        return Optional.of(new RunConstants(
                lastStep,
                epsilon,
                delta,
                defined(deviation).map(e -> e.dividedBy(eps * d)),
                defined(lossError).map(e -> e.dividedBy(eps * d * d / stepSize)),
                defined(sharpnessError).map(e -> e.dividedBy(eps * eps / growth)),
                Optional.empty(),
                new ImplicitBiasConstants(
                        Optional.empty(),
                        Optional.empty(),
                        gradient.get().orElseThrow().value(),
                        Optional.empty(),
                        lastStep,
                        false,
                        0),
                Optional.empty(),
                Optional.empty(),
                next.get(),
                Optional.empty(),
                new RunConstants.IterateSharpness(
                        firstSharpness, sharpness.get().orElseThrow(), new Extremum(lastSharpness, lastStep), farFor),
                accuracy(eps, d),
                predictionEnd,
                isHeld() ? Optional.empty() : Optional.of(new Extremum(lastRate, lastStep))));
    }

    /** Whether some eigenvalue is held at the edge at some step, so that the units of the constants are defined. */
    private boolean isHeld() {
        return size.get().orElseThrow().value() > 0;
    }

    private Optional<Extremum> defined(ArgMax quantity) {
        return isHeld() ? quantity.get() : Optional.empty();
    }

    private RunAccuracy accuracy(double eps, double d) {
        if (!isHeld()) {
            return new RunAccuracy(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        RoundingLevels levels = RoundingLevels.of(
                Math.ulp(1.0),
                point.get().orElseThrow().value(),
                loss.get().orElseThrow().value(),
                sharpness.get().orElseThrow().value() / rates.step().getReal());
        return new RunAccuracy(
                Optional.of(new RoundingLevels(
                        levels.point() / (eps * d),
                        levels.loss() * rates.step().getReal() / (eps * d * d),
                        levels.sharpness() * rates.growth().getReal() / (eps * eps))),
                noise.largest().map(found -> found.dividedBy(eps * d)),
                noise.firstBeyond(eps * d),
                Optional.of(startAlongU / d));
    }
}
