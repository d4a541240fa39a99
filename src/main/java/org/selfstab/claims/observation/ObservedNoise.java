package org.selfstab.claims.observation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseOptions;
import org.selfstab.claims.NoiseResult.Part;
import org.selfstab.claims.Reading;
import org.selfstab.claims.Settling;
import org.selfstab.noise.NoiseRun;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/**
 * What stochastic gradients do to a problem, each part when it is first asked for.
 *
 * @param minimum the edges at a minimum
 * @param settling where the noisy edge settles
 */
record ObservedNoise(Supplier<Part<MinimumEdges>> minimum, Supplier<Part<Settling>> settling) {

    static ObservedNoise of(Problem problem) {
        Supplier<NoiseRun> run =
                Suppliers.memoize(() -> new NoiseRun(problem, NoiseOptions.defaults(problem), RunListener.none()));
        return new ObservedNoise(Suppliers.memoize(() -> run.get().minimum()), Suppliers.memoize(() -> run.get()
                .settling()));
    }

    Reading meanSquareEdge() {
        return read(minimum, "at the minimum that Newton's method finds", found -> found.meanSquare()
                .stepSize());
    }

    Reading almostSureEdge() {
        return read(minimum, "at the minimum that Newton's method finds", found -> found.almostSure()
                .stepSize());
    }

    Reading sharpness() {
        return read(
                settling,
                "over " + NoiseOptions.REPLICAS + " runs",
                found -> found.eta() * found.sharpness().value());
    }

    Reading prediction() {
        return read(
                settling,
                "over " + NoiseOptions.REPLICAS + " runs",
                found -> found.eta() * found.at().sharpness());
    }

    Reading batchSharpness() {
        return read(
                settling,
                "over " + NoiseOptions.REPLICAS + " runs",
                found -> found.eta() * found.batchSharpness().value());
    }

    private static <T> Reading read(Supplier<Part<T>> part, String rests, ToDoubleFunction<T> number) {
        try {
            return part.get()
                    .found()
                    .<Reading>map(found -> new Reading.OfNumber(number.applyAsDouble(found), rests))
                    .orElseGet(() -> new Reading.Undefined(part.get().reason()));
        } catch (SelfstabException without) {
            return new Reading.Undefined(without.getMessage());
        }
    }
}
