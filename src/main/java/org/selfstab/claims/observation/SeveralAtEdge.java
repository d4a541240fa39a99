package org.selfstab.claims.observation;

import java.util.Map;
import java.util.function.Function;
import org.selfstab.claims.Reading;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.claims.Verification;
import org.selfstab.dynamics.Rates;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** t = 0 of a run that follows several unstable eigenvalues from there on, theory.md section 11. */
final class SeveralAtEdge {

    private static final Map<Quantity, Function<SeveralAtEdge, Reading>> READERS = Map.of(
            Quantities.EDGE_STEP,
            SeveralAtEdge::edgeStep,
            Quantities.SHARPNESS,
            start -> number(start.several.startEigenvalues().get(0)),
            Quantities.DELTA,
            SeveralAtEdge::delta,
            Quantities.EPSILON,
            start -> number(start.rates.rate().getReal() * Math.sqrt(start.several.startAlpha())));

    private final Verification verification;
    private final UnstableEigenvalues several;
    private final Rates<?> rates;

    SeveralAtEdge(Verification verification, UnstableEigenvalues several, Rates<?> rates) {
        this.verification = verification;
        this.several = several;
        this.rates = rates;
    }

    /** A quantity of t = 0. */
    Reading of(Quantity quantity) {
        return READERS.getOrDefault(
                        quantity,
                        start -> new Reading.Undefined(quantity.symbol().ascii()
                                + " is that of one unstable eigenvalue, and several are at the edge at t = 0"))
                .apply(this);
    }

    /** {@code eta lambda_j} at {@code dagger_0}. */
    Reading etaLambda(int index) {
        return index <= several.startEigenvalues().size()
                ? number(rates.step().getReal() * several.startEigenvalues().get(index - 1))
                : new Reading.Undefined("of the eigenvalues not followed the first alone is known");
    }

    private Reading edgeStep() {
        return verification
                .failedBefore()
                .<Reading>map(failure -> new Reading.Undecided(failure.description()))
                .orElseGet(() -> number(verification.edgeStep().orElseThrow()));
    }

    /** {@code sqrt(tr Sigma)}. */
    private Reading delta() {
        UnstableEigenvalues.Covariance sigma = several.start();
        return sigma.isTraceUnique() ? number(Math.sqrt(sigma.trace())) : ObservedRun.trace(sigma);
    }

    private static Reading number(double value) {
        return new Reading.OfNumber(value, "");
    }
}
